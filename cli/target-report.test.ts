import { describe, expect, it } from 'vitest';
import type { UserSurvey } from '../targets/caldav/survey.js';
import type { CapabilityProbe } from '../targets/target.js';
import { factsReport, probesReport, type TargetFacts } from './target-report.js';

const AT = 'http://127.0.0.1:8481';
const ANNA: UserSurvey = {
  ...{ id: 'anna', username: 'organizer', features: ['1', 'calendar-auto-schedule'] },
  home: {
    ...{ principal: `${AT}/p/anna/`, collections: `${AT}/anna/`, addresses: ['mailto:anna@example.com'] },
    ...{ calendars: [`${AT}/anna/default/`, `${AT}/anna/other/`], inbox: `${AT}/anna/in/` },
  },
  rights: [
    { collection: `${AT}/anna/default/`, privileges: ['read', 'write'] },
    { collection: `${AT}/anna/in/`, privileges: [] },
    { collection: `${AT}/anna/other/`, privileges: ['all', 'read'] },
  ],
};
const FACTS: TargetFacts = {
  ...{ name: 'mine', url: `${AT}/`, product: 'Fake/1.0', users: [ANNA] },
  judged: { scenarios: 10, played: 7, notApplicable: [{ reason: 'needs clock', scenarios: 3 }] },
};

describe('what is told without writing', () => {
  const text = factsReport(FACTS).join('\n');

  it.each([
    'target mine: Fake/1.0 at http://127.0.0.1:8481/',
    'anna logs in as organizer',
    `  principal  ${AT}/p/anna/`,
    `  home       ${AT}/anna/`,
    `  calendars  ${AT}/anna/default/ (new events), ${AT}/anna/other/`,
    `  Inbox      ${AT}/anna/in/`,
    '  Outbox     none',
    '  addresses  mailto:anna@example.com',
    '  OPTIONS    1, calendar-auto-schedule',
    `  rights     ${AT}/anna/default/: read, write`,
    `  rights     ${AT}/anna/in/: not told`,
    `  rights     ${AT}/anna/other/: all`,
    'A run plays 7 of 10 scenarios, each as far as there is an account for everybody in it.',
    '  not applicable: 3, needs clock',
  ])('%s', (line) => {
    expect(text.split('\n')).toContain(line);
  });

  it.each([
    [undefined, 'It is asked as often as it answers, and is left alone'],
    [{ requestsPerSecond: 5, burst: 1 }, 'It is asked at most 5 times in a second, and is left alone'],
    [
      { requestsPerSecond: 0.5, burst: 4 },
      'It is asked at most 0.5 times in a second (4 at once after a pause), and',
    ],
  ])('tells how often the server is asked: %j', (rate, words) => {
    const facts = rate === undefined ? FACTS : { ...FACTS, rate };
    expect(factsReport(facts)[1]).toContain(words);
  });

  it('lists every kind of write with the collections that it is made in', () => {
    const [, writes = ''] = text.split('A run writes this, and removes it again');
    expect(writes).toMatch(/PUT {5}itip-probe-RUN\S+\.ics once at the start/);
    expect(writes).toMatch(/PUT {5}itip-RUN-\S+\.ics\n\s+in http:\/\/127\.0\.0\.1:8481\/anna\/default\/\n/);
    expect(writes).toMatch(/DELETE {2}these and the copies[^\n]*\n\s+and in \S+\/anna\/other\/\n/);
    expect(writes).toMatch(/DELETE {2}the messages about them\n\s+in \S+\/anna\/in\/\n/);
  });
});

describe('what trying showed', () => {
  const probe: CapabilityProbe = {
    capability: 'inbox',
    declared: 'a header',
    present: true,
    evidence: 'seen',
  };

  it.each<[Partial<CapabilityProbe>, string]>([
    [{}, 'inbox: declared by a header; there: seen'],
    [{ present: false }, 'inbox: declared by a header; not there, so not used: seen'],
    [
      { present: false, requirement: '6638/9.3/x' },
      'inbox: declared by a header; not there, which breaks 6638/9.3/x: seen',
    ],
  ])('%j', (change, line) => {
    expect(probesReport([{ ...probe, ...change }])).toContain(`  ${line}`);
  });

  it('says what is there though it is not declared', () => {
    const { declared: _, ...undeclared } = probe;
    expect(probesReport([undeclared])).toContain('  inbox: not declared; there all the same: seen');
  });

  it('says so when nothing could be tried', () => {
    expect(probesReport([]).join('')).toContain('Nothing could be tried: it needs two accounts');
  });
});
