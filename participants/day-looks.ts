import { property } from '../simulator/icalendar/jcal.js';
import type { ZonedTime } from '../targets/target.js';
import { expectCopy } from './copy-looks.js';
import type { Play } from './play.js';

/** Looks at events of whole days. */

/** The event begins on that day and is written as a day, not as a time. */
export async function showsDay(play: Play, who: string, title: string, { local }: ZonedTime): Promise<void> {
  const day = local.slice(0, 10);
  await expectCopy(play, who, play.meeting(title), `"${title}" on the day ${day}`, (event) => {
    const [, , type, value] = property(event, 'dtstart') ?? [];
    return { holds: type === 'date' && value === day, actual: `DTSTART is the ${type} ${String(value)}` };
  });
}
