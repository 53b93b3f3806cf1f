import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SmtpSink, startSmtpSink } from '../../../targets/imip/smtp-sink.js';
import { eventsOf, sequenceOf } from '../../icalendar/read.js';
import { eventOf } from '../../itip/entry.js';
import { repliesOf } from '../../itip/replies.js';
import { createClock } from '../../runtime/clock.js';
import { LogStore } from '../../runtime/log-store.js';
import { sampleCalendar, sampleText } from '../../testing/sample-event.js';
import { decodeImip, onlyBody } from '../../transport/imip/decode.js';
import { createScheduler, type Scheduler } from '../scheduler.js';
import { smtpSender } from '../smtp-sender.js';
import { addressOf, UID } from './office.js';

const CHILD = fileURLToPath(new URL('crash-child.mjs', import.meta.url));
const NOW = '2030-01-08T09:00:00Z';
const STARTS = ['2030-03-04T10:15:00Z', '2030-03-04T10:30:00Z'];
const OUTSIDERS = ['mona', 'mark', 'milo'];
const users = ['anna', 'bert'].map((id) => ({ id, name: id, addresses: [addressOf(id)] }));

/** A mail that arrived. */
export interface Arrived {
  readonly messageId: string;
  readonly to: string;
  readonly sequence: number;
}

/** What is there once the service has begun again and has sent all it had to send. */
export interface Aftermath {
  /** What the process said before its end. */
  readonly said: readonly string[];
  readonly wasKilled: boolean;
  /** SEQUENCE in the calendars of Anna and Bert when it began again. */
  readonly sequences: readonly number[];
  /** SEQUENCEs of the sendings in Anna's Outbox after the first one. */
  readonly listed: readonly number[];
  /** States of the sendings at last. */
  readonly states: readonly string[];
  /** Whose answers Anna had seen when it began again. */
  readonly seen: readonly string[];
  readonly mails: readonly Arrived[];
  /** What became of an answer of Mona that is older than the one that was applied before the crash. */
  readonly olderAnswer: string | undefined;
}

/** A folder in which services crash: each begins with a copy of the same store. */
export class CrashSite {
  readonly #folder = mkdtempSync(join(tmpdir(), 'itip-crash-'));
  readonly #base = join(this.#folder, 'base.log');
  #crashes = 0;

  /** Anna has organized the event with Bert and three who are reached by mail, and Mona has accepted. */
  async prepare(): Promise<void> {
    const { scheduler, close } = begin(this.#base);
    const attendees = Object.fromEntries(['bert', ...OUTSIDERS].map((id) => [id, 'NEEDS-ACTION']));
    scheduler.invite('anna', sampleCalendar({ attendees }));
    await scheduler.runMailer(() => Promise.resolve({ accepted: true }));
    scheduler.deliver(addressOf('anna'), answerOf('mona', '20300107T120000Z'), addressOf('mona'));
    close();
  }

  /** Kills a service at that step, begins again, and lets all leave that has to. */
  async crash(step: number): Promise<Aftermath> {
    this.#crashes += 1;
    const path = join(this.#folder, `${this.#crashes}.log`);
    copyFileSync(this.#base, path);
    const reply = sampleText({
      method: 'REPLY',
      dtstamp: '20300107T130000Z',
      attendees: { mark: 'ACCEPTED' },
    });
    writeFileSync(`${path}.plan`, JSON.stringify({ users, uid: UID, reply, starts: STARTS, now: NOW }));
    const sink = await startSmtpSink();
    try {
      const { said, wasKilled } = await lifeOf([path, String(sink.port), String(step)]);
      return { said, wasKilled, ...(await afterwards(path, sink)) };
    } finally {
      await sink.stop();
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

function begin(path: string) {
  const store = new LogStore(path);
  const clock = createClock(NOW);
  const scheduler = createScheduler({ clock, users, store, delivery: 'auto' });
  return { scheduler, clock, close: () => store.close() };
}

function answerOf(id: string, dtstamp: string) {
  return sampleCalendar({ method: 'REPLY', dtstamp, attendees: { [id]: 'ACCEPTED' } });
}

async function lifeOf(parameters: readonly string[]): Promise<Pick<Aftermath, 'said' | 'wasKilled'>> {
  const child = spawn(process.execPath, [CHILD, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    text += words;
  });
  const [code, signal] = await once(child, 'close');
  if (code !== 0 && signal !== 'SIGKILL')
    throw new Error(`it ended with ${code ?? signal} by itself: ${text}`);
  return { said: text.split('\n').filter((line) => line !== ''), wasKilled: signal === 'SIGKILL' };
}

async function afterwards(path: string, sink: SmtpSink): Promise<Omit<Aftermath, 'said' | 'wasKilled'>> {
  const { scheduler, clock, close } = begin(path);
  const sequences = users.map(({ id }) => sequenceAt(scheduler, id));
  const seen = seenBy(scheduler);
  for (let run = await scheduler.runMailer(smtpSender(sink)); run.waiting > 0; ) {
    clock.advance(86_400);
    run = await scheduler.runMailer(smtpSender(sink));
  }
  const sendings = scheduler.account('anna').outbox;
  const older = scheduler.deliver(addressOf('anna'), answerOf('mona', '20300107T110000Z'), addressOf('mona'));
  close();
  return {
    ...{ sequences, seen, olderAnswer: older?.outcome },
    listed: sendings.slice(1).map(({ calendar }) => sequenceOf(eventsOf(calendar)[0] ?? calendar)),
    states: sendings.map(({ state }) => state),
    mails: await Promise.all(sink.mails().map(({ raw }) => arrived(raw))),
  };
}

function sequenceAt(scheduler: Scheduler, user: string): number {
  const entry = scheduler.account(user).find(UID)?.entry;
  if (entry === undefined) throw new Error(`${user} has lost the event`);
  return sequenceOf(eventOf(entry));
}

function seenBy(scheduler: Scheduler): string[] {
  const entry = scheduler.account('anna').find(UID)?.entry;
  return (entry === undefined ? [] : repliesOf(entry)).map(({ attendee }) => attendee);
}

async function arrived(raw: Buffer): Promise<Arrived> {
  const imip = await decodeImip(raw);
  const [event] = eventsOf(onlyBody(imip).calendar);
  const sequence = event === undefined ? -1 : sequenceOf(event);
  return { messageId: imip.messageId ?? '', to: imip.to.join(), sequence };
}
