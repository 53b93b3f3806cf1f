import { expect, test } from 'vitest';
import { scenariosIn } from './suite.js';

const FEATURE = `Feature: REPLY
  Background:
    Given the people are there

  @must @2446/3.2.3/reply
  Scenario: Without a rule
    When Bert accepts
    Then a REPLY reaches Anna with
      | PARTSTAT | ACCEPTED |
      | SEQUENCE | 0        |

  Rule: The answer counts
    Background:
      Given Anna organizes a meeting

    @must @2446/3.2.3/answers
    Scenario Outline: An Attendee answers
      When Bert <does>
      Then Bert is <PARTSTAT>
      But Carla is not

      Examples:
        | does     | PARTSTAT |
        | declines | DECLINED |

  Rule: Another
    Background:
      Given something else
`;

test('a scenario has its rule and its sentences, with those of the Backgrounds and the values of the example', () => {
  const worded = scenariosIn(FEATURE, 'features/x.feature').map(({ rule, steps }) => ({ rule, steps }));
  const people = { keyword: 'Given', text: 'the people are there' };
  expect(worded).toEqual([
    {
      rule: undefined,
      steps: [
        people,
        { keyword: 'When', text: 'Bert accepts' },
        {
          keyword: 'Then',
          text: 'a REPLY reaches Anna with',
          table: [
            ['PARTSTAT', 'ACCEPTED'],
            ['SEQUENCE', '0'],
          ],
        },
      ],
    },
    {
      rule: 'The answer counts',
      steps: [
        people,
        { keyword: 'Given', text: 'Anna organizes a meeting' },
        { keyword: 'When', text: 'Bert declines' },
        { keyword: 'Then', text: 'Bert is DECLINED' },
        { keyword: 'But', text: 'Carla is not' },
      ],
    },
  ]);
});
