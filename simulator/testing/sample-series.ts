import { withComponents } from '../icalendar/edit.js';
import { components, type JCalComponent } from '../icalendar/jcal.js';
import { type Sample, sampleCalendar } from './sample-event.js';

/** For unit tests: a weekly series on four Mondays of March 2030, the 4th, 11th, 18th and 25th, 10:00 to 11:00 UTC. */
export const MONDAYS: Sample = { lines: ['RRULE:FREQ=WEEKLY;COUNT=4'] };

/** One object with the VEVENTs of several samples; METHOD and VTIMEZONEs come from the first. */
export function sampleObject(...samples: readonly Sample[]): JCalComponent {
  const [first, ...others] = samples.map(sampleCalendar);
  if (first === undefined) throw new Error('no sample');
  return withComponents(first, [...first[2], ...others.flatMap((other) => components(other, 'vevent'))]);
}

/** The sample as an override of the Monday on that day of March, at 10:00 UTC unless it says otherwise. */
export function monday(day: number, sample: Sample = {}): Sample {
  const date = `203003${String(day).padStart(2, '0')}`;
  return {
    dtstart: `:${date}T100000Z`,
    dtend: `:${date}T110000Z`,
    ...sample,
    lines: [`RECURRENCE-ID:${date}T100000Z`, ...(sample.lines ?? [])],
  };
}
