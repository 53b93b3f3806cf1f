import { describe, expect, test } from 'vitest';
import { UsageError } from '../outcome-errors.js';
import { castOf } from './casts.js';
import { CaldavDescription } from './config.js';

const anna = { username: 'anna{cast}', password: 'secret-{cast}-of-anna{cast}' };

function described(changes: object = {}): CaldavDescription {
  const given = { kind: 'caldav', name: 'mine', url: 'http://127.0.0.1:9/', casts: 2, users: { anna } };
  return CaldavDescription.parse({ ...given, ...changes });
}

describe('castOf', () => {
  test('the first cast has no number, the second has', () => {
    expect(castOf(described(), 1).users).toEqual({ anna: { username: 'anna', password: 'secret--of-anna' } });
    expect(castOf(described(), 2).users).toEqual({
      anna: { username: 'anna2', password: 'secret-2-of-anna2' },
    });
  });

  test('without placeholder there is one cast, as it is', () => {
    const users = { anna: { username: 'anna', password: 'x' } };
    expect(castOf(described({ casts: undefined, users }), 1)).toEqual(described({ casts: 1, users }));
  });

  test.each([
    [{ username: 'anna{cast}' }, 'users.anna lacks a password'],
    [{ password: 'secret' }, 'users.anna lacks a username'],
    [{}, 'users.anna lacks a username'],
  ])('what is missing and nothing makes is named: %j', (user, words) => {
    expect(() => castOf(described({ users: { anna: user } }), 1)).toThrow(UsageError);
    expect(() => castOf(described({ users: { anna: user } }), 1)).toThrow(
      `target mine: ${words}; give it, or say by`,
    );
  });

  test('a name of one run alone needs something that makes the account', () => {
    const users = { anna: { username: 'anna-{run}', password: 'secret' } };
    expect(() => castOf(described({ users }), 1)).toThrow(UsageError);
    expect(() => castOf(described({ users }), 1)).toThrow('users.anna.username differs in each run by {run}');
    const accounts = { kind: 'command', create: ['make'], remove: ['remove'] };
    expect(castOf(described({ users, accounts }), 1).users).toEqual(users);
  });

  test('a mailbox has its password from elsewhere', () => {
    const accounts = { kind: 'cyrus', username: 'cyrus', password: 'x' };
    const users = { anna: { username: 'anna' } };
    expect(() => castOf(described({ users, accounts }), 1)).toThrow(
      'users.anna lacks a password; accounts of the kind',
    );
  });

  test('fewer casts than are needed are refused with both numbers and a remedy', () => {
    expect(() => castOf(described(), 3)).toThrow(
      new UsageError(
        'target mine has 2 casts of users, and 3 are needed; make accounts for more and say so by "casts" in its ' +
          'description, or say --parallel 2',
      ),
    );
    expect(() => castOf(described({ casts: 1 }), 2)).toThrow('has one cast of users, and 2 are needed');
  });

  test('an account that would be in two casts is named', () => {
    const users = { anna, bert: { username: 'bert', password: 'b{cast}' } };
    expect(() => castOf(described({ users }), 2)).toThrow(
      'users.bert.username is the same account in each of the 2 casts; put {cast} where',
    );
  });
});
