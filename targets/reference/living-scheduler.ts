import { MemoryStore } from '../../simulator/runtime/memory-store.js';
import {
  createScheduler,
  type Scheduler,
  type SchedulerOptions,
} from '../../simulator/scheduling/scheduler.js';
import type { CalendarUser } from '../target.js';

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

/** Who of a cast is served, and whom the network reaches besides. Groups are known wherever their members live. */
export function membersOf(cast: readonly CalendarUser[]): Pick<SchedulerOptions, 'users' | 'neighbours'> {
  const isNeighbour = ({ placement, byMail }: CalendarUser) => placement === 'harness' && byMail !== true;
  return {
    users: cast.filter(({ placement, members }) => placement === 'target' || members !== undefined),
    neighbours: cast.filter(isNeighbour).flatMap(({ addresses }) => addresses),
  };
}
