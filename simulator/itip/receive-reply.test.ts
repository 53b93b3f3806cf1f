import { describe, expect, it } from 'vitest';
import { property, textValue } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import { BERLIN, type Sample } from '../testing/sample-event.js';
import { MONDAYS, monday } from '../testing/sample-series.js';
import { eventAt } from './instances.js';
import { receiveReply } from './receive-reply.js';
import { repliesOf } from './replies.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { OrganizerSide, set } from './testing/sides.js';

const BOTH = { bert: 'NEEDS-ACTION', carla: 'NEEDS-ACTION' };
const [SECOND, THIRD] = ['2030-03-11T10:00:00Z', '2030-03-18T10:00:00Z'];

function invited(rules = standardRules): OrganizerSide {
  const side = new OrganizerSide(rules);
  side.invite({ ...MONDAYS, attendees: BOTH });
  return side;
}

/** Bert's answer, to SEQUENCE 0 and at minute 10 unless it says otherwise. */
function bert(partstat: string, sample: Sample = {}): Sample {
  return { dtstamp: '20300107T091000Z', ...sample, attendees: { bert: partstat } };
}

function later(sample: Sample): Sample {
  return { ...sample, dtstamp: '20300107T092000Z' };
}

describe('an answer to the series', () => {
  it('is one to the series, and leaves the overrides', () => {
    const side = invited();
    side.changeOne(SECOND, set({ location: 'Room 1' }));
    expect(side.reply(bert('ACCEPTED')).outcome).toBe('applied');
    expect(side.answers()).toBe('bert ACCEPTED, carla NEEDS-ACTION');
    expect(side.answers(SECOND)).toBe('bert NEEDS-ACTION, carla NEEDS-ACTION');
  });
});

describe('an answer to an instance', () => {
  it('makes an override of it, with the times and details of the series', () => {
    const side = invited();
    expect(side.reply(bert('DECLINED', monday(11))).outcome).toBe('applied');
    expect(side.answers()).toBe('bert NEEDS-ACTION, carla NEEDS-ACTION');
    expect(side.answers(SECOND)).toBe('bert DECLINED, carla NEEDS-ACTION');
    const override = eventAt(side.entry?.calendar ?? ['', [], []], SECOND, standardRules);
    expect(override && [textValue(override, 'dtstart'), textValue(override, 'dtend')]).toEqual([
      SECOND,
      '2030-03-11T11:00:00Z',
    ]);
    expect(side.instances).toHaveLength(4);
  });

  it('goes into the override that there is, though RECURRENCE-ID is written in another zone', () => {
    const side = new OrganizerSide();
    side.invite({
      ...MONDAYS,
      attendees: BOTH,
      before: BERLIN,
      dtstart: ';TZID=Europe/Berlin:20300304T110000',
      dtend: ';TZID=Europe/Berlin:20300304T120000',
    });
    side.reply(bert('TENTATIVE', monday(11)));
    side.reply(later(bert('ACCEPTED', monday(11))));
    expect(eventsOf(side.entry?.calendar ?? ['', [], []])).toHaveLength(2);
    expect(side.answers(SECOND)).toBe('bert ACCEPTED, carla NEEDS-ACTION');
    const override = eventAt(side.entry?.calendar ?? ['', [], []], SECOND, standardRules);
    expect(override && property(override, 'recurrence-id')).toEqual([
      'recurrence-id',
      { tzid: 'Europe/Berlin' },
      'date-time',
      '2030-03-11T11:00:00',
    ]);
  });

  it('of RDATE counts like one of a rule', () => {
    const side = new OrganizerSide();
    side.invite({ lines: ['RDATE:20300311T100000Z'] });
    side.reply(bert('ACCEPTED', monday(11)));
    expect(side.answers(SECOND)).toBe('bert ACCEPTED');
  });

  it('that is none changes nothing', () => {
    const side = invited();
    const { entry } = side;
    expect(side.reply(bert('ACCEPTED', monday(12)))).toMatchObject({
      outcome: 'ignored',
      rule: 'takesReplyToUnknownInstance',
    });
    expect(side.entry).toBe(entry);
  });

  it('to its number is not outdated by a greater one of the series', () => {
    const side = invited();
    side.changeOne(SECOND, set({ dtstart: '2030-03-11T12:00:00Z', dtend: '2030-03-11T13:00:00Z' }));
    side.cancelOne([THIRD]);
    expect(side.reply(bert('ACCEPTED', { ...monday(11), sequence: 1 }))).toMatchObject({
      rule: 'orderReply',
    });
    expect(side.answers(SECOND)).toBe('bert ACCEPTED, carla NEEDS-ACTION');
    expect(side.reply(bert('ACCEPTED', { sequence: 0 }))).toMatchObject({ rule: 'orderReply' });
    expect(side.answers()).toBe('bert ACCEPTED, carla NEEDS-ACTION');
  });

  it('to an older revision is noted, and makes no override', () => {
    const side = new OrganizerSide();
    side.invite({ ...MONDAYS, attendees: BOTH, sequence: 3 });
    expect(side.reply(bert('ACCEPTED', { ...monday(11), sequence: 2 }))).toMatchObject({
      rule: 'takesOutdatedAnswer',
    });
    expect(side.answers(SECOND)).toBe('');
  });
});

describe('answers are ordered by Attendee and instance', () => {
  it('a later one to the series leaves one to an instance, and the other way round', () => {
    const side = invited();
    side.reply(bert('DECLINED', monday(11)));
    side.reply(later(bert('ACCEPTED')));
    expect(side.reply(bert('TENTATIVE', monday(18))).outcome).toBe('applied');
    expect([side.answers(), side.answers(SECOND), side.answers(THIRD)]).toEqual([
      'bert ACCEPTED, carla NEEDS-ACTION',
      'bert DECLINED, carla NEEDS-ACTION',
      'bert TENTATIVE, carla NEEDS-ACTION',
    ]);
  });

  it('an earlier one to the same instance does not count', () => {
    const side = invited();
    side.reply(later(bert('ACCEPTED', monday(11))));
    expect(side.reply(bert('DECLINED', monday(11)))).toMatchObject({
      outcome: 'ignored',
      rule: 'orderReply',
    });
    expect(side.answers(SECOND)).toBe('bert ACCEPTED, carla NEEDS-ACTION');
  });

  it('in RFC 2446 an earlier one to another instance does not count either', () => {
    const side = invited(rulesFor({}, 'rfc2446'));
    side.reply(later(bert('ACCEPTED', monday(11))));
    expect(side.reply(bert('DECLINED', monday(18))).outcome).toBe('ignored');
    expect(side.reply(bert('DECLINED')).outcome).toBe('ignored');
  });

  it('and remembered so', () => {
    const side = invited();
    side.reply(bert('DECLINED', monday(11)));
    side.reply(later(bert('ACCEPTED')));
    const told = side.entry === undefined ? [] : repliesOf(side.entry);
    const stamps = new Map(told.map(({ instance, revision }) => [instance, revision.dtstamp]));
    expect(told.map(({ attendee }) => attendee)).toEqual([
      'mailto:bert@example.com',
      'mailto:bert@example.com',
    ]);
    expect([stamps.get(''), stamps.get(SECOND)]).toEqual(['2030-01-07T09:20:00Z', '2030-01-07T09:10:00Z']);
  });
});

describe('one REPLY to several', () => {
  it('counts for each', () => {
    const side = invited();
    const decision = side.reply(bert('ACCEPTED'), bert('DECLINED', monday(11)), bert('DECLINED', monday(12)));
    expect(decision.parts?.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'ignored']);
    expect([side.answers(), side.answers(SECOND)]).toEqual([
      'bert ACCEPTED, carla NEEDS-ACTION',
      'bert DECLINED, carla NEEDS-ACTION',
    ]);
  });

  it('cannot be taken without VEVENT', () => {
    const { entry } = invited();
    const receiver = { own: ['mailto:anna@example.com'], now: '2030-01-07T09:00:00Z' };
    expect(receiveReply(entry, ['vcalendar', [], []], receiver, standardRules).outcome).toBe('rejected');
  });
});

describe('the rules of what a REPLY answers', () => {
  it('are told which instance is the first of a series', () => {
    const side = invited({ ...standardRules, replyReaches: (_instance, first) => first() });
    side.reply(bert('DECLINED', monday(11)));
    expect(side.answers('2030-03-04T10:00:00Z')).toBe('bert DECLINED, carla NEEDS-ACTION');
    expect([side.answers(), side.answers(SECOND)]).toEqual(['bert NEEDS-ACTION, carla NEEDS-ACTION', '']);
  });

  it('are told of none where the event does not recur', () => {
    const side = new OrganizerSide({ ...standardRules, replyReaches: (_instance, first) => first() });
    side.invite({ attendees: BOTH });
    side.reply(bert('DECLINED'));
    expect(side.answers()).toBe('bert DECLINED, carla NEEDS-ACTION');
  });

  it('may find that it answers nothing', () => {
    const side = invited({ ...standardRules, replyReaches: () => undefined });
    expect(side.reply(bert('DECLINED'))).toMatchObject({
      outcome: 'ignored',
      rule: 'takesReplyToUnknownInstance',
    });
  });

  it('may refuse a RECURRENCE-ID for the form that it has', () => {
    const side = invited({ ...standardRules, findsInstance: () => false });
    expect(side.reply(bert('DECLINED', monday(11))).outcome).toBe('ignored');
    expect(side.reply(bert('DECLINED')).outcome).toBe('applied');
  });

  it('are told which SEQUENCE the event has', () => {
    const side = invited({
      ...standardRules,
      revisionOfReply: (_reply, current) => ({ sequence: current, dtstamp: '2030-01-07T09:10:00Z' }),
    });
    side.changeOne(SECOND, set({ dtstart: '2030-03-12T14:00:00Z', dtend: '2030-03-12T15:00:00Z' }));
    side.reply(bert('DECLINED', monday(11)));
    const [last] = side.entry === undefined ? [] : repliesOf(side.entry);
    expect(last?.revision.sequence).toBe(1);
  });

  it('may leave out who is listed, and all VEVENTs but some', () => {
    const deaf = invited({ ...standardRules, takesAnswerOf: () => false });
    expect(deaf.reply(bert('ACCEPTED'))).toMatchObject({ outcome: 'ignored', rule: 'takesAnswerOf' });
    const first = invited({ ...standardRules, replyTakes: (components) => components.slice(0, 1) });
    first.reply(bert('ACCEPTED'), bert('DECLINED', monday(11)));
    expect([first.answers(), first.answers(SECOND)]).toEqual(['bert ACCEPTED, carla NEEDS-ACTION', '']);
  });
});
