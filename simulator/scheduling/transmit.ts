import type { JCalComponent } from '../icalendar/jcal.js';
import { methodOf } from '../icalendar/read.js';
import type { Network } from '../transport/network.js';
import type { Account } from './account.js';
import { type Admitted, organizerIn } from './admit-call.js';
import type { RecipientRecord } from './box-item.js';
import type { Directory } from './directory.js';
import type { Way } from './outbox-rules.js';
import { isFromAttendee } from './recipient-rules.js';
import type { SchedulingRules } from './scheduling-rules.js';

/** What became of the message for one Recipient. */
export interface RecipientResponse {
  readonly recipient: string;
  /** Delivery status of RFC 6638 section 3.2.9; see `RecipientRecord`. */
  readonly status: string;
}

/** What sending takes. */
export interface Post {
  readonly directory: Directory;
  readonly network: Network;
  readonly rules: SchedulingRules;
}

/** A sending on its way. */
export interface Transmitted {
  readonly responses: readonly RecipientResponse[];
  /** One for each Calendar User who is reached, of a group its members. */
  readonly records: readonly RecipientRecord[];
}

/** Whom a message reaches, with the account of one who is served here. */
interface Reached {
  readonly address: string;
  readonly account: Account | undefined;
}

/**
 * Sends one copy of a scheduling message to each Recipient: at once to whom the network reaches; those who need a mail
 * wait for the mailer. A Calendar User who is named by several addresses gets one copy.
 */
export function transmit(message: Admitted, post: Post): Transmitted {
  const { originator, recipients, calendar } = message;
  const { directory, network, rules } = post;
  const responses: RecipientResponse[] = [];
  const sending: Sending = { records: new Map(), leaving: [] };
  for (const recipient of recipients) {
    const known = sending.records.size;
    const found: RecipientRecord[] = [];
    for (const reached of reachedBy(recipient, calendar, directory, rules)) {
      found.push(recordOf(recipient, reached, sending, message, post));
    }
    if (sending.records.size > known || rules.answersEachAddress()) {
      responses.push({ recipient, status: found.find(({ status }) => status !== '1.2')?.status ?? '1.2' });
    }
    if (found.some(({ state }) => state === 'failed') && !rules.goesOnAfterRefusal()) break;
  }
  network.send(originator, sending.leaving, calendar);
  return { responses, records: [...sending.records.values()] };
}

/** How far a sending has got. */
interface Sending {
  /** Of those who were reached so far, by `recipientKey`. */
  readonly records: Map<string, RecipientRecord>;
  /** Calendar addresses of those among them who get it over the network. */
  readonly leaving: string[];
}

/** What becomes of the message for one whom it reaches; an earlier address may have reached that one already. */
function recordOf(
  recipient: string,
  { address, account }: Reached,
  { records, leaving }: Sending,
  { mayReach = () => true }: Admitted,
  { directory, rules }: Post,
): RecipientRecord {
  const key = rules.recipientKey(address, account?.user.id);
  const before = records.get(key);
  if (before !== undefined) return before;
  const way = mayReach(recipient) ? wayTo(address, account, directory, rules) : 'barred';
  if (way === 'here' || way === 'network') leaving.push(address);
  const { state, status } = rules.outcomeOf(way);
  const record = { address: rules.namedFor(recipient, address), state, status, attempts: 0 };
  records.set(key, record);
  return record;
}

/** The address itself, or the members of a group without the Organizer whose message it is. */
function reachedBy(
  recipient: string,
  calendar: JCalComponent,
  directory: Directory,
  rules: SchedulingRules,
): Reached[] {
  const account = directory.at(recipient);
  if (account?.user.members === undefined) return [{ address: recipient, account }];
  const reached = directory
    .reachedBy(recipient, (members) => rules.groupRecipients(members))
    .map((address) => ({ address, account: directory.at(address) }));
  if (isFromAttendee(methodOf(calendar) ?? '') || rules.groupReachesOrganizer()) return reached;
  const organizer = directory.at(organizerIn(calendar) ?? '');
  return reached.filter((each) => organizer === undefined || each.account !== organizer);
}

function wayTo(
  address: string,
  account: Account | undefined,
  directory: Directory,
  rules: SchedulingRules,
): Way {
  if (account !== undefined) return 'here';
  if (directory.isNeighbour(address)) return 'network';
  return rules.isMailed(address) ? 'mail' : 'none';
}
