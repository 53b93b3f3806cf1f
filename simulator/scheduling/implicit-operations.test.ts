import { describe, expect, it } from 'vitest';
import { parseCalendar } from '../icalendar/parse.js';
import { sampleText } from '../testing/sample-event.js';
import { deleteObject, EditRefused, putObject } from './implicit-operations.js';
import { Company } from './testing/company.js';
import { UID } from './testing/office.js';

const DAILY = {
  attendees: { bert: 'NEEDS-ACTION', carla: 'NEEDS-ACTION' },
  lines: ['RRULE:FREQ=DAILY;COUNT=5'],
};

/** Bert stores his copy of a daily series with an override for a day, as accepted. */
function storesOverride(company: Company, day: string, ...times: readonly string[]): void {
  const override = [
    'BEGIN:VEVENT',
    `UID:${UID}`,
    'DTSTAMP:20300107T090000Z',
    `RECURRENCE-ID:${day}`,
    ...times,
    'ORGANIZER:mailto:anna@example.com',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:bert@example.com',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const calendar = parseCalendar(sampleText(DAILY).replace('END:VCALENDAR', override));
  company.do((scheduler) => putObject(scheduler, 'bert', calendar));
}

describe('an Attendee who stores an override', () => {
  it.each([
    ['DTEND', 'DTEND:20300305T110000Z'],
    ['DURATION', 'DURATION:PT1H'],
  ])('answers for that day, its end written as %s', (_form, end) => {
    const company = Company.invited({}, DAILY);
    storesOverride(company, '20300305T100000Z', 'DTSTART:20300305T100000Z', end);
    expect(company.since(2)).toEqual(['REPLY bert>anna']);
  });

  it.each([
    ['another start', '20300305T100000Z', ['DTSTART:20300305T150000Z', 'DTEND:20300305T160000Z']],
    ['another end', '20300305T100000Z', ['DTSTART:20300305T100000Z', 'DTEND:20300305T120000Z']],
    ['a day of its own', '20300315T100000Z', ['DTSTART:20300315T100000Z', 'DTEND:20300315T110000Z']],
  ])('may not give the series %s', (_what, day, times) => {
    const company = Company.invited({}, DAILY);
    expect(() => storesOverride(company, day, ...times)).toThrow(EditRefused);
    expect(company.since(2)).toEqual([]);
  });
});

describe('an Attendee who removes the own copy', () => {
  it('declines', () => {
    const company = Company.invited();
    company.do((scheduler) => deleteObject(scheduler, 'bert', UID));
    expect(company.since(2)).toEqual(['REPLY bert>anna']);
    expect(company.scheduler.account('bert').find(UID)).toBeUndefined();
  });

  it('says nothing when asked not to', () => {
    const company = Company.invited();
    company.do((scheduler) => deleteObject(scheduler, 'bert', UID, false));
    expect(company.since(2)).toEqual([]);
    expect(company.scheduler.account('bert').find(UID)).toBeUndefined();
  });

  it('says nothing when the event is cancelled', () => {
    const company = Company.invited();
    company.do((scheduler) => scheduler.cancel('anna', UID));
    company.deliver();
    company.do((scheduler) => deleteObject(scheduler, 'bert', UID));
    expect(company.since(4)).toEqual([]);
    expect(company.scheduler.account('bert').find(UID)).toBeUndefined();
  });
});
