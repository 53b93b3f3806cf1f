import { expectThat } from './look.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';
import { serviceOf } from './service-use.js';

/** Looks at what a scheduling service answers, mails and tells its users. */

/** The last call of the schedule operation was let through, and has that status for a calendar address. */
export async function answeredFor(play: Play, address: string, status: string): Promise<void> {
  await expectThat(play, `status ${status} for ${address}`, () => {
    const result = play.scheduled;
    if (result?.accepted !== true) {
      return Promise.resolve({ holds: false, actual: `refused: ${result?.reason ?? 'no call'}` });
    }
    const found = result.responses.find(({ recipient }) => recipient === address);
    return Promise.resolve({ holds: found?.status === status, actual: found?.status ?? 'no response' });
  });
}

/** The last call of the schedule operation has so many responses. */
export async function answeredForSoMany(play: Play, count: number): Promise<void> {
  await expectThat(play, `${count} responses`, () => {
    const result = play.scheduled;
    const actual = result?.accepted === true ? `${result.responses.length}` : (result?.reason ?? 'no call');
    return Promise.resolve({ holds: actual === `${count}`, actual });
  });
}

/** The last call of the schedule operation was refused for that reason. */
export async function refusedFor(play: Play, reason: string): Promise<void> {
  await expectThat(play, `the call refused: ${reason}`, () => {
    const result = play.scheduled;
    if (result === undefined || result.accepted) {
      return Promise.resolve({ holds: false, actual: 'let through' });
    }
    return Promise.resolve({ holds: result.reason.startsWith(`${reason}:`), actual: result.reason });
  });
}

/** The last deletion led to that, for these people. */
export async function deletionLedTo(play: Play, kind: string, people: readonly string[]): Promise<void> {
  await expectThat(play, `the deletion leads to ${kind} ${people.join(', ')}`, () => {
    const result = play.deletion;
    if (result?.accepted !== true) return Promise.resolve({ holds: false, actual: 'refused' });
    const named = (result.recipients ?? []).map((address) => userOf(address, play.stage.cast));
    return Promise.resolve({
      holds:
        result.consequence === kind &&
        named.length === people.length &&
        people.every((id) => named.includes(id)),
      actual: `${result.consequence ?? 'nothing said'} ${named.join(', ')}`,
    });
  });
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
