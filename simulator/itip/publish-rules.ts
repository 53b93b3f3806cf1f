import { withoutProperty } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';

/** An event goes to those who need not answer, or is asked for again: RFC 5546 sections 3.2.1 and 3.2.6. */
export interface PublishRules {
  /** The event in a PUBLISH: without ATTENDEEs and REQUEST-STATUS (table in 3.2.1). */
  publishContent(event: JCalComponent): JCalComponent;
  /** SEQUENCE of a PUBLISH: that of the event. */
  sequenceOfPublish(sequence: number): number;
  /** The Organizer's event after it was published: as it was, with its ATTENDEEs. */
  calendarAfterPublish(calendar: JCalComponent): JCalComponent;
  /** Whether an event that is published for the first time comes into the calendar (3.2.1). */
  takesNewPublish(): boolean;
  /** Whether a PUBLISH takes the place of the copy of one who is invited; it would take the ATTENDEEs away. */
  takesPublishWhenInvited(): boolean;
  /** Whether a PUBLISH of another Organizer changes what one has published: only that one may (3.7.2). */
  takesPublishOfAnother(): boolean;
  /** Whether the CUA answers a PUBLISH; nobody is asked (3.2.1). */
  answersPublish(): boolean;
  /** Whether the Organizer's side sends the event to one who asks for it: to one who is listed. */
  answersRefresh(isListed: boolean): boolean;
}

export const publishRules: PublishRules = {
  publishContent: (event) => withoutProperty(event, 'attendee', 'request-status'),
  sequenceOfPublish: (sequence) => sequence,
  calendarAfterPublish: (calendar) => calendar,
  takesNewPublish: () => true,
  takesPublishWhenInvited: () => false,
  takesPublishOfAnother: () => false,
  answersPublish: () => false,
  answersRefresh: (isListed) => isListed,
};
