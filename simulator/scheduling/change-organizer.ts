import { formerOrganizersCopy, takeOver } from '../itip/take-over.js';
import { type CalendarService, organizes } from './calendar-service.js';

/** Who shall organize which event. */
export interface OrganizerWish {
  /** Id of the new Organizer, or of the present one who hands the event over. */
  readonly user: string;
  readonly uid: string;
  /** Calendar address of the new Organizer. */
  readonly newOrganizer: string;
  readonly keepFormer: boolean;
  /** Id of who does it in the name of the new Organizer; the user when undefined. */
  readonly by: string | undefined;
}

/**
 * A user becomes the Organizer of an event and sends it to the Attendees (RFC 5546 section 3.2.2.4). One who takes it
 * over works from the own copy; one who gets it from the present Organizer, who must have the right to schedule for the
 * new one, gets that one's.
 *
 * @throws RangeError when the new Organizer is not served here, when the user is neither the new nor the present
 * Organizer, when the event is cancelled, or when who does it has no right to
 */
export function changeOrganizer(
  service: CalendarService,
  { user, uid, newOrganizer, keepFormer, by }: OrganizerWish,
): void {
  const owner = service.directory.at(newOrganizer);
  if (owner === undefined) throw new RangeError(`${newOrganizer} is not served here`);
  const found = service.find(user, uid);
  const handsOver = found.account !== owner;
  if (handsOver && !organizes(found)) throw new RangeError(`${user} does not organize ${uid}`);
  const taking = { organizer: newOrganizer, keepsFormer: keepFormer, now: service.now() };
  const change = takeOver(found.entry, taking, service.rules);
  service.finish(owner, owner.find(uid)?.name, change, { by: by ?? user });
  if (!handsOver) return;
  const entry = formerOrganizersCopy(change.entry, service.rules);
  service.finish(found.account, found.name, { entry, outgoing: [] });
}
