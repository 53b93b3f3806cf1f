/** Longest line that is taken in, in characters; an iCalendar object of 8 MiB fits, escaped. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/** A line that is too long to be taken in. */
class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
}

/**
 * Cuts a stream of text into lines; empty lines are left out. The last line needs no line end.
 *
 * @throws LineTooLong when a line does not end in time
 */
export async function* linesOf(stream: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new LineTooLong(`a line has more than ${LONGEST_LINE} characters`);
    yield* lines.map((line) => line.trim()).filter((line) => line !== '');
  }
  rest = (rest + decoder.decode()).trim();
  if (rest !== '') yield rest;
}
