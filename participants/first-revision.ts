import { Blocked } from '../targets/outcome-errors.js';
import type { Play } from './play.js';
import { sequenceShift } from './sequence-shift.js';

/**
 * The first revision of a meeting has SEQUENCE 0, which a message without SEQUENCE stands for.
 *
 * @throws Blocked where the target begins to count at another number, for then nobody can tell of revision 0
 */
export async function beginsAtZero(play: Play, title: string): Promise<void> {
  const shift = await sequenceShift(play, play.meeting(title));
  if (shift !== 0) throw new Blocked(`the first revision of "${title}" has SEQUENCE ${shift}`);
}
