import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Intent, Stage, TraceEvent } from '../../target.js';
import { openCaldavTarget } from '../caldav-target.js';
import { CaldavDescription } from '../config.js';
import { BASE, FakeServer, type Got } from './fake-server.js';

/** UID of the sample event. */
export const UID = 'review@example.com';
/** Where the target stores it for Anna. */
export const OWN = `/home/anna/default/${UID}.ics`;
/** Somewhere in Bert's calendar. */
export const BERTS = '/home/bert/default/some-name.ics';

export const INVITE: Extract<Intent, { kind: 'invite' }> = {
  ...{ kind: 'invite', actor: 'anna', uid: UID, summary: 'Design review', attendees: ['bert'] },
  start: { local: '2030-03-04T10:00:00', zone: 'UTC' },
  end: { local: '2030-03-04T11:00:00', zone: 'UTC' },
};
export const UPDATE: Intent = { kind: 'update', actor: 'anna', uid: UID, changes: { location: 'Room 3' } };

/** A stage with Anna and Bert on the fake server, new for each test of the file. */
export class StageOnFake {
  readonly fake = new FakeServer();
  readonly trace: Omit<TraceEvent, 'at'>[] = [];
  stage!: Stage;

  constructor() {
    let server: ReturnType<FakeServer['intercept']> | undefined;
    beforeAll(() => {
      server = this.fake.intercept();
    });
    beforeEach(() => this.#open());
    afterEach(() => this.fake.reset());
    afterAll(() => server?.close());
  }

  async #open(): Promise<void> {
    const users = Object.fromEntries(
      ['anna', 'bert'].map((id) => [id, { username: id, password: 'secret' }]),
    );
    const described = { kind: 'caldav', name: 'fake', url: `${BASE}/dav/`, users, deadlineMs: 3000 };
    const target = await openCaldavTarget(CaldavDescription.parse(described));
    const request = { scenario: 'of the test', names: ['Anna', 'Bert'], external: [] };
    this.trace.length = 0;
    this.stage = await target.open(request, { add: (event) => this.trace.push(event), rule: () => {} });
    this.fake.got.length = 0;
  }

  /** The requests of one method since the stage was opened. */
  sent(method: string): Got[] {
    return this.fake.got.filter((got) => got.method === method);
  }
}
