/** iCalendar text that cannot be read, or an object that cannot be written; the message says what and where. */
export class IcalendarError extends Error {
  override readonly name = 'IcalendarError';
}

const SHOWN = 80;

/** A piece of foreign text, quoted and cut so that it fits into a message; what does not print is escaped. */
export function excerpt(text: string): string {
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return `"${cut.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escaped)}"`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
