import { existsSync } from 'node:fs';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { UsageError } from '../targets/outcome-errors.js';
import { CONFIG_NAME } from './config.js';
import { writeText } from './results-file.js';

/** `itip init`: writes a configuration to begin with. Never overwrites one unless forced. */
export function initCommand({
  url,
  force = false,
}: {
  readonly url: string;
  readonly force?: boolean;
}): ExitCode {
  if (!/^https?:/i.test(url) || !URL.canParse(url))
    throw new UsageError(`--url ${url} is no address; write e.g. https://dav.example.com/`);
  if (existsSync(CONFIG_NAME) && !force) {
    throw new UsageError(`${CONFIG_NAME} is already here; go to another folder, or --force replaces it`);
  }
  writeText(CONFIG_NAME, template(new URL(url).href), 'go to a folder that you may write to');
  process.stdout.write(`${NEXT.join('\n')}\n`);
  return EXIT_CODES.conformant;
}

const NEXT = [
  `wrote ${CONFIG_NAME}`,
  'next:',
  '  1. make the accounts on your server and put their names into the file',
  '  2. export the passwords, e.g. ITIP_PASSWORD_ANNA',
  '  3. npx itip target check mine --dry',
  '  4. npx itip run --target mine',
  '  5. npx itip baseline update --baseline mine.yaml, once the failures are understood',
];

const PEOPLE = ['anna', 'bert', 'carla', 'dora'];

function template(url: string): string {
  const users = PEOPLE.map(
    (id) => `      ${id}: { username: ${id}, password: "\${ITIP_PASSWORD_${id.toUpperCase()}}" }`,
  );
  return [
    '# Targets by the names that `itip run --target NAME` knows them by.',
    'targets:',
    '  mine:',
    '    kind: caldav',
    '    # Where discovery begins: the server or its CalDAV path.',
    `    url: ${JSON.stringify(url)}`,
    '    # One account of its own for each person of the scenarios; what stands in their calendars is left alone.',
    '    # Passwords come from the environment.',
    '    users:',
    ...users,
    '    # Accounts that are not there are made for a run, and removed after it, where this says how (see README).',
    '    # Without username and password they get some that nobody can guess, e.g. anna: {}',
    '    # accounts:',
    '    #   kind: command',
    '    #   create: [my-server-adduser, "{username}"]',
    '    #   stdin: "{password}"',
    '    #   remove: [my-server-deluser, "{username}"]',
    '    # Longest wait for an effect and for an answer, in milliseconds.',
    '    deadlineMs: 10000',
    '    # Most requests in a second, if the server shall be spared.',
    '    # rate: { requestsPerSecond: 10 }',
    '',
  ].join('\n');
}
