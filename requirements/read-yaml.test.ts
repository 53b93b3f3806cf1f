import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HarnessFault } from '../targets/outcome-errors.js';
import { readYaml } from './read-yaml.js';

const Schema = z.strictObject({
  rows: z.array(z.strictObject({ id: z.string(), lines: z.array(z.number()) })),
});

describe('a file of the catalogue', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'itip-read-yaml-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  function read(text: string): unknown {
    const file = join(dir, 'rows.yaml');
    writeFileSync(file, text);
    return readYaml(file, Schema);
  }

  it('comes back as its schema has it', () => {
    expect(read('rows: [{ id: a, lines: [1, 2] }]')).toEqual({ rows: [{ id: 'a', lines: [1, 2] }] });
  });

  it('names file, row and key of a wrong value', () => {
    const text = 'rows: [{ id: a, lines: [1] }, { id: b, lines: [1, x] }]';
    expect(() => read(text)).toThrow(HarnessFault);
    expect(() => read(text)).toThrow(/rows\.yaml: rows\[b\]\.lines\[1\]: .*number/);
  });

  it('names an unknown key', () => {
    expect(() => read('rows: [{ id: a, lines: [], colour: red }]')).toThrow(/rows\[a\]: .*colour/);
  });

  it('names a list entry by its name where it has no id, else by its number', () => {
    const Named = z.strictObject({ parts: z.array(z.strictObject({ name: z.string(), line: z.number() })) });
    const file = join(dir, 'parts.yaml');
    writeFileSync(file, 'parts: [{ name: KEY, line: x }, { name: 3, line: 1 }, null]');
    expect(() => readYaml(file, Named)).toThrow(
      /parts\[KEY\]\.line: .*\n.*parts\[1\]\.name: .*\n.*parts\[2\]: /,
    );
  });

  it('names no place where the whole is wrong', () => {
    expect(() => read('just text')).toThrow(/rows\.yaml: Invalid input: expected object/);
    expect(() => read('')).toThrow(/rows\.yaml: Invalid input: expected object/);
  });

  it('is refused with a key given twice', () => {
    expect(() => read('rows: []\nrows: []')).toThrow(/rows\.yaml is not valid YAML: .*unique/);
  });

  it('says where YAML itself is broken', () => {
    expect(() => read('rows: [')).toThrow(/rows\.yaml is not valid YAML: .*line 1/);
  });

  it('says which file is missing', () => {
    expect(() => readYaml(join(dir, 'absent.yaml'), Schema)).toThrow(/absent\.yaml cannot be read/);
  });
});
