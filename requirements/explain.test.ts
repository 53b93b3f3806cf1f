import { describe, expect, it } from 'vitest';
import { explainRow } from './explain.js';
import { sampleRow } from './testing/sample-row.js';

const LONG = 'Any greater number is right, not only the next one, and a number that leaves some out is too.';

describe('explaining a row', () => {
  const FEATURE = 'features/rfc2446/1-packing.feature';
  const row = sampleRow({
    in2446: { level: 'implied', weight: 'must', reason: 'the text points to a smith' },
    successor: { document: 'rfc5546', section: '1.2', title: 'Locking', lines: [9, 9] },
    ruling: LONG,
  });
  const text = explainRow(row, [
    { name: 'A trunk', uri: FEATURE, line: 12 },
    { name: 'A box', uri: FEATURE, line: 20 },
  ]);

  it('says all that is known, line by line', () => {
    expect(text.split('\n')).toEqual([
      '2446/1/trunk-is-locked',
      '',
      '  A trunk is locked.',
      '',
      '  Section     RFC 2446 section 1, "Packing", lines 4-5',
      '  Successor   RFC 5546 section 1.2, "Locking", line 9',
      '  Level       MUST (in RFC 2446 implied, with the weight of a MUST: the text points to a smith)',
      '  Obliged     the organizer; duty: compose',
      '  Concerns    METHOD REQUEST, VEVENT',
      '  Profiles    rfc5546, rfc2446',
      '  Judged      by 2 scenarios',
      '  Ruling      Any greater number is right, not only the next one, and a number that leaves some out',
      '              is too.',
      '',
      'Scenarios',
      '  A trunk',
      `    ${FEATURE}:12`,
      '  A box',
      `    ${FEATURE}:20`,
      '',
      'Run',
      '  npx itip run --section 2446/1',
      `  npx itip run ${FEATURE}:12`,
      `  npx itip run ${FEATURE}:20`,
      '',
    ]);
  });

  it('says of a rule of the service where it stands, and that it is of no RFC', () => {
    const source = { document: 'service', section: 'outbox', title: 'The Outbox', lines: undefined } as const;
    const ofService = explainRow({ ...row, id: 'service/outbox/one-entry', source }, []);
    expect(ofService).toContain('  Section     scheduling service, "The Outbox"; no RFC demands it\n');
  });

  it('stays within 100 columns, except for a word that is longer', () => {
    const wide = (long: string) =>
      explainRow({ ...row, text: long, ruling: long }, [])
        .split('\n')
        .filter((line) => line.length > 100);
    expect(wide('word '.repeat(200).trim())).toEqual([]);
    expect(wide('w'.repeat(120))).toHaveLength(2);
  });

  it('says why a rule without keyword weighs what it does', () => {
    const force = { level: 'implied', weight: 'should', reason: 'the text suggests it' } as const;
    const implied = explainRow({ ...row, force, in2446: undefined }, []);
    expect(implied).toContain(
      '  Level       implied, with the weight of a SHOULD: the text suggests it\n  Obliged',
    );
    expect(implied).toContain('  Judged      by 0 scenarios\n');
    expect(implied).not.toContain('npx itip run');
  });

  it('says that a row is judged beside every scenario, and where it has no successor', () => {
    const ambient = explainRow(sampleRow({ ambient: true, method: 'any', component: 'any' }), []);
    expect(ambient).toContain('  Successor   none\n');
    expect(ambient).toContain('  Concerns    every scheduling message\n');
    expect(ambient).toContain(
      '  Judged      beside every scenario, on each message that the target composes\n',
    );
    expect(ambient).toMatch(/\n\nRun\n {2}npx itip run\n$/);
  });

  it('says that a row is judged both ways', () => {
    const both = explainRow(sampleRow({ ambient: true }), [{ name: 'A trunk', uri: FEATURE, line: 12 }]);
    expect(both.replace(/\s+/g, ' ')).toContain(
      'Judged by 1 scenario, and beside every scenario, on each message that the target composes',
    );
    expect(both).toContain('  npx itip run --section 2446/1\n');
  });

  it('says why a row is not tested, or cannot be', () => {
    const judged = (change: Parameters<typeof sampleRow>[0]) => explainRow(sampleRow(change), []);
    expect(judged({ untested: 'no scenario rings so far' })).toContain(
      '  Judged      not yet: no scenario rings so far\n',
    );
    expect(judged({ unobservable: 'nobody sees it' })).toContain('  Judged      cannot be: nobody sees it\n');
  });

  it('names a message of one component by its component', () => {
    expect(explainRow(sampleRow({ method: 'any' }), [])).toContain(
      '  Concerns    every scheduling message, VEVENT\n',
    );
    expect(explainRow(sampleRow({ component: 'any' }), [])).toContain('  Concerns    METHOD REQUEST\n');
  });
});
