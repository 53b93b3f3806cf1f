/**
 * Control characters, and those that turn the direction of writing: what others wrote could move the cursor of a
 * terminal with them, end a line where none ends, or show text in another order than it has.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;

/** Text of others as it can be shown: line ends are LF, and every other control character is written as its code. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, codeOf);
}

/** The same on one line. */
export function visibleLine(text: string): string {
  return visible(text).replace(/\s*\n\s*/g, ' ');
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
}
