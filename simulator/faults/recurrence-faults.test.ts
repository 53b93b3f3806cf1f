import { describe, expect, it } from 'vitest';
import type { Rules } from '../itip/rules.js';
import { standardRules } from '../itip/standard-rules.js';
import { AttendeeSide, OrganizerSide } from '../itip/testing/sides.js';
import type { Sample } from '../testing/sample-event.js';
import { MONDAYS, monday } from '../testing/sample-series.js';
import { rulesWith } from './fault.js';
import { faultById } from './fault-list.js';

/** A later revision: SEQUENCE and minute of composing. */
function at(sequence: number, minute: number, sample: Sample): Sample {
  return { ...sample, sequence, dtstamp: `20300107T09${String(minute).padStart(2, '0')}00Z` };
}

const moved = (day: number) =>
  monday(day, { dtstart: `:203003${day + 1}T140000Z`, dtend: `:203003${day + 1}T150000Z` });

/** What Bert's calendar shows of the series after some REQUESTs, one after the other. */
function shown(...samples: readonly Sample[]): (rules: Rules) => unknown {
  return (rules) => {
    const side = new AttendeeSide(rules);
    side.request(MONDAYS);
    for (const sample of samples) side.request(sample);
    return side.instances;
  };
}

/** Bert's answers to the series and to the 11th after some REPLYs. */
function answers(...samples: readonly Sample[]): (rules: Rules) => unknown {
  return (rules) => {
    const side = new OrganizerSide(rules);
    side.invite(MONDAYS);
    for (const sample of samples) side.reply(sample);
    return [side.answers(), side.answers('2030-03-11T10:00:00Z')];
  };
}

type Case = readonly [fault: string, look: (rules: Rules) => unknown, right: unknown, wrong: unknown];

const CASES: readonly Case[] = [
  [
    'instance-request-replaces-the-series',
    shown(at(1, 1, moved(11))),
    ['4. 10:00', '11.>12. 14:00', '18. 10:00', '25. 10:00'],
    ['11.>12. 14:00'],
  ],
  [
    'revision-per-uid',
    shown(at(2, 2, moved(18)), at(1, 1, moved(11))),
    ['4. 10:00', '11.>12. 14:00', '18.>19. 14:00', '25. 10:00'],
    ['4. 10:00', '11. 10:00', '18.>19. 14:00', '25. 10:00'],
  ],
  [
    'instance-compared-with-instance-only',
    shown(at(2, 9, { lines: ['RRULE:FREQ=WEEKLY;COUNT=2'] }), at(1, 5, moved(11))),
    ['4. 10:00', '11. 10:00'],
    ['4. 10:00', '11.>12. 14:00'],
  ],
  [
    'instance-reply-answers-the-series',
    answers(at(0, 5, monday(11, { attendees: { bert: 'DECLINED' } }))),
    ['bert NEEDS-ACTION', 'bert DECLINED'],
    ['bert DECLINED', ''],
  ],
  [
    'last-reply-per-event-not-instance',
    answers(
      at(0, 6, monday(18, { attendees: { bert: 'ACCEPTED' } })),
      at(0, 5, monday(11, { attendees: { bert: 'DECLINED' } })),
    ),
    ['bert NEEDS-ACTION', 'bert DECLINED'],
    ['bert NEEDS-ACTION', ''],
  ],
];

describe('a fault of recurrence', () => {
  it.each(CASES)('%s', (id, look, right, wrong) => {
    const fault = faultById(id);
    if (fault === undefined) throw new Error(`no fault is called ${id}`);
    expect(look(standardRules), 'with sound rules').toEqual(right);
    expect(look(rulesWith(fault)), `with ${id}`).toEqual(wrong);
  });
});
