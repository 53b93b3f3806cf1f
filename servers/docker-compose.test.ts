import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');

interface Service {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly network_mode?: string;
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly volumes?: readonly string[];
}

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const services = Object.entries(compose.services);

it('has all servers and mail catchers, each server with a target file that can be named', () => {
  const catchers = ['mailhog', 'mailpit'];
  const names = services.map(([name]) => name);
  expect(names).toEqual([
    ...['baikal', 'cyrus', 'davical', 'mailhog', 'mailpit', 'nextcloud', 'sogo', 'stalwart'],
  ]);
  const { targets } = parse(readFileSync(join(ROOT, 'itip.config.yaml'), 'utf8')) as {
    readonly targets: Readonly<Record<string, string>>;
  };
  for (const name of names.filter((each) => !catchers.includes(each))) {
    expect(targets[name]).toBe(`servers/${name}/target.yaml`);
    expect(existsSync(join(ROOT, `servers/${name}/target.yaml`))).toBe(true);
  }
});

it('is as the schema of Compose files demands', () => {
  const path = 'node_modules/dclint/schemas/compose.schema.json';
  const { $schema: _misspelt, ...schema } = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as {
    readonly $schema: string;
  };
  const valid = new Ajv({ strict: false, logger: false, validateFormats: false }).compile(schema);
  expect([valid(compose), valid.errors]).toEqual([true, null]);
  expect(valid({ ...compose, services: { broken: { imag: 'x' } } })).toBe(false);
});

it.each(services)('%s is pinned, on loopback alone, and tells its health', (_name, service) => {
  expect(service.image).toMatch(/^[\w./-]+:v?\d+(\.\d+)+[\w.-]*$/);
  expect(service.healthcheck?.test?.length).toBeGreaterThan(1);
  // What has the network of the machine listens on loopback by itself, as its own script starts it.
  if (service.network_mode === 'host') expect(service.volumes?.[0]).toMatch(/^\.\/servers\/\w+:.*:ro$/);
  else expect(service.ports?.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
});

it('publishes no port twice', () => {
  const ports = services.flatMap(([, service]) => service.ports?.map((port) => port.split(':')[1]) ?? []);
  expect(new Set(ports).size).toBe(ports.length);
  for (const taken of ['2525', '2526', '2527', '8480', '8580', '8680']) expect(ports).not.toContain(taken);
});
