import { describe, expect, it } from 'vitest';
import { makeProperty, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, textValue } from '../icalendar/jcal.js';
import { attendeeOf } from '../icalendar/read.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { entryOf, onlyEvent } from './entry.js';
import { deleteOwnCopy, editOwnCopy } from './own-copy.js';
import { standardRules } from './standard-rules.js';

const NOW = '2030-01-07T10:00:00Z';
const BERT = ['mailto:bert@example.com'];
const copy = entryOf(sampleCalendar({ attendees: { bert: 'ACCEPTED', carla: 'NEEDS-ACTION' } }));
const moved = (event: JCalComponent) => withProperty(event, makeProperty('dtstart', '2030-03-05T15:00:00Z'));

describe('an Attendee who changes the own copy', () => {
  it('has another copy and tells nobody', () => {
    const { entry, outgoing } = editOwnCopy(copy, moved, NOW, standardRules);
    expect(outgoing).toEqual([]);
    expect(textValue(onlyEvent(entry?.calendar ?? copy.calendar), 'dtstart')).toBe('2030-03-05T15:00:00Z');
  });

  it('cannot do so where only instances were received', () => {
    const single = entryOf(sampleCalendar({ lines: ['RECURRENCE-ID:20300304T100000Z'] }));
    expect(() => editOwnCopy(single, moved, NOW, standardRules)).toThrow(RangeError);
  });

  it('tells all Attendees where that counts as a revision', () => {
    const rules = { ...standardRules, ownEditIsRevision: () => true };
    const [message] = editOwnCopy(copy, moved, NOW, rules).outgoing;
    expect(message).toMatchObject({ method: 'REQUEST', recipients: [...BERT, 'mailto:carla@example.com'] });
  });
});

describe('an Attendee who deletes the own copy', () => {
  it('declines to the Organizer alone and keeps nothing', () => {
    const { entry, outgoing } = deleteOwnCopy(copy, { own: BERT, now: NOW }, standardRules);
    expect(entry).toBeUndefined();
    expect(outgoing).toMatchObject([{ method: 'REPLY', recipients: ['mailto:anna@example.com'] }]);
    const reply = onlyEvent(outgoing[0]?.calendar ?? copy.calendar);
    expect(attendeeOf(reply, BERT)?.partstat).toBe('DECLINED');
  });

  it('says nothing about a copy that was cancelled', () => {
    const cancelled = entryOf(
      sampleCalendar({ attendees: { bert: 'ACCEPTED' }, lines: ['STATUS:CANCELLED'] }),
    );
    expect(deleteOwnCopy(cancelled, { own: BERT, now: NOW }, standardRules)).toEqual({
      entry: undefined,
      outgoing: [],
    });
  });

  it('cancels for all where a deletion counts as the one of the Organizer', () => {
    const rules = { ...standardRules, ownDeletionCancels: () => true };
    const { outgoing } = deleteOwnCopy(copy, { own: BERT, now: NOW }, rules);
    expect(outgoing).toMatchObject([{ method: 'CANCEL' }]);
  });
});
