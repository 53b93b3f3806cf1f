import { describe, expect, it } from 'vitest';
import type { Intent } from '../../target.js';
import { everything, type Rehearsal } from './rehearsal.js';

const PEOPLE = ['Anna', 'Bert', 'Carla'];
const TIMES = {
  start: { local: '2031-03-05T10:00:00', zone: 'UTC' },
  end: { local: '2031-03-05T11:00:00', zone: 'UTC' },
};

/** Each of them is about an event to which Anna invited Bert, or about one that nobody has. */
const REFUSED: readonly [string, (uid: string, unknown: string) => Intent][] = [
  ['an answer of somebody who is not invited', (uid) => ({ kind: 'accept', actor: 'carla', uid })],
  ['an answer to an unknown event', (_, uid) => ({ kind: 'decline', actor: 'bert', uid })],
  ['a new time for an unknown event', (_, uid) => ({ kind: 'reschedule', actor: 'anna', uid, ...TIMES })],
  ['the end of an unknown event', (_, uid) => ({ kind: 'cancel', actor: 'anna', uid })],
  [
    'new details of an unknown event',
    (_, uid) => ({ kind: 'update', actor: 'anna', uid, changes: { location: 'Room 3' } }),
  ],
  [
    'the removal of somebody who is not invited',
    (uid) => ({ kind: 'uninvite', actor: 'anna', uid, attendee: 'carla' }),
  ],
];

/** What cannot be done is refused with a reason, and nothing changes. */
export function refusalCases(rehearsal: Rehearsal): void {
  describe('refuses with a reason, and nothing changes', () => {
    it.each(REFUSED)('%s', (_what, intentAbout) =>
      rehearsal.on(PEOPLE, async (stage) => {
        const uid = await rehearsal.invited(stage, ['bert']);
        const before = await everything(stage);
        const result = await stage.act(intentAbout(uid, rehearsal.newUid()));
        expect(result).toEqual({ accepted: false, reason: expect.stringMatching(/\S/) });
        expect(await stage.drain()).toEqual([]);
        expect(await everything(stage)).toBe(before);
      }),
    );
  });
}
