import { expect, test } from 'vitest';
import { withFullNames } from './scenario-names.js';
import { plainScenario, resultsOf } from './testing/sample-report.js';

test('examples of one outline are told apart by their values; others keep their names', () => {
  const scenario = (id: string, name: string, uri = 'features/rfc2446/3.2.3-reply.feature') => {
    return { ...plainScenario('a', 'passed'), id, name, uri };
  };
  const { scenarios } = withFullNames(
    resultsOf(
      'mine',
      scenario('r/an-attendee-answers/accepts-accepted', 'An Attendee answers'),
      scenario('r/an-attendee-answers/declines-declined', 'An Attendee answers'),
      scenario('r/nobody-answers', 'Nobody answers'),
      scenario('o/an-attendee-answers', 'An Attendee answers', 'features/other.feature'),
    ),
  );
  expect(scenarios.map(({ name }) => name)).toEqual([
    'An Attendee answers (accepts accepted)',
    'An Attendee answers (declines declined)',
    'Nobody answers',
    'An Attendee answers',
  ]);
});
