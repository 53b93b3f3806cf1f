import type { PlannedAccount } from '../targets/caldav/accounts.js';
import type { Rate } from '../targets/caldav/config.js';
import type { UserSurvey } from '../targets/caldav/survey.js';
import type { CapabilityProbe } from '../targets/target.js';

/** What a run would judge. */
export interface JudgedFacts {
  readonly scenarios: number;
  readonly played: number;
  readonly notApplicable: readonly { readonly reason: string; readonly scenarios: number }[];
}

/** What looking at a server told. */
export interface TargetFacts {
  readonly name: string;
  readonly url: string;
  readonly product: string;
  /** How often the server is asked; missing where nothing limits it. */
  readonly rate?: Rate;
  readonly users: readonly UserSurvey[];
  readonly judged: JudgedFacts;
}

/** Name of every object that the suite makes; RUN is new in each run. */
const OBJECT = 'itip-RUN-SCENARIO-MEETING-NAME@itip-conformance.invalid.ics';

/** Name of the object that the tries are made on. */
const PROBE = 'itip-probe-RUN@itip-conformance.invalid.ics';

/** Which accounts there are, and what makes the others, as lines for people. */
export function accountsReport(accounts: readonly PlannedAccount[]): string[] {
  return [
    'Accounts, before a run:',
    ...accounts.map(({ id, username, by }) => {
      const state =
        by === undefined ? 'is there, and stays' : `is made for a run and removed after it, by ${by}`;
      return `  ${id}: ${username} ${state}`;
    }),
    '',
  ];
}

/** What was found without writing, and what a run would write, as lines for people. */
export function factsReport({ name, url, product, rate, users, judged }: TargetFacts): string[] {
  return [
    `target ${name}: ${product} at ${url}`,
    rateLine(rate),
    ...users.flatMap((user) => ['', ...userLines(user)]),
    '',
    ...judgedLines(judged),
    '',
    ...writeLines(users),
  ];
}

/** How often a server is asked, in a sentence. */
export function rateLine(rate: Rate | undefined): string {
  const obeyed = 'and is left alone for as long as it asks for with 429, or 503 and Retry-After';
  if (rate === undefined) return `It is asked as often as it answers, ${obeyed}.`;
  const { requestsPerSecond, burst } = rate;
  const atOnce = burst === 1 ? '' : ` (${burst} at once after a pause)`;
  return `It is asked at most ${requestsPerSecond} times in a second${atOnce}, ${obeyed}.`;
}

function userLines({ id, username, home, features, rights }: UserSurvey): string[] {
  const { principal, collections, calendars, inbox, outbox, addresses } = home;
  const [first = '', ...others] = calendars;
  return [
    `${id} logs in as ${username}`,
    `  principal  ${principal}`,
    `  home       ${collections}`,
    `  calendars  ${first} (new events)${others.map((other) => `, ${other}`).join('')}`,
    `  Inbox      ${inbox ?? 'none'}`,
    `  Outbox     ${outbox ?? 'none'}`,
    `  addresses  ${addresses.join(', ')}`,
    `  OPTIONS    ${features.join(', ')}`,
    ...rights.map(({ collection, privileges }) => `  rights     ${collection}: ${namesOf(privileges)}`),
  ];
}

/** `DAV:all` contains every other privilege (RFC 3744 section 3.11). */
function namesOf(privileges: readonly string[]): string {
  return privileges.includes('all') ? 'all' : privileges.join(', ') || 'not told';
}

function judgedLines({ scenarios, played, notApplicable }: JudgedFacts): string[] {
  return [
    `A run plays ${played} of ${scenarios} scenarios, each as far as there is an account for everybody in it.`,
    ...notApplicable.map(({ reason, scenarios: count }) => `  not applicable: ${count}, ${reason}`),
  ];
}

function writeLines(users: readonly UserSurvey[]): string[] {
  const homes = users.map(({ home }) => home);
  const calendars = homes.map((home) => home.calendars[0] ?? '');
  const others = homes.flatMap((home) => home.calendars.slice(1));
  const inboxes = homes.flatMap(({ inbox }) => inbox ?? []);
  return [
    'A run writes this, and removes it again at the end of each scenario:',
    `  PUT     ${PROBE} once at the start, to try what the server declares`,
    `  PUT     ${OBJECT}`,
    ...calendars.map((calendar) => `            in ${calendar}`),
    '  PUT     changes of these, and of the copies that the server makes of them, wherever they are',
    '  DELETE  these and the copies, with Schedule-Reply: F, in the calendars above',
    ...others.map((calendar) => `            and in ${calendar}`),
    '  DELETE  the messages about them',
    ...inboxes.map((inbox) => `            in ${inbox}`),
    'The server itself puts copies and messages there. Nobody else is invited, and no other object is touched.',
  ];
}

/** What trying showed, as lines for people. */
export function probesReport(probes: readonly CapabilityProbe[]): string[] {
  if (probes.length === 0) {
    return ['', 'Nothing could be tried: it needs two accounts, and a server that lets them meet.'];
  }
  return ['', 'Tried on a meeting of two users, which is removed again:', ...probes.map(probeLine)];
}

function probeLine({ capability, declared, present, evidence, requirement }: CapabilityProbe): string {
  const said = declared === undefined ? 'not declared' : `declared by ${declared}`;
  return `  ${capability}: ${said}; ${verdictOn(declared, present, requirement)}: ${evidence}`;
}

function verdictOn(declared: string | undefined, present: boolean, requirement: string | undefined): string {
  if (present) return declared === undefined ? 'there all the same' : 'there';
  return requirement === undefined ? 'not there, so not used' : `not there, which breaks ${requirement}`;
}
