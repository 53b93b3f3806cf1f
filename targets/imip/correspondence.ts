import { calendarIfReadable } from '../../simulator/icalendar/parse.js';
import { uidOf } from '../../simulator/icalendar/read.js';
import { ImipRefused } from '../../simulator/transport/imip/imip-refused.js';
import { type CalendarPart, type Mail, readMail } from '../../simulator/transport/imip/read-mail.js';
import { sendMail } from '../../simulator/transport/smtp/sender.js';
import { hostInUrl, isLoopback } from '../loopback.js';
import { UsageError } from '../outcome-errors.js';
import { TimeUnderWay } from '../time-under-way.js';
import type { MailDescription } from './config.js';
import type { ArrivedMail, MailIn, MailOut } from './ends.js';
import { openImapAppend, openImapMailbox } from './imap.js';
import { openMailhog } from './mailhog-mail.js';
import { openMailpit } from './mailpit-mail.js';
import { openSinkMail } from './sink-mail.js';

/** One text/calendar part of a mail that a server sent. */
export interface Letter {
  /** Counted in the order of arrival. */
  readonly number: number;
  readonly envelope: ArrivedMail;
  readonly mail: Mail;
  readonly part: CalendarPart;
}

/** The mail between a server and the Calendar Users of other systems, in both directions. */
export interface Correspondence {
  readonly domain: string;
  readonly in: MailIn | undefined;
  /** What has arrived so far about these events, oldest first. */
  lettersAbout(uids: ReadonlySet<string>): Promise<readonly Letter[]>;
  close(): Promise<void>;
}

/**
 * Opens both ends.
 *
 * @param allowRemote whether mail may leave this machine
 * @param answering while the server takes a mail in
 * @throws UsageError when an end is on another machine without that, or the sink cannot listen
 * @throws TargetUnreachable when an end does not answer
 */
export async function openCorrespondence(
  described: MailDescription,
  allowRemote: boolean,
  answering = new TimeUnderWay(),
): Promise<Correspondence> {
  for (const place of placesOf(described)) {
    if (allowRemote || isLoopback(place)) continue;
    throw new UsageError(`mail: ${place} is not on this machine; allowRemote: true permits to use it`);
  }
  const [out, into] = [await openOut(described.out), openIn(described.in, allowRemote)];
  return {
    domain: described.domain,
    in: into && { ...into, hand: (...mail) => answering.during(() => into.hand(...mail)) },
    lettersAbout: readerOf(out),
    close: async () => {
      await out.close();
      await into?.close();
    },
  };
}

/** Reads the mail that arrives, and keeps it by the UID that it is about. */
function readerOf(out: MailOut): Correspondence['lettersAbout'] {
  const byUid = new Map<string, Letter[]>();
  const readNew = async (): Promise<void> => {
    for (const arrived of await out.arrivals()) {
      for (const [uid, letter] of await lettersIn(arrived))
        byUid.set(uid, [...(byUid.get(uid) ?? []), letter]);
    }
  };
  let read: Promise<void> = Promise.resolve();
  return async (uids) => {
    // One after the other, so that letters keep their order.
    read = read.then(readNew, readNew);
    await read;
    const found = [...uids].flatMap((uid) => byUid.get(uid) ?? []);
    return found.sort((one, other) => one.number - other.number);
  };
}

let numbered = 0;

/** The text/calendar parts of a mail by UID. What is no readable mail belongs to no scenario. */
async function lettersIn(envelope: ArrivedMail): Promise<[uid: string, Letter][]> {
  let mail: Mail;
  try {
    mail = await readMail(envelope.raw);
  } catch (error) {
    if (error instanceof ImipRefused) return [];
    throw error;
  }
  return mail.parts.map((part) => {
    numbered += 1;
    const calendar = calendarIfReadable(part.calendar ?? '');
    return [(calendar && uidOf(calendar)) ?? '', { number: numbered, envelope, mail, part }];
  });
}

function openOut(out: MailDescription['out']): Promise<MailOut> {
  switch (out.kind) {
    case 'smtp-sink':
      return openSinkMail(out, 'mail.out');
    case 'mailpit':
      return openMailpit(out);
    case 'mailhog':
      return openMailhog(out);
    default:
      return openImapMailbox(out);
  }
}

function openIn(described: MailDescription['in'], beyondLoopback: boolean): MailIn | undefined {
  if (described === undefined) return undefined;
  if (described.kind === 'imap-append') return openImapAppend(described);
  const { host, port, kind } = described;
  const server = { host, port, lmtp: kind === 'lmtp', beyondLoopback };
  return {
    hand: async (from, to, raw) => {
      const [sent] = await sendMail(server, { from, to: [to] }, raw);
      return sent ?? { recipient: to, outcome: 'temporary', reason: 'no answer' };
    },
    close: () => Promise.resolve(),
  };
}

function placesOf({ out, in: into }: MailDescription): string[] {
  return [out, into].flatMap((end) => {
    if (end === undefined) return [];
    return 'url' in end ? end.url : `mail://${hostInUrl(end.host)}:${end.port}`;
  });
}
