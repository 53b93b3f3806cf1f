import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { loadCatalogue } from '../requirements/read-catalogue.js';
import { PROFILES, severityOf } from '../requirements/row.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import { PACKAGE_ROOT } from './package-root.js';
import { loadSuite, scenariosIn } from './suite.js';

const URI = 'features/rfc2446/3.2.3-reply.feature';

const PLAIN = `
  @must @2446/3.2.3/reply @needs:inbox @needs:clock @gate:reply-delivered
  Scenario: An Attendee (Bert) accepts!
    When Bert accepts
    Then a REPLY reaches Anna
`;
const OUTLINE = `
  @should @2446/3.2.3/answers
  Scenario Outline: An Attendee answers
    When Bert <does>
    Then Bert is <PARTSTAT>

    Examples:
      | does     | PARTSTAT |
      | accepts  | ACCEPTED |
      | declines | DECLINED |
`;
const RULE = `
  @2446/3.2.3/uid
  Rule: The UID comes back
    @must
    Scenario: The UID
      Given Bert accepts
      Then the UID is the same
      And nothing else
`;

const scenarios = (...parts: readonly string[]) => scenariosIn(`Feature: REPLY\n${parts.join('')}`, URI);
const fault = (text: string): string => {
  try {
    scenarios(text);
  } catch (error) {
    if (error instanceof HarnessFault) return error.message;
  }
  return 'no fault';
};

describe('a scenario', () => {
  it('is read with its place, row, needs and gate', () => {
    expect(scenarios(PLAIN)).toEqual([
      {
        id: 'rfc2446/3.2.3-reply/an-attendee-bert-accepts',
        name: 'An Attendee (Bert) accepts!',
        uri: URI,
        line: 4,
        tags: ['@must', '@2446/3.2.3/reply', '@needs:inbox', '@needs:clock', '@gate:reply-delivered'],
        row: '2446/3.2.3/reply',
        needs: ['inbox', 'clock'],
        gate: 'reply-delivered',
        rule: undefined,
        steps: [
          { keyword: 'When', text: 'Bert accepts' },
          { keyword: 'Then', text: 'a REPLY reaches Anna' },
        ],
      },
    ]);
  });

  it('of an outline is one for each example row, on the line of that row', () => {
    expect(scenarios(OUTLINE).map(({ id, line }) => [id, line])).toEqual([
      ['rfc2446/3.2.3-reply/an-attendee-answers/accepts-accepted', 10],
      ['rfc2446/3.2.3-reply/an-attendee-answers/declines-declined', 11],
    ]);
  });

  it('under a rule has the tags of the rule', () => {
    expect(scenarios(RULE)).toEqual([
      expect.objectContaining({ row: '2446/3.2.3/uid', gate: undefined, needs: [] }),
    ]);
  });

  it('has an id that does not depend on the order', () => {
    const ids = (...parts: readonly string[]) => new Set(scenarios(...parts).map(({ id }) => id));
    const swapped = OUTLINE.replace(/(\| accepts.*\n)( *\| declines.*\n)/, '$2$1');
    expect(swapped).not.toBe(OUTLINE);
    expect(ids(RULE, swapped, PLAIN)).toEqual(ids(PLAIN, OUTLINE, RULE));
    expect(ids(PLAIN, OUTLINE, RULE).size).toBe(4);
  });
});

describe('a scenario is refused, with its place,', () => {
  test.each<[string, string, string]>([
    ['without a row', PLAIN.replace('@2446/3.2.3/reply ', ''), `${URI}:4 is tagged with no row`],
    ['without a Then', PLAIN.replace('Then', 'And'), `${URI}:4 has no Then`],
    ['without a step', '  @must @2446/1/x\n  Scenario: Nothing\n', `${URI}:3 has no Then`],
    [
      'with an unknown need',
      PLAIN.replace(':clock', ':watch'),
      `${URI}:4 needs watch, which is no capability`,
    ],
    ['in a file that is no Gherkin', PLAIN.replace('Then', 'Thereupon'), `${URI}: (6:5): expected`],
  ])('%s', (_what, text, words) => {
    expect(fault(text)).toContain(words);
  });
});

describe('a folder of features', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'itip-suite-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function feature(uri: string, ...parts: readonly string[]): void {
    const path = join(root, uri);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `Feature: Any\n${parts.join('')}`);
  }

  it('is read in the order of the sections, and nothing but features', () => {
    for (const section of ['3.2.10-b', '3.2.9-a', '3.2-c'])
      feature(`features/rfc2446/${section}.feature`, PLAIN);
    feature('features/rfc2446/notes.md', PLAIN);
    expect(loadSuite(root).map(({ uri }) => uri)).toEqual([
      'features/rfc2446/3.2-c.feature',
      'features/rfc2446/3.2.9-a.feature',
      'features/rfc2446/3.2.10-b.feature',
    ]);
  });

  it('may name scenarios alike in two files, but not in one', () => {
    feature('features/a.feature', PLAIN);
    feature('features/b.feature', PLAIN);
    expect(new Set(loadSuite(root).map(({ id }) => id)).size).toBe(2);
    feature('features/b.feature', PLAIN, PLAIN.replace('(Bert)', '-Bert-'));
    expect(() => loadSuite(root)).toThrow('features/b.feature:9 and features/b.feature:4 have the same name');
  });

  it('may not have two example rows alike', () => {
    feature('features/a.feature', OUTLINE.replace('declines | DECLINED', 'accepts  | ACCEPTED'));
    expect(() => loadSuite(root)).toThrow(HarnessFault);
  });
});

describe('the suite of the package', () => {
  const load = () => ({
    suite: loadSuite(PACKAGE_ROOT),
    catalogue: loadCatalogue(join(PACKAGE_ROOT, 'requirements')),
  });

  it('judges rows of the catalogue', () => {
    const { suite, catalogue } = load();
    expect(suite.length).toBeGreaterThan(0);
    expect(suite.filter(({ row }) => !catalogue.rows.has(row))).toEqual([]);
  });

  it('has one probe for each gate, which fails where the gate stays closed', () => {
    const { suite, catalogue } = load();
    const probes = suite.filter(({ gate }) => gate !== undefined);
    expect(new Set(probes.map(({ gate }) => gate)).size).toBe(probes.length);
    expect(probes.length).toBeGreaterThan(0);
    for (const { row } of probes) {
      const found = catalogue.rows.get(row);
      for (const profile of PROFILES) expect(found && severityOf(found, profile)).toBe('must');
    }
  });
});
