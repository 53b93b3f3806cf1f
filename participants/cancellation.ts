import { withComponents } from '../simulator/icalendar/edit.js';
import { type JCalComponent, property } from '../simulator/icalendar/jcal.js';
import { everythingArrived } from './absence.js';
import { copyInstead, type Instead } from './copy-instead.js';
import { unlessCovered } from './covered.js';
import { instancesShown } from './instances-shown.js';
import { checkGate, expectThat, type Finding, ifUnderstood } from './look.js';
import type { Play } from './play.js';
import type { SchedulingMessage, Sent } from './scheduling-message.js';
import { fits, type Which } from './which.js';

/** The messages of the last action by which one Recipient is told. */
export interface Cancellation {
  /** All CANCELs to that Recipient, oldest first; empty where a REQUEST tells it. */
  readonly cancels: readonly SchedulingMessage[];
  readonly request: SchedulingMessage | undefined;
  readonly sent: Sent;
}

/** Looks at how one Recipient is told. Throws Mismatch when that is not as `judge` wants it, or nobody tells it. */
export async function expectCancellation(
  play: Play,
  to: string,
  expected: string,
  judge: (cancellation: Cancellation) => Finding,
): Promise<void> {
  checkGate(play, 'CANCEL');
  const look = async (): Promise<Finding> => {
    const sent = await play.sent();
    const cancels = sent.latest.filter((message) => fits(message, { method: 'CANCEL', to }));
    const told = await requestFor(play, to, sent);
    const request = told !== undefined && takesAway(told) ? told.message : undefined;
    const evidence = (cancels.at(-1) ?? told?.message)?.transit.data;
    if (cancels.length === 0 && request === undefined) {
      const actual = told === undefined ? 'nothing was sent' : 'a REQUEST that takes no instance away';
      return { holds: false, actual, evidence };
    }
    return { ...ifUnderstood(() => judge({ cancels, request, sent })), evidence };
  };
  const words = `a cancellation for ${play.user(to).name} with ${expected}`;
  const cancel: Which = { method: 'CANCEL', to };
  await unlessCovered(play, [cancel], () =>
    expectThat(play, words, look, () => everythingArrived(play, cancel)),
  );
}

/** The REQUEST for the series that came since the last action, or the copy where that stands for one. */
async function requestFor(play: Play, to: string, sent: Sent): Promise<Instead | undefined> {
  const which: Which = { method: 'REQUEST', to };
  const message = sent.latest.findLast((found) => fits(found, which) && isSeries(found));
  return message === undefined ? copyInstead(play, which) : { message, sent };
}

/**
 * Whether the series has an instance less than the Recipient knew of; otherwise it is told something else. A series of
 * which nothing was told before may well lack one.
 */
function takesAway({ message, sent }: Instead): boolean {
  const before = sent.earlier.findLast(
    (found) =>
      fits(found, { method: 'REQUEST', to: message.to }) && found.uid === message.uid && isSeries(found),
  );
  if (before === undefined) return true;
  return [instanceIds, idsOfSeries].some((idsIn) => {
    const now = idsIn(message.calendar);
    return [...idsIn(before.calendar)].some((id) => !now.has(id));
  });
}

function instanceIds(calendar: JCalComponent): Set<string> {
  return new Set(instancesShown(calendar).map(({ id }) => id));
}

/** Those of the series alone: an EXDATE takes an instance away also where its override is still there. */
function idsOfSeries(calendar: JCalComponent): Set<string> {
  const parts = calendar[2].filter((part) => property(part, 'recurrence-id') === undefined);
  return instanceIds(withComponents(calendar, parts));
}

function isSeries({ events }: SchedulingMessage): boolean {
  return events.some((event) => property(event, 'recurrence-id') === undefined);
}
