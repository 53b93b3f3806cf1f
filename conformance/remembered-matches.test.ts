import { expect, test } from 'vitest';
import { rememberMatches } from './remembered-matches.js';

/** A sentence that is any text which begins so, with what was asked of it. */
function sentence(beginning: string) {
  const asked: string[] = [];
  const expression = {
    match(text: string): unknown {
      asked.push(text);
      return text.startsWith(beginning) ? [text.slice(beginning.length)] : null;
    },
  };
  return { asked, expression };
}

test('asks every sentence once for each text, and gives each its own answer', () => {
  const [bert, carla, berts] = [sentence('Bert '), sentence('Carla '), sentence('Bert')];
  const stepDefinitions = [bert, carla, berts];
  rememberMatches({ stepDefinitions });
  const answers = (text: string) => stepDefinitions.map(({ expression }) => expression.match(text));
  for (const _ of [1, 2]) {
    expect(answers('Bert accepts')).toEqual([['accepts'], null, [' accepts']]);
    expect(answers('Carla declines')).toEqual([null, ['declines'], null]);
  }
  for (const { asked } of [bert, carla, berts]) expect(asked).toEqual(['Bert accepts', 'Carla declines']);
});
