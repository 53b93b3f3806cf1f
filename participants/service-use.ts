import { writeCalendar } from '../simulator/icalendar/write.js';
import { Blocked, NotExpressible } from '../targets/outcome-errors.js';
import type {
  DeletionResult,
  InboxProcessing,
  ScheduleResult,
  SchedulingService,
} from '../targets/scheduling-service.js';
import type { BoxEntry } from '../targets/target.js';
import { addressMeant } from './address-meant.js';
import { composed, type Row } from './composition.js';
import { nextStamp } from './counterpart.js';
import type { Play } from './play.js';
import { withTargetsNumbers } from './written-message.js';

/** What people and the passing of time do to a scheduling service. */

/** The service of the target. Throws NotExpressible where it offers none. */
export function serviceOf({ stage: { service } }: Play): SchedulingService {
  if (service === undefined) throw new NotExpressible('the target has no scheduling service to be asked');
  return service;
}

/** Does something to the service as an action of its own; what is sent from now on is its consequence. */
export async function useService<Result>(
  play: Play,
  text: string,
  use: (service: SchedulingService) => Promise<Result>,
): Promise<Result> {
  const service = serviceOf(play);
  await play.beginAction([]);
  play.trace.add({ kind: 'intent', text });
  const result = await use(service);
  await play.post.afterAction();
  return result;
}

/** The mailer runs once. */
export function runMailer(play: Play): Promise<void> {
  return useService(play, 'the mailer runs', (service) => service.runMailer());
}

/** The mailer runs, and again each day. */
export async function runMailerDaily(play: Play, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    if (day > 0) await play.letPass(86_400);
    await runMailer(play);
  }
}

/** Mail to somebody is refused from now on, so many times. */
export function refuseMail(play: Play, to: string, code: number, times: number): Promise<void> {
  const [address = ''] = play.user(to).addresses;
  return serviceOf(play).failMail(address, code, times);
}

/** The service ends and begins again with what it has stored. */
export function restart(play: Play): Promise<void> {
  return useService(play, 'the service is restarted', (service) => service.restart());
}

/** Says who processes somebody's Inbox. */
export function setProcessing(play: Play, who: string, by: InboxProcessing): Promise<void> {
  return useService(play, `the ${by} processes the Inbox of ${who}`, (service) =>
    service.setProcessing(who, by),
  );
}

/** Somebody's own client processes what waits in the Inbox. */
export function processInbox(play: Play, who: string): Promise<void> {
  return useService(play, `${who}'s client processes the Inbox`, (service) => service.processInbox(who));
}

/** Gives somebody the right to schedule for another, or withdraws it. */
export function setRight(play: Play, owner: string, actor: string, isGiven: boolean): Promise<void> {
  const text = `${owner} ${isGiven ? 'gives' : 'withdraws'} the right of ${actor} to schedule`;
  return useService(play, text, (service) => service.setRight(owner, actor, isGiven));
}

/** The entries of a box that are about a meeting, oldest first. */
export async function entriesAbout(
  play: Play,
  who: string,
  box: 'inbox' | 'outbox',
  title: string,
): Promise<BoxEntry[]> {
  const { uid } = play.meeting(title);
  return (await play.stage.observe(who))[box].filter((entry) => entry.uid === uid);
}

/**
 * Somebody deletes the newest entry of a box that is about a meeting.
 *
 * @returns what the target says of it
 */
export async function deleteEntry(
  play: Play,
  who: string,
  box: 'inbox' | 'outbox',
  title: string,
): Promise<DeletionResult> {
  const entry = (await entriesAbout(play, who, box, title)).at(-1);
  if (entry === undefined) throw new Blocked(`${who} has no entry about "${title}" in the ${box}`);
  const result = await useService(play, `${who} deletes an entry of the ${box}`, (service) =>
    service.deleteEntry(who, box, entry.name),
  );
  play.deletion = result;
  return result;
}

/** A message that somebody hands to the schedule operation, as a table describes it; see composition.ts. */
export interface Call {
  /** User id of the Originator. */
  readonly from: string;
  /** METHOD as it shall stand there, of iTIP or not; left out when missing. */
  readonly method?: string;
  readonly title: string;
  /** Calendar addresses in words, see `addressMeant`; the usual Recipients when missing. */
  readonly recipients?: readonly string[];
  readonly rows: readonly Row[];
}

/** Somebody calls the schedule operation with a message that is ready. */
export async function callSchedule(
  play: Play,
  { from, method, title, recipients, rows }: Call,
): Promise<ScheduleResult> {
  const meeting = play.meeting(title);
  const numbered = await withTargetsNumbers(play, meeting, rows);
  const calendar = composed(play, method, meeting, numbered, await nextStamp(play));
  const call = {
    originator: from,
    data: writeCalendar(calendar),
    ...(recipients === undefined ? {} : { recipients: recipients.map((words) => addressMeant(play, words)) }),
  };
  const result = await useService(play, `${from} calls schedule with ${method ?? 'no METHOD'}`, (service) =>
    service.schedule(call),
  );
  play.scheduled = result;
  return result;
}
