import { readFile } from 'node:fs/promises';
import { createClock, createScheduler, encodeImip, parseCalendar, schedule } from 'itip-conformance';

const anna = { id: 'anna', name: 'Anna', addresses: ['mailto:anna@example.com'] };
const scheduler = createScheduler({ clock: createClock('2030-01-07T09:00:00Z'), users: [anna] });
const request = parseCalendar(await readFile(new URL('design-review.ics', import.meta.url), 'utf8'));
console.log(schedule(scheduler, { originator: 'mailto:anna@example.com', calendar: request }));
await scheduler.runMailer(async ({ from, to, at, messageId, calendar }) => {
  console.log(`${await encodeImip({ originator: from, recipient: to, date: at, messageId, calendar })}`);
  return { accepted: true };
});
