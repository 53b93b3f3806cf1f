import { describe, expect, it } from 'vitest';
import { declaredIn, wrongArrows } from './arrows.js';
import { readSource } from './source.js';

const DECLARED = declaredIn(
  '{ "dependencies": { "zod": "4", "tsdav": "2", "ical.js": "2" }, "devDependencies": { "vitest": "4" } }',
);

function complaintsAbout(path: string, specifier: string): string[] {
  return wrongArrows([readSource(path, `import { x } from '${specifier}';\n`)], DECLARED);
}

describe('arrows between rooms', () => {
  it.each([
    ['participants/x.ts', '../simulator/itip/rules.js', 'participants may not import simulator/itip'],
    ['participants/x.ts', '../simulator/scheduling/y.js', 'participants may not import simulator/scheduling'],
    ['participants/x.ts', '../targets/reference/y.js', 'participants may not import targets/reference'],
    ['participants/x.ts', '../conformance/judge.js', 'participants may not import conformance'],
    ['steps/x.ts', '../simulator/itip/rules.js', 'steps may not import simulator/itip'],
    ['steps/x.ts', '../simulator/scheduling/y.js', 'steps may not import simulator/scheduling'],
    ['steps/x.ts', '../simulator/icalendar/parse.js', 'steps may not import simulator/icalendar'],
    [
      'conformance/ambient/x.ts',
      '../../simulator/itip/y.js',
      'conformance/ambient may not import simulator/itip',
    ],
    [
      'conformance/ambient/x.ts',
      '../../simulator/scheduling/y.js',
      'conformance/ambient may not import simulator/scheduling',
    ],
    ['conformance/ambient/x.ts', '../judge.js', 'conformance/ambient may not import conformance'],
    ['conformance/x.ts', '../simulator/faults/fault.js', 'conformance may not import simulator/faults'],
    ['conformance/x.ts', '../simulator/itip/rules.js', 'conformance may not import simulator/itip'],
    ['conformance/x.ts', '../reports/console.js', 'conformance may not import reports'],
    ['reports/x.ts', '../conformance/run.js', 'reports may not import conformance'],
    ['requirements/x.ts', '../conformance/run.js', 'requirements may not import conformance'],
    ['targets/x.ts', '../simulator/itip/rules.js', 'targets may not import simulator/itip'],
    [
      'targets/caldav/x.ts',
      '../../simulator/scheduling/y.js',
      'targets/caldav may not import simulator/scheduling',
    ],
    ['targets/caldav/x.ts', '../reference/y.js', 'targets/caldav may not import targets/reference'],
    ['simulator/index.ts', './faults/fault.js', 'simulator may not import simulator/faults'],
    [
      'simulator/scheduling/x.ts',
      '../faults/fault.js',
      'simulator/scheduling may not import simulator/faults',
    ],
    ['simulator/itip/x.ts', '../faults/fault.js', 'simulator/itip may not import simulator/faults'],
    ['simulator/itip/x.ts', '../runtime/clock.js', 'simulator/itip may not import simulator/runtime'],
    ['simulator/itip/x.ts', '../scheduling/y.js', 'simulator/itip may not import simulator/scheduling'],
    ['simulator/icalendar/x.ts', '../itip/rules.js', 'simulator/icalendar may not import simulator/itip'],
    ['simulator/faults/x.ts', '../runtime/y.js', 'simulator/faults may not import simulator/runtime'],
    ['requirements/x.ts', '../cli/main.js', 'requirements may not import cli'],
    ['attic/x.ts', '../targets/target.js', 'attic is no room of the table'],
    ['cli/x.ts', '../attic/y.js', 'attic/y.ts lies in no room of the table'],
    ['cli/x.ts', './y', './y does not end in .js'],
    ['cli/x.ts', './y.test.js', 'imports the test cli/y.test.ts'],
    ['cli/x.ts', '../conformance/testing/y.js', 'imports conformance/testing/y.ts, which is for tests only'],
    ['cli/x.ts', '../tidy/arrows.js', 'imports tidy/arrows.ts, which is for tests only'],
  ])('%s may not import %s', (path, specifier, reason) => {
    expect(complaintsAbout(path, specifier)).toEqual([`${path}:1: ${reason}`]);
  });

  it.each([
    ['cli/x.ts', '../conformance/run.js'],
    ['steps/x.ts', '../participants/play.js'],
    ['conformance/ambient/x.ts', '../../simulator/icalendar/read.js'],
    ['simulator/scheduling/x.ts', '../itip/rules.js'],
    ['simulator/itip/x.ts', './rules.js'],
    ['reports/x.ts', '../conformance/results.js'],
    ['participants/x.test.ts', '../simulator/itip/rules.js'],
    ['conformance/testing/x.ts', '../../simulator/itip/rules.js'],
    ['cli/x.ts', 'node:fs'],
    ['cli/x.ts', 'zod'],
    ['vitest.config.ts', 'vitest/config'],
    ['targets/caldav/dav.ts', 'tsdav'],
    ['simulator/icalendar/parse.ts', 'ical.js'],
  ])('%s may import %s', (path, specifier) => {
    expect(complaintsAbout(path, specifier)).toEqual([]);
  });

  it.each([
    ['targets/caldav/discovery.ts', 'tsdav', 'only targets/caldav/dav.ts may import tsdav'],
    ['simulator/itip/x.ts', 'ical.js', 'only simulator/icalendar/ may import ical.js'],
    ['cli/x.ts', 'left-pad', 'left-pad is not among the run-time dependencies of package.json'],
    ['cli/x.ts', 'vitest/node', 'vitest is not among the run-time dependencies of package.json'],
    ['cli/x.ts', '@scope/part/sub', '@scope/part is not among the run-time dependencies of package.json'],
    ['cli/x.test.ts', 'left-pad', 'left-pad is not among the dependencies of package.json'],
  ])('%s may not import the package %s', (path, specifier, reason) => {
    expect(complaintsAbout(path, specifier)).toEqual([`${path}:1: ${reason}`]);
  });

  it('are found in every form of import', () => {
    const text = [
      "export { x } from '../cli/main.js';",
      "export * from '../cli/main.js';",
      "const later = () => import('../cli/main.js');",
      "type Main = import('../cli/main.js').Main;",
      "import type { Main as Other } from '../cli/main.js';",
    ].join('\n');
    const found = wrongArrows([readSource('requirements/x.ts', text)], DECLARED);
    expect(found).toEqual(
      [1, 2, 3, 4, 5].map((line) => `requirements/x.ts:${line}: requirements may not import cli`),
    );
  });
});
