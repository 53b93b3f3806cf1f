/** Long content lines are broken into several (RFC 5545 section 3.1). */

const MAX_OCTETS = 75;

/** The text with each line put together again. */
export function unfold(text: string): string {
  return text.replace(/\r?\n[ \t]/g, '');
}

/**
 * The line in pieces of at most 75 octets, none of which cuts a character in two. ical.js does not count the space
 * at the beginning of a piece.
 */
export function fold(line: string): string {
  if (isPlain(line)) return foldPlain(line);
  const pieces = [];
  let from = 0;
  while (from < line.length) {
    const room = from === 0 ? MAX_OCTETS : MAX_OCTETS - 1;
    const to = endOfPiece(line, from, room);
    pieces.push(line.slice(from, to));
    from = to;
  }
  return pieces.join('\r\n ');
}

/** The same for a line of which it is known that it is plain: its octets are its characters. */
export function foldPlain(line: string): string {
  if (line.length <= MAX_OCTETS) return line;
  let text = line.slice(0, MAX_OCTETS);
  for (let from = MAX_OCTETS; from < line.length; from += MAX_OCTETS - 1) {
    text += `\r\n ${line.slice(from, from + MAX_OCTETS - 1)}`;
  }
  return text;
}

/** Whether text has no characters but those of ASCII, and none that no content line may have. */
export function isPlain(text: string): boolean {
  return /^[\t -~]*$/.test(text);
}

function endOfPiece(line: string, from: number, room: number): number {
  if (isPlain(line.slice(from, from + room))) return Math.min(from + room, line.length);
  let at = from;
  for (let octets = 0; at < line.length; ) {
    const point = line.codePointAt(at) ?? 0;
    octets += octetsOf(point);
    if (octets > room) break;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

/** In UTF-8. */
function octetsOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
