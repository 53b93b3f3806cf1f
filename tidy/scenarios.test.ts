import { describe, expect, it } from 'vitest';
import { scenariosOf, untidyScenario } from './scenarios.js';

const TAGS = '@must @2446/3.2.3/reply-uid';

function complaintsAbout(tags: string, ...steps: readonly string[]): string[] {
  const text = ['Feature: x', '  Background:', '    Given a', '', tags, 'Scenario: s', ...steps].join('\n');
  return scenariosOf('x.feature', text).flatMap(untidyScenario);
}

describe('a scenario', () => {
  it('is well formed with Given, one When, and looks at the end', () => {
    expect(complaintsAbout(TAGS, 'Given b', 'And c', 'When d', 'And e', 'Then f', 'But g')).toEqual([]);
  });

  it.each([
    ['@2446/3.2.3/reply-uid', 'has 0 level tags'],
    ['@must @should @2446/3.2.3/reply-uid', 'has 2 level tags'],
    ['@must', 'has 0 row tags'],
    ['@must @2446/3.2.3/a @5546/3.2.3/b', 'has 2 row tags'],
  ])('is untidy with the tags %s', (tags, complaint) => {
    expect(complaintsAbout(tags, 'When d', 'Then f')).toEqual([`x.feature:6 ${complaint}`]);
  });

  it('counts only rows that it judges, not those that it passes', () => {
    expect(complaintsAbout(`${TAGS} @see:2446/3.2.3/other @needs:inbox`, 'When d', 'Then f')).toEqual([]);
  });

  it.each([
    [['Given b', 'Then f'], ['has 0 Whens']],
    [['When d', 'When e', 'Then f'], ['has 2 Whens']],
    [['When d'], ['does not end with looks']],
    [
      ['When d', 'Then f', 'When g', 'Then h'],
      ['has 2 Whens', 'goes Given, When, Then, When, Then'],
    ],
    [['When d', 'Given e', 'Then f'], ['goes Given, When, Given, Then']],
  ])('is untidy with %j', (steps, complaints) => {
    expect(complaintsAbout(TAGS, ...steps)).toEqual(
      complaints.map((complaint) => `x.feature:6 ${complaint}`),
    );
  });

  it('has nine sentences at most, without those of the Background', () => {
    const looks = (count: number) => ['When d', 'Then e', ...Array<string>(count - 2).fill('And f')];
    expect(complaintsAbout(TAGS, ...looks(9))).toEqual([]);
    expect(complaintsAbout(TAGS, ...looks(10))).toEqual(['x.feature:6 has 10 sentences; 9 are the most']);
  });

  it('may stand under a Rule with a Background of its own', () => {
    const text = `Feature: x
  Rule: r
    Background:
      Given a
    ${TAGS}
    Scenario Outline: s
      When <d>
      Then e
      Examples:
        | d |
        | 1 |
`;
    const [scenario] = scenariosOf('x.feature', text);
    expect(scenario?.place).toBe('x.feature:11');
    expect(scenario?.sentences.map(({ section, own, text: words }) => [section, own, words])).toEqual([
      ['Given', false, 'a'],
      ['When', true, '1'],
      ['Then', true, 'e'],
    ]);
  });

  it('that cannot be parsed is an error', () => {
    expect(() => scenariosOf('x.feature', 'Then nothing follows from this')).toThrow(/x\.feature/);
  });
});
