import { ANSWER_FAULTS } from './answer-faults.js';
import { ATTENDEE_FAULTS } from './attendee-faults.js';
import { CANCEL_FAULTS } from './cancel-faults.js';
import { DELEGATION_FAULTS } from './delegation-faults.js';
import { DELEGATION_TAKEN_FAULTS } from './delegation-taken-faults.js';
import { DELETION_FAULTS } from './deletion-faults.js';
import { EXTENSION_FAULTS } from './extension-faults.js';
import type { Fault } from './fault.js';
import { FORM_FAULTS } from './form-faults.js';
import { GROUP_FAULTS } from './group-faults.js';
import { IN_PLACE_FAULTS } from './in-place-faults.js';
import { INBOX_FAULTS } from './inbox-faults.js';
import { INFORMED_FAULTS } from './informed-faults.js';
import { INSTANCE_FAULTS } from './instance-faults.js';
import { LAST_SEEN_FAULTS } from './last-seen-faults.js';
import { MAILER_FAULTS } from './mailer-faults.js';
import { MESSAGE_FAULTS } from './message-faults.js';
import { METHODS_FAULTS } from './methods-faults.js';
import { ORDER_FAULTS } from './order-faults.js';
import { ORGANIZER_FAULTS } from './organizer-faults.js';
import { ORIGINATOR_FAULTS } from './originator-faults.js';
import { OUTBOX_FAULTS } from './outbox-faults.js';
import { PARTICIPATION_FAULTS } from './participation-faults.js';
import { PUBLISH_FAULTS } from './publish-faults.js';
import { RECIPIENT_FAULTS } from './recipient-faults.js';
import { RECURRENCE_FAULTS } from './recurrence-faults.js';
import { REPLY_FAULTS } from './reply-faults.js';
import { REQUEST_FAULTS } from './request-faults.js';
import { RESEND_FAULTS } from './resend-faults.js';
import { RETENTION_FAULTS } from './retention-faults.js';
import { REVISION_FAULTS } from './revision-faults.js';
import { SCHEDULE_FAULTS } from './schedule-faults.js';
import { SERIES_FAULTS } from './series-faults.js';
import { STATE_FAULTS } from './state-faults.js';
import { STORE_FAULTS } from './store-faults.js';
import { UPDATE_FAULTS } from './update-faults.js';

/** All seeded faults. */
export const FAULTS: readonly Fault[] = [
  ...ORDER_FAULTS,
  ...ORGANIZER_FAULTS,
  ...ATTENDEE_FAULTS,
  ...MESSAGE_FAULTS,
  ...DELEGATION_FAULTS,
  ...DELEGATION_TAKEN_FAULTS,
  ...PARTICIPATION_FAULTS,
  ...RECURRENCE_FAULTS,
  ...REVISION_FAULTS,
  ...STATE_FAULTS,
  ...ANSWER_FAULTS,
  ...SERIES_FAULTS,
  ...FORM_FAULTS,
  ...CANCEL_FAULTS,
  ...REPLY_FAULTS,
  ...INSTANCE_FAULTS,
  ...GROUP_FAULTS,
  ...EXTENSION_FAULTS,
  ...IN_PLACE_FAULTS,
  ...REQUEST_FAULTS,
  ...UPDATE_FAULTS,
  ...RECIPIENT_FAULTS,
  ...SCHEDULE_FAULTS,
  ...PUBLISH_FAULTS,
  ...ORIGINATOR_FAULTS,
  ...METHODS_FAULTS,
  ...INFORMED_FAULTS,
  ...OUTBOX_FAULTS,
  ...MAILER_FAULTS,
  ...STORE_FAULTS,
  ...DELETION_FAULTS,
  ...RETENTION_FAULTS,
  ...INBOX_FAULTS,
  ...LAST_SEEN_FAULTS,
  ...RESEND_FAULTS,
];

/** The fault of that id, if there is one. */
export function faultById(id: string): Fault | undefined {
  return FAULTS.find((candidate) => candidate.id === id);
}
