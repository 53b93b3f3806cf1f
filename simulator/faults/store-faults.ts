import { type Fault, fault } from './fault.js';

/** A service that begins again without something. */
function forgets(memory: string, what: string, slug: string): Fault {
  return fault({
    id: `restart-forgets-${memory}`,
    summary: `Begins again without ${what}.`,
    rule: 'survives',
    requirement: `service/store/${slug}`,
    replacement: (each) => each !== memory,
  });
}

/** The scheduling service: what a restart loses. */
export const STORE_FAULTS = [
  forgets('calendar', 'what was in the calendars', 'calendars'),
  forgets('outbox', 'the entries of the Outboxes', 'outbox'),
  forgets('inbox', 'the entries of the Inboxes', 'inbox'),
  forgets('notices', 'what users have been told', 'notifications'),
  forgets('counters', 'the names that it has given', 'new-names'),
  forgets('processing', 'whose client processes the Inbox', 'who-processes'),
  forgets('mail-queue', 'the mail that has still to leave', 'unsent-mail'),
  forgets('held', 'the messages that wait for another one', 'held-messages'),
  forgets('pending', 'what it has asked its users', 'open-questions'),
  forgets('rights', 'the rights that were given and withdrawn', 'rights'),
];
