import { provedAbsent, provedQuiet } from './absence.js';
import { checkGate, expectThat } from './look.js';
import type { Play } from './play.js';
import type { Method } from './scheduling-message.js';
import { type Which, wordsFor } from './which.js';

/** Looks at whether messages are sent at all; what stands in them is looked at in message-looks.ts. */

/** Everybody named gets a message of that kind: it is composed, and it leaves. */
export async function reaches(play: Play, method: Method, people: readonly string[]): Promise<void> {
  checkGate(play, method);
  const names = people.map((id) => play.user(id).name).join(', ');
  await expectThat(play, `a ${method} to ${names}`, async () => {
    const sent = (await play.sent()).latest.filter(
      (message) => message.method === method && play.post.hasLeft(message),
    );
    const missing = people.filter((id) => !sent.some(({ to }) => to === id));
    return {
      holds: missing.length === 0,
      actual:
        missing.length === 0
          ? 'all of them'
          : `none to ${missing.map((id) => play.user(id).name).join(', ')}`,
      evidence: sent[0]?.transit.data,
    };
  });
}

/** Nobody sends such a message: proved, not waited for (see absence.ts). */
export async function isNotSent(play: Play, which: Which): Promise<void> {
  const found = await provedAbsent(play, which);
  await expectThat(play, `no ${wordsFor(play, which)}`, () =>
    Promise.resolve({
      holds: found === undefined,
      actual: found === undefined ? 'none' : `a ${found.method} to ${found.to}`,
      evidence: found?.transit.data,
    }),
  );
}

/** The last message that arrived made the target send nothing: proved by quiescence. */
export async function nothingInReturn(play: Play): Promise<void> {
  const expected = 'no scheduling message in return';
  if ((await play.sentInReturn()).length === 0) await provedQuiet(play, expected);
  await expectThat(play, expected, async () => {
    const [first] = await play.sentInReturn();
    return {
      holds: first === undefined,
      actual: first === undefined ? 'none' : `a ${first.method} to ${first.to}`,
      evidence: first?.transit.data,
    };
  });
}
