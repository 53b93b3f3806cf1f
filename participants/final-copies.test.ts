import { describe, expect, it } from 'vitest';
import { FinalCopies } from './final-copies.js';
import type { Meeting } from './meeting.js';

const UTC = { local: '2030-03-04T10:00:00', zone: 'UTC' };
const isSimulated = (id: string) => id === 'erik' || id === 'emil';

function meeting(organizer: string, attendees: readonly string[]): Meeting {
  return { title: 'Design review', uid: 'u1', organizer, attendees, start: UTC, end: UTC };
}

/** Whether Anna's copy is final after these happenings, of a meeting that she organizes with these people. */
function isFinalAtAnna(happen: (copies: FinalCopies) => void, attendees = ['erik']): boolean {
  const copies = new FinalCopies();
  happen(copies);
  return copies.isFinal('anna', meeting('anna', attendees), isSimulated);
}

describe('a copy is final', () => {
  it('for the Organizer, when the answer of a counterpart has been delivered and all others are counterparts', () => {
    const answered = (copies: FinalCopies) => {
      copies.acted('anna', 'u1');
      copies.came('anna', 'u1');
    };
    expect(isFinalAtAnna(answered, ['erik', 'emil'])).toBe(true);
    expect(isFinalAtAnna(answered, ['anna', 'erik'])).toBe(true);
    expect(isFinalAtAnna(answered, ['erik', 'bert'])).toBe(false);
  });

  it('for an Attendee, when the Organizer is a counterpart, whoever else attends', () => {
    const copies = new FinalCopies();
    copies.came('bert', 'u1');
    expect(copies.isFinal('bert', meeting('erik', ['bert', 'carla']), isSimulated)).toBe(true);
    expect(copies.isFinal('bert', meeting('anna', ['bert']), isSimulated)).toBe(false);
    expect(copies.isFinal('carla', meeting('erik', ['bert', 'carla']), isSimulated)).toBe(false);
  });

  it('not before anything was delivered, and not by what came about another event', () => {
    expect(isFinalAtAnna((copies) => copies.acted('anna', 'u1'))).toBe(false);
    expect(isFinalAtAnna((copies) => copies.came('anna', 'u2'))).toBe(false);
  });

  it('no longer, once its owner has done something', () => {
    expect(
      isFinalAtAnna((copies) => {
        copies.came('anna', 'u1');
        copies.acted('anna', 'u1');
      }),
    ).toBe(false);
  });

  it('never, where somebody else on the target has done something', () => {
    expect(
      isFinalAtAnna((copies) => {
        copies.acted('otto', 'u1');
        copies.came('anna', 'u1');
      }),
    ).toBe(false);
  });
});
