import { type JCalComponent, parameter, property, textValue } from '../simulator/icalendar/jcal.js';
import { expectCopy } from './copy-looks.js';
import type { Finding } from './look.js';
import { expectMessage } from './message-looks.js';
import type { Play } from './play.js';
import type { Which } from './which.js';

/** Looks at properties and parameters that a client need not know (RFC 5546 section 3.7.3). */

/** The event in somebody's calendar has a property with that value. */
export async function copyHas(play: Play, who: string, name: string, value: string): Promise<void> {
  await expectCopy(play, who, play.currentMeeting(), `${name} "${value}"`, (event) =>
    judged(event, name, value),
  );
}

/** The message has a property with that value. */
export async function messageHas(play: Play, which: Which, name: string, value: string): Promise<void> {
  await expectMessage(play, which, `${name} "${value}"`, ({ event }) => judged(event, name, value));
}

/** The message has a property with a parameter of that value. */
export async function messageHasParameter(
  play: Play,
  which: Which,
  { name, value, of }: { name: string; value: string; of: string },
): Promise<void> {
  await expectMessage(play, which, `${name} "${value}" of ${of}`, ({ event }) => {
    const line = property(event, of.toLowerCase());
    const found = line && parameter(line, name.toLowerCase());
    return { holds: found === value, actual: `${name} "${found ?? '(none)'}" of ${of}` };
  });
}

function judged(event: JCalComponent, name: string, value: string): Finding {
  const found = textValue(event, name.toLowerCase());
  return { holds: found === value, actual: `${name} "${found ?? '(none)'}"` };
}
