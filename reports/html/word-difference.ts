import { type Markup, markup } from './markup.js';

/** Longer texts are set side by side as they are. */
const MOST_WORDS = 300;

/**
 * Two texts with the words marked that the other does not have in the same order. Where less than half is the same,
 * nothing is marked: it would be nearly everything.
 */
export function markedDifference(one: string, other: string): [one: Markup, other: Markup] {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.length > MOST_WORDS || right.length > MOST_WORDS) return [markup`${one}`, markup`${other}`];
  const common = commonWords(left, right);
  if (common.length < Math.max(left.length, right.length) / 2) return [markup`${one}`, markup`${other}`];
  return [marked(left, common), marked(right, common)];
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The longest list of words that both have in this order. */
function commonWords(one: readonly string[], other: readonly string[]): string[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const length = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const isSame = one[row] === other[column];
      const found = isSame
        ? length(row + 1, column + 1) + 1
        : Math.max(length(row + 1, column), length(row, column + 1));
      (lengths[row] as number[])[column] = found;
    }
  }
  const common: string[] = [];
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    if (one[row] === other[column]) {
      common.push(one[row] as string);
      row += 1;
      column += 1;
    } else if (length(row + 1, column) >= length(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}

function marked(words: readonly string[], common: readonly string[]): Markup {
  let next = 0;
  const shown = words.map((word, index) => {
    const space = index === 0 ? '' : ' ';
    if (word !== common[next]) return markup`${space}<mark>${word}</mark>`;
    next += 1;
    return markup`${space}${word}`;
  });
  return markup`${shown}`;
}
