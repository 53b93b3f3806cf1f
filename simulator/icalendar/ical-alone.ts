import ICAL from 'ical.js';

/** What ical.js alone does with an object, read and written again: what the cost of scheduling is measured by. */
export function readAndWriteAlone(text: string): string {
  return ICAL.stringify(ICAL.parse(text) as Parameters<typeof ICAL.stringify>[0]);
}
