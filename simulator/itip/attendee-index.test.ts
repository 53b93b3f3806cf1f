import { describe, expect, it } from 'vitest';
import { withParameter } from '../icalendar/edit.js';
import { sampleEvent } from '../testing/sample-event.js';
import { attendeeLine, attendeePlaces, isListed, withAttendeeLine } from './attendee-index.js';
import { answersIn } from './testing/sides.js';

const BERT = 'mailto:bert@example.com';
const event = sampleEvent({ attendees: { anna: 'ACCEPTED', bert: 'NEEDS-ACTION', carla: 'DECLINED' } });

describe('an Attendee is found', () => {
  it.each([
    ['by the address', [BERT]],
    ['in any letter case', ['MAILTO:Bert@Example.COM']],
    ['by a second address', ['mailto:bert@old.example.com', BERT]],
  ])('%s', (_what, addresses) => {
    expect(attendeeLine(event, addresses)?.[3]).toBe(BERT);
    expect(isListed(event, addresses)).toBe(true);
  });

  it('or not', () => {
    expect(attendeeLine(event, ['mailto:dora@example.com'])).toBeUndefined();
    expect(isListed(event, [])).toBe(false);
  });

  it('by the first line of an address that stands there twice', () => {
    const twice = sampleEvent({ lines: ['ATTENDEE;PARTSTAT=ACCEPTED:mailto:bert@example.com'] });
    expect(attendeeLine(twice, [BERT])?.[1].partstat).toBe('NEEDS-ACTION');
  });
});

describe('a changed ATTENDEE', () => {
  it('leaves the others and their order, and the event that it was made from', () => {
    const changed = withAttendeeLine(event, [BERT], (line) => withParameter(line, 'partstat', 'ACCEPTED'));
    expect(answersIn(changed)).toBe('anna ACCEPTED, bert ACCEPTED, carla DECLINED');
    expect(answersIn(event)).toBe('anna ACCEPTED, bert NEEDS-ACTION, carla DECLINED');
    expect(changed[1].filter((line, index) => line !== event[1][index])).toHaveLength(1);
  });

  it('does not make the places be looked up again', () => {
    const changed = withAttendeeLine(event, [BERT], (line) => withParameter(line, 'rsvp', undefined));
    expect(attendeePlaces(changed)).toBe(attendeePlaces(event));
  });

  it('is none where the event does not list it', () => {
    expect(withAttendeeLine(event, ['mailto:dora@example.com'], (line) => line)).toBe(event);
  });
});
