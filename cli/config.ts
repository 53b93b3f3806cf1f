import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { readStrictYaml } from '../conformance/strict-yaml.js';
import { castOf } from '../targets/caldav/casts.js';
import { CaldavDescription } from '../targets/caldav/config.js';
import { UsageError } from '../targets/outcome-errors.js';
import { nearest, suggestion } from './nearest.js';

/** Name of the configuration file that is looked for in the working folder. */
export const CONFIG_NAME = 'itip.config.yaml';

const Inline = CaldavDescription.omit({ name: true });

/** `itip.config.yaml`: the targets by the names that `--target` knows them by. */
export const Config = z.strictObject({
  targets: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.union([z.string().min(1), Inline]))
    .describe('a target description, or the path of a file with one, from the folder of this file'),
});
export type Config = z.infer<typeof Config>;

/** Where targets are looked up: the user's configuration first, then the one that the package brings. */
export interface ConfigFile {
  readonly path: string;
  readonly config: Config;
}

/**
 * Loads the configuration files that apply.
 *
 * @param given path after `--config`; without it `itip.config.yaml` of the working folder is taken if there is one
 * @throws UsageError that names file, key and remedy
 */
export function loadConfigs(given: string | undefined): ConfigFile[] {
  const own = given ?? (existsSync(CONFIG_NAME) ? CONFIG_NAME : undefined);
  const brought = join(PACKAGE_ROOT, CONFIG_NAME);
  const paths = [...(own === undefined ? [] : [resolve(own)]), ...(existsSync(brought) ? [brought] : [])];
  return [...new Set(paths)].map((path) => ({ path, config: readStrictYaml(path, Config, nearest) }));
}

/**
 * The target description of that name, once for each lane, with users of its own.
 *
 * @throws UsageError when no configuration has it, or it has fewer casts of users than there are lanes
 */
export function describedTarget(
  name: string,
  configs: readonly ConfigFile[],
  lanes: number,
): CaldavDescription[] {
  const file = configs.find(({ config }) => Object.hasOwn(config.targets, name));
  if (file === undefined) {
    const known = ['reference', ...configs.flatMap(({ config }) => Object.keys(config.targets))];
    throw new UsageError(`no target is called ${name}${suggestion(name, known)}`);
  }
  const found = file.config.targets[name] ?? '';
  if (typeof found !== 'string') return forLanes({ ...found, name }, file.path, lanes);
  return readTargetFile(isAbsolute(found) ? found : join(dirname(file.path), found), lanes);
}

/** Reads a target file, once for each lane. Throws UsageError that names file, key and remedy. */
export function readTargetFile(path: string, lanes: number): CaldavDescription[] {
  return forLanes(readStrictYaml(path, CaldavDescription, nearest), path, lanes);
}

/** That there are too few casts shall be said before a secret of one is missed, so the last is asked for first. */
function forLanes(description: CaldavDescription, path: string, lanes: number): CaldavDescription[] {
  castOf(description, lanes);
  return Array.from({ length: lanes }, (_, index) => withSecrets(castOf(description, index + 1), path));
}

/** Puts in what stands in the environment, so that no file has to hold a password. */
function withSecrets(description: CaldavDescription, path: string): CaldavDescription {
  const { mail, accounts } = description;
  const users = Object.entries(description.users).map(([id, { username, password }]) => {
    const fill = (text: string, key: string): string => expanded(text, `${path} at users.${id}.${key}`);
    return [id, { username: fill(username, 'username'), password: fill(password, 'password') }] as const;
  });
  return {
    ...description,
    url: expanded(description.url, `${path} at url`),
    users: Object.fromEntries(users),
    ...(mail === undefined ? {} : { mail: expandedIn(mail, `${path} at mail`) }),
    ...(accounts === undefined ? {} : { accounts: expandedIn(accounts, `${path} at accounts`) }),
  };
}

/** A value with what stands in the environment in all its texts. */
function expandedIn<T>(value: T, where: string): T {
  const within = (part: unknown, at: string): unknown => {
    if (typeof part === 'string') return expanded(part, at);
    if (Array.isArray(part)) return part.map((each, index) => within(each, `${at}.${index}`));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, within(each, `${at}.${key}`)]));
  };
  return within(value, where) as T;
}

function expanded(text: string, where: string): string {
  return text.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_whole, name: string) => {
    const value = process.env[name];
    if (value === undefined) {
      throw new UsageError(`${where} needs the environment variable ${name}, which is not set`);
    }
    return value;
  });
}
