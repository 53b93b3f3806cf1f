import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBaseline } from '../conformance/baseline.js';
import { loadNotes } from '../conformance/findings/notes.js';
import { loadSuite } from '../conformance/suite.js';

/** Notes, baseline and page of each server agree, as far as that can be told without the server. */

const ROOT = join(import.meta.dirname, '..');
const SERVERS = readdirSync(join(ROOT, 'servers')).filter((name) =>
  existsSync(join(ROOT, 'servers', name, 'findings.yaml')),
);
const scenarios = new Set(loadSuite(ROOT).map(({ id }) => id));

it('there are three servers with findings, and a page for each', () => {
  expect(SERVERS).toEqual(['cyrus', 'davical', 'sogo']);
  const pages = SERVERS.map(
    (name) => `${name}-${loadNotes(join(ROOT, 'servers', name, 'findings.yaml')).version}.md`,
  );
  expect(readdirSync(join(ROOT, 'docs/findings'))).toEqual(pages);
});

describe.each(SERVERS)('the findings about %s', (name) => {
  const notes = loadNotes(join(ROOT, 'servers', name, 'findings.yaml'));
  const { entries } = loadBaseline(join(ROOT, 'servers', name, 'baseline.yaml'), notes.target);
  const page = readFileSync(join(ROOT, 'docs/findings', `${name}-${notes.version}.md`), 'utf8');

  it('explain every known failure', () => {
    expect(entries.filter(({ outcome, finding }) => outcome === 'failed' && finding === undefined)).toEqual(
      [],
    );
  });

  it('are named in the baseline, each of them, and no other', () => {
    expect(new Set(entries.flatMap(({ finding }) => finding ?? []))).toEqual(
      new Set(notes.findings.map(({ id }) => id)),
    );
  });

  it('are the headings of the page, with what the notes say today', () => {
    const headings = [...page.matchAll(/^<a id="(.*)"><\/a>\n\n## \d+\. (.*)$/gm)].map(([, id, title]) => [
      id,
      title,
    ]);
    expect(headings).toEqual(notes.findings.map(({ id, title }) => [id, title]));
    const said = [
      notes.about,
      ...notes.seen,
      ...notes.findings.flatMap((one) => [one.sentence, one.proof, one.reading]),
    ];
    expect(said.filter((text) => text !== undefined && !page.includes(text))).toEqual([]);
  });

  it('list all that the baseline lists, with its reasons, and scenarios that exist', () => {
    const checks = entries.filter(({ requirement }) => !requirement.startsWith('gate:'));
    expect(checks.length).toBeGreaterThan(0);
    const missing = checks.filter(
      ({ scenario, requirement, reason }) =>
        !page.includes(`\`${requirement}\` in \`${scenario}\``) || !page.includes(reason),
    );
    expect(missing).toEqual([]);
    const named = [...page.matchAll(/` in `(\S+)`$/gm)].map(([, id]) => id as string);
    expect(named.filter((id) => !scenarios.has(id))).toEqual([]);
  });

  it('link to files that exist, and to places on the page', () => {
    const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link as string);
    const broken = links.filter((link) =>
      link.startsWith('#')
        ? !page.includes(`<a id="${link.slice(1)}"></a>`)
        : !existsSync(join(ROOT, 'docs/findings', decodeURI(link))),
    );
    expect(broken).toEqual([]);
  });
});
