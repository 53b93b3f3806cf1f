import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { measureNatively } from './native-groups.js';

interface Argument {
  readonly group: unknown;
  getValue(world: null): unknown;
}
interface Expression {
  readonly treeRegexp: never;
  match(text: string): readonly Argument[] | null;
}
type Made = new (pattern: string | RegExp, registry: object) => Expression;

/** On Cucumber's own expressions, which are those that its libraries hold. */
const ofCucumber = createRequire(createRequire(import.meta.url).resolve('@cucumber/cucumber'));
const { CucumberExpression, RegularExpression, ParameterTypeRegistry } = ofCucumber(
  '@cucumber/cucumber-expressions',
) as { CucumberExpression: Made; RegularExpression: Made; ParameterTypeRegistry: new () => object };

const registry = new ParameterTypeRegistry();

test.each([
  [
    new CucumberExpression('{word} sends {int} message(s) to {string}', registry),
    'Bert sends 2 messages to "Carla"',
  ],
  [new CucumberExpression('{word} accepts/declines', registry), 'Dora declines'],
  [new RegularExpression(/^(\w+) has (?:one|(\d+)) (copy|copies)$/, registry), 'Bert has one copy'],
  [new CucumberExpression('{word} accepts', registry), 'nobody declines'],
])('%o finds the same in %j as by itself', (expression, text) => {
  const before = expression.match(text);
  measureNatively({ stepDefinitions: [{ expression }] });
  const after = expression.match(text);
  expect(after?.map(({ group }) => group)).toEqual(before?.map(({ group }) => group));
  expect(after?.map((argument) => argument.getValue(null))).toEqual(
    before?.map((found) => found.getValue(null)),
  );
});
