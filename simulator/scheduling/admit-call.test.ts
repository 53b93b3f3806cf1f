import { describe, expect, it } from 'vitest';
import { withoutProperty } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { type Sample, sampleCalendar } from '../testing/sample-event.js';
import { ScheduleRefused } from './schedule-refused.js';
import { addressOf, Office } from './testing/office.js';

const ANNAS_ALIAS = 'ATTENDEE:mailto:anna@old.example.com';

function called(
  office: Office,
  from: string,
  sample: Sample,
  recipients?: readonly string[],
): readonly string[] {
  const call = { originator: addressOf(from), calendar: sampleCalendar(sample) };
  office.scheduler.schedule(recipients === undefined ? call : { ...call, recipients });
  return office.scheduler.drain().map(({ recipient }) => recipient);
}

/** Why a call is refused; `let through` when it is not. Whatever was refused has left nothing. */
function outcome(
  office: Office,
  from: string,
  calendar: JCalComponent,
  recipients?: readonly string[],
): string {
  try {
    const call = { originator: addressOf(from), calendar };
    office.scheduler.schedule(recipients === undefined ? call : { ...call, recipients });
    return 'let through';
  } catch (error) {
    if (!(error instanceof ScheduleRefused)) throw error;
    expect(office.scheduler.drain()).toEqual([]);
    return error.reason;
  }
}

function invitedOffice(): Office {
  const office = new Office();
  office.invite();
  office.deliverAll();
  office.scheduler.drain();
  return office;
}

function without(name: string, sample: Sample): JCalComponent {
  const [kind, lines, parts] = sampleCalendar(sample);
  return [kind, lines, parts.map((part) => withoutProperty(part, name))];
}

describe('the usual Recipients', () => {
  it('of an Organizer are the Attendees, without the Organizer under any address', () => {
    const attendees = { anna: 'ACCEPTED', bert: 'NEEDS-ACTION' };
    expect(called(new Office(), 'anna', { method: 'REQUEST', attendees, lines: [ANNAS_ALIAS] })).toEqual([
      addressOf('bert'),
    ]);
  });

  it('are the same when the CUA sends', () => {
    const office = new Office();
    office.invite({ lines: [ANNAS_ALIAS] });
    expect(office.sent.map(({ recipient }) => recipient)).toEqual([addressOf('bert'), addressOf('carla')]);
  });

  it.each(['REPLY', 'COUNTER', 'REFRESH'])('of a %s are the Organizer alone', (method) => {
    expect(called(invitedOffice(), 'bert', { method })).toEqual([addressOf('anna')]);
  });

  it('of a CANCEL are those whom it lists', () => {
    const attendees = { carla: 'NEEDS-ACTION' };
    expect(called(invitedOffice(), 'anna', { method: 'CANCEL', attendees })).toEqual([addressOf('carla')]);
  });
});

describe('a call is refused', () => {
  it.each<[string, string, JCalComponent, readonly string[] | undefined]>([
    ['no-method', 'anna', sampleCalendar(), undefined],
    ['unknown-method', 'anna', sampleCalendar({ method: 'ANNOUNCE' }), undefined],
    ['no-uid', 'anna', without('uid', { method: 'REQUEST' }), undefined],
    ['no-organizer', 'anna', without('organizer', { method: 'REQUEST' }), undefined],
    ['unknown-originator', 'erik', sampleCalendar({ method: 'REQUEST' }), undefined],
    ['not-the-organizer', 'bert', sampleCalendar({ method: 'CANCEL' }), undefined],
    ['not-taking-part', 'carla', sampleCalendar({ method: 'REPLY' }), undefined],
    ['no-recipients', 'anna', sampleCalendar({ method: 'PUBLISH' }), undefined],
    ['no-recipients', 'anna', sampleCalendar({ method: 'REQUEST' }), []],
  ])('as %s when %s calls', (reason, from, calendar, recipients) => {
    expect(outcome(invitedOffice(), from, calendar, recipients)).toBe(reason);
  });

  it('although METHOD is written in small letters, for want of a right and not of a method', () => {
    expect(outcome(invitedOffice(), 'bert', sampleCalendar({ method: 'cancel' }))).toBe('not-the-organizer');
    expect(outcome(invitedOffice(), 'bert', sampleCalendar({ method: 'reply' }))).toBe('let through');
  });
});

describe('a REQUEST of an Attendee', () => {
  const toDora = [addressOf('dora')];

  it('is let through in the revision that the Attendee has', () => {
    expect(outcome(invitedOffice(), 'bert', sampleCalendar({ method: 'REQUEST' }), toDora)).toBe(
      'let through',
    );
  });

  it('is refused in a newer one, and from somebody who has none', () => {
    const newer = sampleCalendar({ method: 'REQUEST', sequence: 1 });
    expect(outcome(invitedOffice(), 'bert', newer, toDora)).toBe('not-the-organizer');
    expect(outcome(new Office(), 'bert', sampleCalendar({ method: 'REQUEST' }), toDora)).toBe(
      'not-the-organizer',
    );
  });
});
