import { randomBytes } from 'node:crypto';
import { type Patience, poll } from '../poll.js';
import type { CapabilityProbe, Intent, Observation, Stage } from '../target.js';

/** Row of the catalogue about Schedule-Tags. */
export const SCHEDULE_TAG_ROW = '6638/9.3/schedule-tag-on-objects';

/** What one meeting between two users showed. */
export interface Probed {
  readonly probes: readonly CapabilityProbe[];
  /** Whether a later message about an event takes the place of the earlier one in an Inbox. */
  readonly inboxReplaces: boolean;
}

export interface ProbeOptions {
  readonly organizer: string;
  readonly attendee: string;
  /** Where the server tells of an Inbox of the Attendee; undefined where it does not. */
  readonly inbox: string | undefined;
  readonly patience: Patience;
}

/**
 * Tries what a CalDAV server declares on a meeting of two of its users: it is made, changed once, and left for the
 * stage to remove. Where the server refuses it nothing was probed, and the scenarios will tell why.
 *
 * @param stage has both users in its cast
 */
export async function probeCapabilities(stage: Stage, options: ProbeOptions): Promise<Probed> {
  const { organizer, attendee, inbox, patience } = options;
  const uid = `itip-probe-${randomBytes(4).toString('hex')}@itip-conformance.invalid`;
  const look = () => stage.observe(attendee);
  const until = (done: (seen: Observation) => boolean) => poll(look, done, patience);
  const { accepted } = await stage.act(meeting(organizer, attendee, uid));
  if (!accepted) return { probes: [], inboxReplaces: false };
  const { seen: first } = await until(inbox === undefined ? hasCopy : hasEntry);
  const tags = scheduleTags(await stage.observe(organizer));
  await stage.act({ kind: 'update', actor: organizer, uid, changes: { location: 'Room 3' } });
  const { seen: later } = await until((seen) => told(seen) !== told(first));
  const inboxReplaces = replaces(first, later);
  const inboxProbe = inbox === undefined ? [] : [inboxFilled(first, inbox, inboxReplaces)];
  return { probes: [tags, ...inboxProbe], inboxReplaces };
}

function meeting(organizer: string, attendee: string, uid: string): Intent {
  const start = { local: '2031-03-03T10:00:00', zone: 'UTC' };
  const end = { local: '2031-03-03T11:00:00', zone: 'UTC' };
  return { kind: 'invite', actor: organizer, uid, summary: 'Probe', attendees: [attendee], start, end };
}

function hasCopy({ calendar }: Observation): boolean {
  return calendar.length > 0;
}

function hasEntry({ inbox }: Observation): boolean {
  return inbox.length > 0;
}

function told({ calendar, inbox }: Observation): string {
  return JSON.stringify([calendar, inbox]);
}

/** RFC 6638 section 9.3: the property is there on every scheduling object resource, so also on the Organizer's. */
function scheduleTags({ calendar }: Observation): CapabilityProbe {
  const tags = calendar.flatMap(({ scheduleTag }) => scheduleTag ?? []);
  const present = calendar.length > 0 && tags.length === calendar.length;
  return {
    capability: 'schedule-tag',
    declared: 'calendar-auto-schedule in the DAV header',
    present,
    evidence: present ? `Schedule-Tag ${tags[0]}` : "no CALDAV:schedule-tag on the Organizer's object",
    requirement: SCHEDULE_TAG_ROW,
  };
}

/** RFC 6638 promises no entry for every message, so an Inbox that stays empty breaks no rule by itself. */
function inboxFilled({ inbox }: Observation, url: string, replaced: boolean): CapabilityProbe {
  const present = inbox.length > 0;
  const later = replaced ? '; a later message about the event took its place' : '';
  const evidence = present
    ? `the REQUEST was in it as ${inbox[0]?.name}${later}`
    : 'the REQUEST never appeared there';
  return { capability: 'inbox', declared: `schedule-inbox-URL ${url}`, present, evidence };
}

/** Whether another message lies where one lay before. */
function replaces(first: Observation, later: Observation): boolean {
  return later.inbox.some(({ name, data }) =>
    first.inbox.some((before) => before.name === name && before.data !== data),
  );
}
