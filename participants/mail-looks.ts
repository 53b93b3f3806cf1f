import { uidOf } from '../simulator/icalendar/read.js';
import { decodeImip, type Imip, onlyBody } from '../simulator/transport/imip/decode.js';
import { ImipRefused } from '../simulator/transport/imip/imip-refused.js';
import type { ZonedTime } from '../targets/target.js';
import { expectThat, type Finding, ifUnderstood } from './look.js';
import { utcOf } from './moments.js';
import type { Play } from './play.js';
import { startIn, userOf } from './scheduling-message.js';
import { serviceOf } from './service-use.js';

/** Looks at the mails of a scheduling service as a mail program reads them (RFC 6047). */

/** The newest mail to somebody is one scheduling message about the meeting, and says its METHOD outside, too. */
export async function isImip(play: Play, to: string, method: string, title: string): Promise<void> {
  const { uid } = play.meeting(title);
  await expectNewest(play, to, `a ${method} about "${title}" by iMIP`, (imip) => {
    const { method: found, calendar } = onlyBody(imip);
    return {
      holds: found === method && uidOf(calendar) === uid,
      actual: `a ${found} about ${uidOf(calendar)}`,
    };
  });
}

/** The newest mail to somebody says From one, and To one and nobody else. */
export async function isFromAndTo(play: Play, to: string, from: string): Promise<void> {
  await expectNewest(play, to, `From ${from}, To ${to}`, (imip) => {
    const [sender, ...named] = [imip.from ?? '', ...imip.to].map((each) => userOf(each, play.stage.cast));
    return {
      holds: sender === from && named.length === 1 && named[0] === to,
      actual: `From ${sender || '(nobody)'}, To ${named.join(', ') || '(nobody)'}`,
    };
  });
}

/** All mails to somebody about a meeting have it at these times, in that order. */
export async function bringTimes(
  play: Play,
  to: string,
  title: string,
  times: readonly ZonedTime[],
): Promise<void> {
  const { uid } = play.meeting(title);
  const wanted = times.map(utcOf).join(', ');
  await expectThat(play, `mails to ${to} for ${wanted}`, async () => {
    return judgedMails(await mailsTo(play, to), (mails) => {
      const calendars = mails.flatMap(({ bodies }) => bodies.map(({ calendar }) => calendar));
      const found = calendars.filter((calendar) => uidOf(calendar) === uid).map(startIn);
      return { holds: found.join(', ') === wanted, actual: found.join(', ') || 'no mail' };
    });
  });
}

/** So many mails have left, each with a Message-ID of its own. */
export async function haveOwnIds(play: Play, count: number): Promise<void> {
  await expectThat(play, `${count} mails, each with a Message-ID of its own`, async () => {
    const raws = (await serviceOf(play).mails()).map(({ raw }) => raw);
    return judgedMails(raws, (mails) => {
      const ids = new Set(mails.map(({ messageId }) => messageId));
      ids.delete(undefined);
      return {
        holds: mails.length === count && ids.size === count,
        actual: `${mails.length} mails with ${ids.size} Message-IDs`,
      };
    });
  });
}

async function mailsTo(play: Play, to: string): Promise<string[]> {
  const mails = await serviceOf(play).mails();
  return mails.filter((mail) => userOf(mail.to, play.stage.cast) === to).map(({ raw }) => raw);
}

/** What is found in mails. One that is no iMIP, or cannot be understood, does not show it. */
async function judgedMails(
  raws: readonly string[],
  judge: (mails: readonly Imip[]) => Finding,
): Promise<Finding> {
  const evidence = raws.at(-1);
  try {
    const mails = await Promise.all(raws.map((raw) => decodeImip(Buffer.from(raw, 'latin1'))));
    return { ...ifUnderstood(() => judge(mails)), evidence };
  } catch (error) {
    if (!(error instanceof ImipRefused)) throw error;
    return { holds: false, actual: `no iMIP: ${error.message}`, evidence };
  }
}

async function expectNewest(
  play: Play,
  to: string,
  expected: string,
  judge: (imip: Imip) => Finding,
): Promise<void> {
  await expectThat(play, `${expected} for ${play.user(to).name}`, async () => {
    return judgedMails((await mailsTo(play, to)).slice(-1), ([newest]) =>
      newest === undefined ? { holds: false, actual: 'no mail' } : judge(newest),
    );
  });
}
