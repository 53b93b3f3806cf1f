import { html, raw } from 'hono/html';
import { visible } from '../visible.js';

/** Markup that is safe as it is: everything that was put into it has been escaped. */
export type Markup = ReturnType<typeof raw>;

/** What may stand in a template; lists are set one after the other, and nothing is shown for undefined and false. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

/** Templates are indented for us, not for the reader. */
const tightened = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/**
 * A piece of HTML. Every text put in is escaped, with its control characters made visible, so it can stand between
 * tags or in a quoted attribute.
 */
export function markup(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const written = html(tight(template), ...contents.map(seen));
  if (written instanceof Promise) throw new TypeError('reports have no asynchronous parts');
  return written;
}

/** Text of our own that is markup already, like the style sheet. */
export function trusted(text: string): Markup {
  return raw(text);
}

function seen(content: Content): Content {
  if (typeof content === 'string') return visible(content);
  return Array.isArray(content) ? content.map(seen) : content;
}

function tight(template: TemplateStringsArray): TemplateStringsArray {
  const known = tightened.get(template);
  if (known !== undefined) return known;
  const parts = template.map((part) => part.replace(/\n\s*/g, '\n'));
  const made = Object.assign(parts, { raw: template.raw });
  tightened.set(template, made);
  return made;
}

/** The id of an element that links can name, from an id of the suite. Spaces and what else is no part of an id go. */
export function anchorOf(...parts: readonly (string | number)[]): string {
  return parts.join('--').replace(/[^\p{L}\p{N}._/-]+/gu, '_');
}
