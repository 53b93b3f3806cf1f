import { Mismatch } from '../targets/outcome-errors.js';
import { expectThat } from './look.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';
import { serviceOf } from './service-use.js';

/** Looks at what a scheduling service answers, mails and tells its users. */

/** The last call of the schedule operation was let through, and has that status for a calendar address. */
export function answeredFor({ scheduled }: Play, address: string, status: string): void {
  const found =
    scheduled?.accepted === true
      ? (scheduled.responses.find(({ recipient }) => recipient === address)?.status ?? 'no response')
      : `refused: ${scheduled?.reason ?? 'no call'}`;
  expectSaid(`status ${status} for ${address}`, found === status, found);
}

/** The last call of the schedule operation has so many responses. */
export function answeredForSoMany({ scheduled }: Play, count: number): void {
  const found =
    scheduled?.accepted === true ? `${scheduled.responses.length}` : (scheduled?.reason ?? 'no call');
  expectSaid(`${count} responses`, found === `${count}`, found);
}

/** The last call of the schedule operation was refused for that reason. */
export function refusedFor({ scheduled }: Play, reason: string): void {
  const found = scheduled === undefined || scheduled.accepted ? 'let through' : scheduled.reason;
  expectSaid(`the call refused: ${reason}`, found.startsWith(`${reason}:`), found);
}

/** The last deletion led to that, for these people. */
export function deletionLedTo({ deletion, stage }: Play, kind: string, people: readonly string[]): void {
  const expected = `the deletion leads to ${kind} ${people.join(', ')}`;
  if (deletion?.accepted !== true) throw new Mismatch(expected, 'refused');
  const named = (deletion.recipients ?? []).map((address) => userOf(address, stage.cast));
  const holds =
    deletion.consequence === kind &&
    named.length === people.length &&
    people.every((id) => named.includes(id));
  expectSaid(expected, holds, `${deletion.consequence ?? 'nothing said'} ${named.join(', ')}`);
}

/** An answer that was given does not change any more: there is nothing to wait for. */
function expectSaid(expected: string, holds: boolean, actual: string): void {
  if (!holds) throw new Mismatch(expected, actual);
}

/** So many mails have gone to somebody in all. */
export async function hasGotMails(play: Play, who: string, count: number): Promise<void> {
  await expectThat(play, `${count} mails to ${play.user(who).name}`, async () => {
    const mails = (await serviceOf(play).mails()).filter(({ to }) => userOf(to, play.stage.cast) === who);
    return { holds: mails.length === count, actual: `${mails.length}`, evidence: mails.at(-1)?.raw };
  });
}

/** The newest mail to somebody comes from somebody. */
export async function mailComesFrom(play: Play, to: string, from: string): Promise<void> {
  await expectThat(play, `a mail to ${play.user(to).name} from ${play.user(from).name}`, async () => {
    const mail = (await serviceOf(play).mails()).findLast((each) => userOf(each.to, play.stage.cast) === to);
    const sender = userOf(mail?.from ?? '', play.stage.cast);
    return { holds: sender === from, actual: sender || 'no mail', evidence: mail?.raw };
  });
}

/** A user was told so many times of messages of that METHOD about a meeting. */
export async function wasNotified(
  play: Play,
  who: string,
  { method, title, times }: { readonly method: string; readonly title: string; readonly times: number },
): Promise<void> {
  const { uid } = play.meeting(title);
  await expectThat(play, `${times} notifications of ${play.user(who).name} of a ${method}`, async () => {
    const { notifications = [] } = await play.stage.observe(who);
    const found = notifications.filter((each) => each.uid === uid && each.kind === method);
    return { holds: found.length === times, actual: `${found.length}` };
  });
}
