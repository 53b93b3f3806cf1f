import { describe, expect, it } from 'vitest';
import { properties, textValue } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import type { Sample } from '../testing/sample-event.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { standardRules } from './standard-rules.js';
import { addressesIn, partOf, type View, viewsOf } from './views.js';

function views(...samples: readonly Sample[]): View[] {
  const object = sampleObject(...samples);
  return viewsOf(eventsOf(object).map(partOf), standardRules, object);
}

/** Who sees what, e.g. `bert: series, 11.`; with EXDATEs behind the series. */
function told(list: readonly View[]): string[] {
  return list.map(({ recipients, events }) => {
    const names = recipients.map((address) => address.replace(/^mailto:|@.*$/g, ''));
    const parts = events.map((event) => {
      const id = textValue(event, 'recurrence-id');
      const without = properties(event, 'exdate').map((line) => ` -${String(line[3]).slice(8, 10)}.`);
      return id === undefined ? `series${without.join('')}` : `${Number(id.slice(8, 10))}.`;
    });
    return `${names.join(', ')}: ${parts.join(', ')}`;
  });
}

describe('who sees what', () => {
  const [both, one] = [{ bert: 'ACCEPTED', carla: 'ACCEPTED' }, { bert: 'ACCEPTED' }];

  it('all see a single event', () => {
    expect(told(views({ attendees: both }))).toEqual(['bert, carla: series']);
  });

  it('those who are on everything share one view', () => {
    expect(told(views({ ...MONDAYS, attendees: both }, monday(11, { attendees: both })))).toEqual([
      'bert, carla: series, 11.',
    ]);
  });

  it('one who is not on an instance sees the series without it', () => {
    expect(
      told(
        views(
          { ...MONDAYS, attendees: both },
          monday(11, { attendees: one }),
          monday(18, { attendees: both }),
        ),
      ),
    ).toEqual(['bert: series, 11., 18.', 'carla: series -11., 18.']);
  });

  it('one who is on an instance alone sees no more', () => {
    expect(
      told(views({ ...MONDAYS, attendees: one }, monday(11, { attendees: { ...one, dora: 'ACCEPTED' } }))),
    ).toEqual(['bert: series, 11.', 'dora: 11.']);
  });

  it('one who is on no instance sees nothing of the series', () => {
    const series = { lines: ['RRULE:FREQ=WEEKLY;COUNT=1'], attendees: both };
    expect(told(views(series, monday(4, { attendees: one })))).toEqual(['bert: series, 4.', 'carla: ']);
  });

  it('nobody sees what nobody is on', () => {
    expect(told(views({ ...MONDAYS, attendees: {} }, monday(11, { attendees: {} })))).toEqual([]);
  });

  it('each address is named once', () => {
    const [event] = eventsOf(sampleObject({ lines: ['ATTENDEE:MAILTO:Bert@example.com'] }));
    expect(event && addressesIn(event)).toEqual(['mailto:bert@example.com']);
  });
});
