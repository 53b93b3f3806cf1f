import { describe, expect, it } from 'vitest';
import { defaultExports, unfinished, wrongNames } from './names.js';
import { readSource } from './source.js';

describe('names', () => {
  it.each([
    ['steps/calendarLooks.ts', 'steps/calendarLooks.ts: calendarLooks.ts is not in kebab case'],
    ['steps/calendar_looks.ts', 'steps/calendar_looks.ts: calendar_looks.ts is not in kebab case'],
    ['Steps/look.ts', 'Steps/look.ts: Steps is not in kebab case'],
    ['steps/-look.ts', 'steps/-look.ts: -look.ts is not in kebab case'],
    ['steps/helper.ts', 'steps/helper.ts: helper is an empty word'],
    ['steps/date-utils.ts', 'steps/date-utils.ts: util is an empty word'],
    ['managers/look.ts', 'managers/look.ts: manager is an empty word'],
    ['steps/event-data.test.ts', 'steps/event-data.test.ts: data is an empty word'],
    ['steps/guest.ts', 'steps/guest.ts: guest is an empty word'],
    ['steps/host.ts', 'steps/host.ts: host is an empty word'],
  ])('%s is no good name', (path, complaint) => {
    expect(wrongNames([path])).toEqual([complaint]);
  });

  it('may have numbers of sections, several endings, and words that contain others', () => {
    const good = [
      'features/rfc2446/3.2.2.3-delegating-an-event.feature',
      'targets/hostile/x.test.ts',
      'README.md',
    ];
    expect(wrongNames(good)).toEqual([]);
  });

  it('are given to exports, unless another program needs a default', () => {
    const source = readSource('x.ts', '\nexport default 1;\n');
    expect(defaultExports([source], [])).toEqual(['x.ts:2 is a default export']);
    expect(defaultExports([source], ['x.ts'])).toEqual([]);
  });
});

describe('marks of unfinished work', () => {
  it('are found, and nothing like them', () => {
    const [mark, other] = [['TO', 'DO'].join(''), ['FIX', 'ME'].join('')];
    expect(unfinished('x.ts', [`// ${mark}: later`, `// ${other}`, 'a VTODO, a to-do', `${mark}S`])).toEqual([
      `x.ts:1 is unfinished: // ${mark}: later`,
      `x.ts:2 is unfinished: // ${other}`,
    ]);
  });
});
