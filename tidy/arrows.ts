import { posix } from 'node:path';
import { PACKAGES } from './packages.js';
import { fileMeant, type Import, type Source } from './source.js';

/**
 * The rooms of the house and the rooms that each may import beside itself. A room is a folder with what lies under it
 * unless that is a room of its own, or a single file. Arrows point one way: what is not listed is forbidden.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  cli: [
    'conformance',
    'conformance/results.ts',
    'conformance/deviations.ts',
    'conformance/baseline.ts',
    'conformance/findings',
    'reports',
    'requirements',
    'targets',
    'targets/reference',
    'targets/caldav',
    'targets/hostile',
    'targets/imip',
    'targets/pair',
    'targets/stdio',
    'adapter',
    'adapter/reference',
  ],
  /** The protocol of adapters in other languages. */
  adapter: [],
  /** The reference speaking it. */
  'adapter/reference': [
    'adapter',
    'targets',
    'targets/reference',
    'simulator/icalendar',
    'simulator/itip',
    'simulator/runtime',
    'simulator/scheduling',
    'simulator/transport',
  ],
  examples: ['simulator/transport'],
  bench: ['conformance', 'simulator/icalendar', 'simulator/runtime', 'simulator/scheduling'],
  reports: [
    'conformance/results.ts',
    'conformance/deviations.ts',
    'conformance/baseline.ts',
    'conformance/findings',
    'requirements',
    'simulator/icalendar',
  ],
  conformance: [
    'conformance/results.ts',
    'conformance/deviations.ts',
    'conformance/baseline.ts',
    'conformance/ambient',
    'requirements',
    'targets',
    'targets/reference',
  ],
  /** The results model: all that reports may know of a run. */
  'conformance/results.ts': [],
  'conformance/deviations.ts': ['conformance/results.ts'],
  'conformance/baseline.ts': [
    'conformance',
    'conformance/results.ts',
    'conformance/deviations.ts',
    'targets',
  ],
  'conformance/findings': [
    'conformance',
    'conformance/results.ts',
    'conformance/deviations.ts',
    'conformance/baseline.ts',
    'targets',
  ],
  /** Oracles: they share the reading of iCalendar with the reference, and none of its rules. */
  'conformance/ambient': ['requirements', 'targets', 'simulator/icalendar', 'simulator/transport/imip'],
  steps: ['participants', 'targets'],
  participants: ['targets', 'simulator/icalendar', 'simulator/transport/imip'],
  requirements: ['targets'],
  targets: ['simulator/icalendar'],
  'targets/caldav': ['targets', 'targets/imip', 'simulator/icalendar', 'simulator/transport/imip'],
  /** Mail that the harness takes in and hands in; what it says is read by the codec, which has no rules in it. */
  'targets/imip': ['targets', 'simulator/icalendar', 'simulator/transport/imip', 'simulator/transport/smtp'],
  'targets/stdio': ['adapter', 'targets', 'targets/imip', 'simulator/icalendar'],
  'targets/pair': ['targets', 'simulator/icalendar'],
  'targets/hostile': ['targets', 'targets/reference'],
  'targets/reference': [
    'targets',
    'targets/imip',
    'simulator/faults',
    'simulator/icalendar',
    'simulator/itip',
    'simulator/runtime',
    'simulator/scheduling',
    'simulator/transport',
    'simulator/transport/imip',
  ],
  simulator: [
    'simulator/icalendar',
    'simulator/itip',
    'simulator/runtime',
    'simulator/scheduling',
    'simulator/transport',
    'simulator/transport/imip',
    'simulator/transport/smtp',
  ],
  'simulator/scheduling': [
    'simulator/icalendar',
    'simulator/itip',
    'simulator/runtime',
    'simulator/transport',
    'simulator/transport/imip',
    'simulator/transport/smtp',
  ],
  'simulator/transport': [
    'simulator/icalendar',
    'simulator/runtime',
    'simulator/transport/imip',
    'simulator/transport/smtp',
  ],
  'simulator/transport/imip': ['simulator/icalendar'],
  'simulator/transport/smtp': [],
  'simulator/faults': ['simulator/icalendar', 'simulator/itip', 'simulator/scheduling'],
  'simulator/itip': ['simulator/icalendar'],
  'simulator/icalendar': [],
  'simulator/runtime': [],
  tidy: [],
};

/** Files that are not part of the product: they may import any room, and no other file may import them. */
export function isForTestsOnly(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('tidy/') || path.split('/').includes('testing');
}

/** What the dependencies in package.json allow to be imported. */
export interface Declared {
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** The dependencies that the text of a package.json declares. */
export function declaredIn(text: string): Declared {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<string, object>;
  return { dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) };
}

/** Imports that point where they must not. */
export function wrongArrows(
  sources: readonly Source[],
  declared: Declared,
  rooms: Readonly<Record<string, readonly string[]>> = ROOMS,
): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((found) => {
      const to = fileMeant(source.path, found.specifier);
      const reason =
        to === undefined
          ? packageProblem(source.path, found, declared)
          : roomProblem(source.path, found, to, rooms);
      return reason === undefined ? [] : [`${source.path}:${found.line}: ${reason}`];
    }),
  );
}

function roomProblem(
  from: string,
  { specifier }: Import,
  to: string,
  rooms: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  if (!/\.(js|json)$/.test(specifier)) return `${specifier} does not end in .js`;
  if (to.endsWith('.test.ts')) return `imports the test ${to}`;
  if (isForTestsOnly(from)) return undefined;
  if (isForTestsOnly(to)) return `imports ${to}, which is for tests only`;
  const [room, other] = [roomOf(from, rooms), roomOf(to, rooms)];
  if (room === undefined)
    return from.includes('/') ? `${posix.dirname(from)} is no room of the table` : undefined;
  if (other === undefined) return `${to} lies in no room of the table`;
  if (room === other || rooms[room]?.includes(other) === true) return undefined;
  return `${room} may not import ${other}`;
}

/** The room of a file: itself, or the nearest folder above it that is one. */
function roomOf(path: string, rooms: Readonly<Record<string, readonly string[]>>): string | undefined {
  if (path in rooms) return path;
  const above = posix.dirname(path);
  return above === '.' ? undefined : roomOf(above, rooms);
}

function packageProblem(from: string, { specifier }: Import, declared: Declared): string | undefined {
  if (specifier.startsWith('node:')) return undefined;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const only = PACKAGES[name];
  if (only !== undefined && !isForTestsOnly(from) && !only.some((place) => from.startsWith(place))) {
    return `only ${only.join(', ')} may import ${name}`;
  }
  const development = isForTestsOnly(from) || from.startsWith('bench/') || !from.includes('/');
  const known = development ? [...declared.dependencies, ...declared.devDependencies] : declared.dependencies;
  if (known.includes(name)) return undefined;
  return `${name} is not among the ${development ? '' : 'run-time '}dependencies of package.json`;
}
