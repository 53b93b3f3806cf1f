import { MemoryStore } from '../../simulator/runtime/memory-store.js';
import {
  createScheduler,
  type Scheduler,
  type SchedulerOptions,
} from '../../simulator/scheduling/scheduler.js';

/** A scheduler that can end and begin again with what it has stored. */
export class LivingScheduler {
  readonly #options: Omit<SchedulerOptions, 'store'>;
  #store = new MemoryStore();
  #scheduler: Scheduler;

  constructor(options: Omit<SchedulerOptions, 'store'>) {
    this.#options = options;
    this.#scheduler = createScheduler({ ...options, store: this.#store });
  }

  get now(): Scheduler {
    return this.#scheduler;
  }

  /** Only what was stored is left. */
  restart(): void {
    this.#store = this.#store.reopened();
    this.#scheduler = createScheduler({ ...this.#options, store: this.#store });
  }
}
