import { describe, expect, it } from 'vitest';
import { deadExports, deadFiles } from './reach.js';
import { readSource } from './source.js';

function sources(texts: Readonly<Record<string, string>>) {
  return Object.entries(texts).map(([path, text]) => readSource(path, text));
}

describe('files', () => {
  it('are dead when no entry reaches them, not even through others', () => {
    const found = deadFiles(
      sources({
        'cli/main.ts': "import '../conformance/run.js';",
        'conformance/run.ts': "import type { X } from './used.js';",
        'conformance/used.ts': 'export interface X {}',
        'conformance/lost.ts': "import './lost-too.js';",
        'conformance/lost-too.ts': '',
        'conformance/lost.test.ts': "import './lost.js';",
      }),
    );
    expect(found).toEqual([
      'conformance/lost.ts is dead: no entry reaches it',
      'conformance/lost-too.ts is dead: no entry reaches it',
    ]);
  });

  it('that are for tests must be reached from a test', () => {
    const found = deadFiles(
      sources({
        'x.test.ts': "import './tidy/used.js';\nimport './a/testing/used.js';",
        'tidy/used.ts': '',
        'tidy/lost.ts': '',
        'a/testing/used.ts': '',
        'a/testing/lost.ts': '',
      }),
    );
    expect(found).toEqual([
      'tidy/lost.ts is dead: no test reaches it',
      'a/testing/lost.ts is dead: no test reaches it',
    ]);
  });

  it('that something else starts are alive', () => {
    const entries = ['cli/main.ts', 'simulator/index.ts', 'steps/x.ts', 'bench/bench.ts', 'vitest.config.ts'];
    expect(deadFiles(sources(Object.fromEntries(entries.map((path) => [path, '']))))).toEqual([]);
  });
});

describe('exports', () => {
  it('are dead when no other file takes them', () => {
    const found = deadExports(
      sources({
        'a.ts': 'export const used = 1;\nexport const lost = used;\nexport interface Told {}',
        'b.ts': "import { used } from './a.js';\nexport const tested = used;",
        'b.test.ts': "import { tested } from './b.js';",
      }),
    );
    expect(found).toEqual(['a.ts:2: nobody imports lost']);
  });

  it('are alive when all of a file is taken, or the file is an entry', () => {
    const found = deadExports(
      sources({
        'a.ts': 'export const one = 1;',
        'b.test.ts': "import * as all from './a.js';",
        'simulator/index.ts': 'export const library = 1;',
      }),
    );
    expect(found).toEqual([]);
  });
});
