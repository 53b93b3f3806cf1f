import { describe, expect, it, test } from 'vitest';
import { sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { entryOf } from './entry.js';
import { incomingIn } from './received.js';
import { standardRules as rules } from './standard-rules.js';
import { copyAfter, isRescheduled } from './taking.js';
import { answersIn, BERT } from './testing/sides.js';

const message = sampleCalendar({ sequence: 2, attendees: { bert: 'NEEDS-ACTION', carla: 'ACCEPTED' } });
const parts = incomingIn(message, rules);
const [incoming] = parts;
const taking = { message, parts, own: BERT, before: entryOf(message), rules };
const stored = sampleEvent({ attendees: { bert: 'DECLINED', carla: 'NEEDS-ACTION' } });
const revision = (sequence: number) => ({ sequence, dtstamp: '2030-01-07T08:00:00Z' });

function after(sequence: number | undefined): string {
  if (incoming === undefined) throw new Error('no VEVENT');
  return answersIn(
    copyAfter(stored, incoming, sequence === undefined ? undefined : revision(sequence), taking),
  );
}

describe('the copy after a REQUEST', () => {
  it.each([
    [
      'of the same SEQUENCE: the own answer stays, those of others are told',
      2,
      'bert DECLINED, carla ACCEPTED',
    ],
    ['of a greater SEQUENCE: all is as it says', 1, 'bert NEEDS-ACTION, carla ACCEPTED'],
    ['of what was not known: the own answer stays', undefined, 'bert DECLINED, carla ACCEPTED'],
  ])('%s', (_what, sequence, expected) => {
    expect(after(sequence)).toBe(expected);
  });

  it('shares the message where the answer is the same', () => {
    const same = sampleEvent({ attendees: { bert: 'NEEDS-ACTION' } });
    expect(incoming && copyAfter(same, incoming, revision(2), taking)).toBe(incoming?.event);
  });

  it('is a rescheduling by its SEQUENCE alone', () => {
    if (incoming === undefined) throw new Error('no VEVENT');
    const verdicts = [1, 2, 3, undefined].map((sequence) =>
      isRescheduled(incoming, sequence === undefined ? undefined : revision(sequence), rules),
    );
    expect(verdicts).toEqual([true, false, false, false]);
  });
});

test('the rule for the own answer is told whether the REQUEST asks for one', () => {
  const line = (parameters: string) => ({
    attendees: {},
    lines: [`ATTENDEE;${parameters}:mailto:bert@example.com`],
  });
  const told = ['RSVP=true', 'RSVP=FALSE', 'ROLE=CHAIR'].map((parameters) => {
    const event = sampleEvent(line(parameters));
    const verdicts: boolean[] = [];
    const ownAnswerAfterUpdate = (answer: string, _incoming: string, asked: boolean) => {
      verdicts.push(asked);
      return answer;
    };
    const part = incoming && { ...incoming, event };
    if (part === undefined) throw new Error('no VEVENT');
    copyAfter(stored, part, revision(2), { ...taking, rules: { ...rules, ownAnswerAfterUpdate } });
    return verdicts;
  });
  expect(told).toEqual([[true], [false], [false]]);
});
