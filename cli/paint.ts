import { styleText } from 'node:util';
import type { Paint, Tone } from '../reports/console.js';

const STYLES: Readonly<Record<Tone, 'red' | 'yellow' | 'green'>> = {
  bad: 'red',
  unsure: 'yellow',
  good: 'green',
};

/** Colours for a stream: only on a terminal, and not where NO_COLOR is set; FORCE_COLOR has the last word. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (tone, text) => styleText(STYLES[tone], text, { stream });
}
