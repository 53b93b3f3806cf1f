import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../icalendar/edit.js';
import { components, textValue } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import { BERLIN, sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { messageRules } from './message-rules.js';
import { STANDARD_POLICIES } from './policies.js';

const rules = messageRules(STANDARD_POLICIES);

describe('a message leaves', () => {
  it('without the parameters of CalDAV, and its VTIMEZONEs as they are', () => {
    const calendar = sampleCalendar({
      before: BERLIN,
      lines: ['ATTENDEE;SCHEDULE-AGENT=CLIENT;SCHEDULE-STATUS=1.2:mailto:carla@example.com'],
    });
    const sent = rules.envelope(calendar);
    expect(JSON.stringify(sent)).not.toContain('schedule-');
    expect(components(sent, 'vtimezone')[0]).toBe(components(calendar, 'vtimezone')[0]);
  });

  it('with a SUMMARY, if need be an empty one', () => {
    const [name, lines] = sampleEvent();
    const silent = [name, lines.filter((line) => line[0] !== 'summary'), []] as const;
    expect(textValue(rules.requestContent(silent), 'summary')).toBe('');
    expect(textValue(rules.requestContent(sampleEvent()), 'summary')).toBe('Design review');
  });

  it.each(['requestContent', 'replyContent', 'cancelContent'] as const)('%s: without alarms', (rule) => {
    const [event] = eventsOf(
      sampleCalendar({ lines: ['BEGIN:VALARM', 'ACTION:AUDIO', 'TRIGGER:PT0S', 'END:VALARM'] }),
    );
    expect(event?.[2]).toHaveLength(1);
    expect(event && rules[rule](event, 'event', sampleCalendar())[2]).toEqual([]);
  });
});

describe('a CANCEL has STATUS', () => {
  it('for the whole event and, as in the sample, for an instance, not for some Attendees', () => {
    expect([rules.cancelStatus(true), rules.instanceCancelStatus(), rules.cancelStatus(false)]).toEqual([
      'CANCELLED',
      'CANCELLED',
      undefined,
    ]);
  });
});

describe('a REPLY repeats', () => {
  const event = sampleEvent({ lines: ['LOCATION:Room 1', 'RECURRENCE-ID:20300304T100000Z'] });

  it('the REQUEST', () => {
    expect(rules.replyContent(event)[1]).toEqual(event[1]);
  });

  it('by policy no more than it must', () => {
    const least = messageRules({ ...STANDARD_POLICIES, replyContent: 'least' });
    const names = least.replyContent(event)[1].map(([name]) => name);
    expect(names).toEqual([
      'uid',
      'dtstamp',
      'sequence',
      'dtstart',
      'organizer',
      'attendee',
      'recurrence-id',
    ]);
  });
});

describe('an empty calendar', () => {
  it('is left as it is', () => {
    expect(rules.envelope(makeCalendar('-//x//EN', []))).toEqual(makeCalendar('-//x//EN', []));
  });
});
