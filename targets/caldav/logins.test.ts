import { describe, expect, it } from 'vitest';
import { castOf } from './casts.js';
import { CaldavDescription } from './config.js';
import { castingOf, newRunName } from './logins.js';

const made = { kind: 'command', create: ['make'], remove: ['remove'] };

function described(users: object): CaldavDescription {
  const given = { kind: 'caldav', name: 'mine', url: 'http://127.0.0.1:9/', casts: 2, accounts: made, users };
  return CaldavDescription.parse(given);
}

describe('the logins of a run', () => {
  it('are those of the target file where it gives them', () => {
    const anna = { username: 'anna{cast}', password: 'secret' };
    const { description, accounts } = castingOf(castOf(described({ anna }), 2), 2, 'f00');
    expect(description.users).toEqual({ anna: { username: 'anna2', password: 'secret' } });
    expect(accounts).toEqual([
      { id: 'anna', username: 'anna2', password: 'secret', isFresh: false, cast: 2 },
    ]);
  });

  it('are thought of where it does not, for each cast', () => {
    const users = { anna: {}, bert: { username: 'bert{cast}-{run}@x.test' } };
    const first = castingOf(castOf(described(users), 1), 1, 'f00');
    const second = castingOf(castOf(described(users), 2), 2, 'f00');
    expect(first.accounts.map(({ username }) => username)).toEqual(['itip-anna-f00', 'bert-f00@x.test']);
    expect(second.accounts.map(({ username }) => username)).toEqual(['itip-anna2-f00', 'bert2-f00@x.test']);
    expect(first.accounts.every(({ isFresh }) => isFresh)).toBe(true);
  });

  it('have passwords that nobody guesses, and that every server takes', () => {
    const of = () => castingOf(castOf(described({ anna: {}, bert: {} }), 1), 1, 'f00').accounts;
    const passwords = [...of(), ...of()].map(({ password }) => password);
    expect(new Set(passwords).size).toBe(4);
    for (const password of passwords) expect(password).toMatch(/^Aa1-[\w-]{24}$/);
  });

  it('differ in each run', () => {
    const names = Array.from({ length: 20 }, newRunName);
    expect(new Set(names).size).toBe(20);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{6}$/);
  });
});
