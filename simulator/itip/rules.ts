import type { AttendeeRules } from './attendee-rules.js';
import type { DelegationRules } from './delegation-rules.js';
import type { MessageRules } from './message-rules.js';
import type { OrderingRules } from './ordering-rules.js';
import type { OrganizerRules } from './organizer-rules.js';
import type { ParticipationRules } from './participation-rules.js';
import type { PublishRules } from './publish-rules.js';
import type { RecurrenceRules } from './recurrence-rules.js';

export type {
  AttendeeRules,
  DelegationRules,
  MessageRules,
  OrderingRules,
  OrganizerRules,
  ParticipationRules,
  PublishRules,
  RecurrenceRules,
};

/**
 * Everything iTIP lets go wrong, one named rule each. The simulator gets them as an argument. What each means and
 * where it stands is said in the files of these names.
 */
export interface Rules
  extends OrderingRules,
    OrganizerRules,
    AttendeeRules,
    MessageRules,
    RecurrenceRules,
    DelegationRules,
    ParticipationRules,
    PublishRules {}
