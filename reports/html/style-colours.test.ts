import { describe, expect, test } from 'vitest';
import { COLOURS } from './style-colours.js';

/** Contrast of two colours (WCAG 2.2, 1.4.3), which the browser test cannot see inside drawings. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const [light = '', dark = ''] = COLOURS.split('@media');
const schemes = [light, dark].map(
  (text) =>
    new Map(
      [...text.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
    ),
);

describe.each([
  ['light', schemes[0]],
  ['dark', schemes[1]],
] as const)('in %s', (_name, colours) => {
  const of = (name: string): string => colours?.get(name) ?? '';

  test.each(['ground', 'sheet', 'soft'])('text on %s can be read', (ground) => {
    for (const text of [
      'text',
      'quiet',
      'accent',
      'passed',
      'failed',
      'warned',
      'blocked',
      'errored',
      'none',
    ])
      expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test('marks can be read on their own ground', () => {
    for (const name of ['passed', 'failed', 'warned', 'blocked', 'errored', 'none'])
      expect(contrast(of(name), of(`${name}-g`)), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('mark-text'), of('mark'))).toBeGreaterThanOrEqual(4.5);
  });
});

test('black on white has the greatest contrast', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
