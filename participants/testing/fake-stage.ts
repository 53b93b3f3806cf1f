import { sampleText } from '../../simulator/testing/sample-event.js';
import type { Lane } from '../../targets/lane.js';
import type {
  ActResult,
  CalendarUser,
  Capability,
  DeliveryReport,
  Driver,
  Intent,
  MessageInTransit,
  Observation,
  ObservedMessage,
  Stage,
  Target,
  TargetDescription,
} from '../../targets/target.js';
import { Play } from '../play.js';

/** Anna, Bert and Carla live on the target, Erik elsewhere. Addresses are `mailto:<id>@example.com`. */
export const CAST: ReadonlyMap<string, CalendarUser> = new Map(
  ['Anna', 'Bert', 'Carla', 'Erik'].map((name) => {
    const id = name.toLowerCase();
    const placement = name === 'Erik' ? 'harness' : 'target';
    return [id, { id, name, addresses: [addressOf(id)], placement }];
  }),
);

export function addressOf(id: string): string {
  return `mailto:${id}@example.com`;
}

const NOTHING: Observation = { calendar: [], inbox: [], outbox: [], lastSeen: [] };

/** A stage that does what the test says and remembers what it was asked. */
export class FakeStage implements Stage {
  readonly cast = CAST;
  readonly acts: Intent[] = [];
  readonly delivered: MessageInTransit[] = [];
  /** What `messages` shows. */
  composed: ObservedMessage[] = [];
  quiet = false;
  onAct: (intent: Intent) => ActResult = () => ({ accepted: true });
  onDeliver: (message: MessageInTransit) => void = () => {};
  onMessages: () => void = () => {};
  readonly #seen = new Map<string, Observation>();
  #waiting: ObservedMessage[] = [];
  #count = 0;

  /** Composes a message from the sample event. */
  send(method: string, from: string, to: string, uid = 'review@example.com'): ObservedMessage {
    const message = this.compose(method, from, to, uid);
    this.composed.push(message);
    this.#waiting.push(message);
    return message;
  }

  /** The same, but nobody sees or gets it yet. */
  compose(method: string, from: string, to: string, uid: string): ObservedMessage {
    this.#count += 1;
    const data = sampleText({ method, uid });
    const [originator, recipient] = [addressOf(from), addressOf(to)];
    return { id: `m${this.#count}`, originator, recipient, data, composedBy: 'target', channel: 'network' };
  }

  shows(userId: string, observation: Partial<Observation>): void {
    this.#seen.set(userId, { ...NOTHING, ...this.#seen.get(userId), ...observation });
  }

  act(intent: Intent): Promise<ActResult> {
    this.acts.push(intent);
    return Promise.resolve(this.onAct(intent));
  }

  drain(): Promise<readonly MessageInTransit[]> {
    const taken = this.#waiting;
    this.#waiting = [];
    return Promise.resolve(taken);
  }

  deliver(message: MessageInTransit): Promise<DeliveryReport> {
    this.delivered.push(message);
    this.onDeliver(message);
    return Promise.resolve({ outcome: 'applied', reason: 'as the test says' });
  }

  settle(): Promise<boolean> {
    return Promise.resolve(this.quiet);
  }

  observe(userId: string): Promise<Observation> {
    return Promise.resolve(this.#seen.get(userId) ?? NOTHING);
  }

  messages(): Promise<readonly ObservedMessage[]> {
    this.onMessages();
    return Promise.resolve([...this.composed]);
  }

  advance(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export interface FakeOptions {
  readonly capabilities?: readonly Capability[];
  /** Reason for each closed gate. */
  readonly closed?: Readonly<Record<string, string>>;
  readonly deadlineMs?: number;
  readonly driver?: Driver;
}

/** A play on a fake stage, with the texts that its trace got. */
export async function playOn(
  stage: FakeStage,
  { capabilities = [], closed = {}, deadlineMs = 0, driver = 'explicit' }: FakeOptions = {},
): Promise<{ readonly play: Play; readonly traced: readonly string[] }> {
  const traced: string[] = [];
  const description: TargetDescription = {
    name: 'fake',
    kind: 'fake',
    product: 'fake',
    driver,
    capabilities: new Set(capabilities),
    literal: false,
  };
  const target: Target = {
    description,
    open: () => Promise.resolve(stage),
    close: () => Promise.resolve(),
  };
  const lane: Lane = {
    ...{ target, deadlineMs, aborted: () => false, lint: () => [], finish: () => Promise.resolve() },
    scenarioAt: (_uri, pickleId) => pickleId,
    traceOf: () => ({ add: ({ text }) => traced.push(text), rule: () => {} }),
    gateClosed: (gate) => closed[gate],
    uidFor: (_scenarioId, meeting) => `uid-${meeting}`,
  };
  return { play: await Play.open(lane, 'scenario', ['Anna', 'Bert', 'Carla', 'Erik']), traced };
}
