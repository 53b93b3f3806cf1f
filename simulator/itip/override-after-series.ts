import { withProperties } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, properties } from '../icalendar/jcal.js';
import { canonicalAddress } from '../icalendar/read.js';

/** What an override never takes over from the series. */
const OWN = new Set(
  ['dtstart', 'dtend', 'duration', 'recurrence-id', 'rrule', 'rdate', 'exdate', 'exrule'].concat([
    'attendee',
    'sequence',
    'dtstamp',
    'uid',
  ]),
);

/**
 * An override after a change of its series: what it shared with the series follows, what is its own stays; so do
 * ATTENDEEs who were added to the series or removed from it. Times are never shared.
 *
 * @returns the same component where nothing concerns it
 */
export function overrideAfterSeries(
  override: JCalComponent,
  before: JCalComponent,
  after: JCalComponent,
): JCalComponent {
  const names = new Set([...before[1], ...after[1]].map(([name]) => name).filter((name) => !OWN.has(name)));
  const followed = [...names].reduce((changed, name) => {
    const [own, old, wanted] = [changed, before, after].map((event) => properties(event, name));
    if (textOf(old) === textOf(wanted) || textOf(own) !== textOf(old)) return changed;
    return withLines(changed, name, wanted ?? []);
  }, override);
  return withAttendeesOf(followed, before, after);
}

function textOf(lines: readonly JCalProperty[] | undefined): string {
  return JSON.stringify(lines);
}

function withLines(event: JCalComponent, name: string, lines: readonly JCalProperty[]): JCalComponent {
  return withProperties(event, [...event[1].filter((line) => line[0] !== name), ...lines]);
}

function withAttendeesOf(
  override: JCalComponent,
  before: JCalComponent,
  after: JCalComponent,
): JCalComponent {
  const [own, old, wanted] = [override, before, after].map((event) => properties(event, 'attendee'));
  const removed = without(old ?? [], wanted ?? []);
  const added = without(without(wanted ?? [], old ?? []), own ?? []);
  if (removed.length + added.length === 0) return override;
  const others = override[1].filter((line) => line[0] !== 'attendee');
  return withProperties(override, [...others, ...without(own ?? [], removed), ...added]);
}

function without(lines: readonly JCalProperty[], others: readonly JCalProperty[]): JCalProperty[] {
  const addresses = new Set(others.map((other) => canonicalAddress(String(other[3]))));
  return lines.filter((line) => !addresses.has(canonicalAddress(String(line[3]))));
}
