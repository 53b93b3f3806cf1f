import { describe, expect, it } from 'vitest';
import { parameter, properties } from '../icalendar/jcal.js';
import { statusOf } from '../icalendar/read.js';
import { MemoryStore } from '../runtime/memory-store.js';
import type { User } from './account.js';
import { Directory } from './directory.js';
import { standardRules } from './scheduling-rules.js';
import { attendeesIn, Company } from './testing/company.js';
import { addressOf, UID } from './testing/office.js';

function directoryOf(users: readonly User[]): Directory {
  return new Directory({ users, rights: [], neighbours: [] }, new MemoryStore(), standardRules);
}

const all = (members: readonly string[]) => members;

describe('groups', () => {
  const users = [
    { id: 'team', name: 'Team', addresses: ['mailto:team@x'], members: ['mailto:A@x', 'mailto:core@x'] },
    {
      id: 'core',
      name: 'Core',
      addresses: ['mailto:core@x'],
      members: ['mailto:b@x', 'mailto:team@x', 'mailto:a@x'],
    },
    { id: 'empty', name: 'Nobody', addresses: ['mailto:empty@x'], members: [] },
    { id: 'a', name: 'A', addresses: ['mailto:a@x', 'mailto:alias@x'] },
  ];
  const directory = directoryOf(users);

  it('reach their members, each once, also by groups in groups and in a circle', () => {
    expect(directory.reachedBy('mailto:TEAM@x', all)).toEqual(['mailto:a@x', 'mailto:b@x']);
    expect(directory.reachedBy('mailto:empty@x', all)).toEqual([]);
  });

  it('are no matter of anybody else', () => {
    expect(directory.reachedBy('mailto:alias@x', all)).toEqual(['mailto:alias@x']);
    expect(directory.reachedBy('mailto:stranger@x', all)).toEqual(['mailto:stranger@x']);
  });

  it('are known to their members', () => {
    expect(directory.groupsOf(directory.account('a'))).toEqual(['mailto:team@x', 'mailto:core@x']);
    expect(directory.groupsOf(directory.account('core'))).toEqual(['mailto:team@x']);
    expect(directory.groupsOf(directory.account('empty'))).toEqual([]);
  });
});

it('an address in any case finds its account', () => {
  const directory = directoryOf([{ id: 'a', name: 'A', addresses: ['mailto:a@x', 'mailto:alias@x'] }]);
  expect(directory.at('mailto:ALIAS@x')).toBe(directory.account('a'));
  expect(directory.at('mailto:b@x')).toBeUndefined();
  expect(() => directory.account('b')).toThrow(RangeError);
});

describe('a group is invited', () => {
  const TEAM = {
    attendees: { bert: 'NEEDS-ACTION' },
    lines: ['ATTENDEE;CUTYPE=GROUP;RSVP=TRUE:mailto:team@example.com'],
  };

  it('and each member gets the REQUEST, and answers for itself', () => {
    const company = Company.invited({}, TEAM);
    expect(company.flow).toEqual(['REQUEST anna>bert', 'REQUEST anna>gina', 'REQUEST anna>gerd']);
    company.act((scheduler) => scheduler.answer('gina', UID, 'ACCEPTED'));
    expect(company.since(3)).toEqual(['REPLY gina>anna']);
    const reply = company.event('REPLY', 'anna');
    expect(attendeesIn(reply)).toBe('gina ACCEPTED of team');
    expect(properties(reply, 'attendee').map((line) => parameter(line, 'cutype'))).toEqual(['INDIVIDUAL']);
    expect(attendeesIn(company.copy('anna'))).toBe(
      'bert NEEDS-ACTION rsvp, team - rsvp, gina ACCEPTED of team',
    );
    expect(company.scheduler.pending('anna')).toEqual([]);
  });

  it('and an update that crosses the answer leaves it', () => {
    const company = Company.invited({}, TEAM);
    company.do((scheduler) => scheduler.answer('gina', UID, 'ACCEPTED'));
    company.do((scheduler) => scheduler.renotify('anna', UID));
    company.deliver('REQUEST', 'gina');
    expect(attendeesIn(company.copy('gina'))).toBe(
      'bert NEEDS-ACTION rsvp, team - rsvp, gina ACCEPTED of team',
    );
  });

  it('and one who is invited besides gets each message once', () => {
    const company = Company.invited({}, { ...TEAM, attendees: { gina: 'NEEDS-ACTION' } });
    expect(company.flow).toEqual(['REQUEST anna>gina', 'REQUEST anna>gerd']);
    company.act((scheduler) => scheduler.answer('gina', UID, 'ACCEPTED'));
    expect(attendeesIn(company.event('REPLY', 'anna'))).toBe('gina ACCEPTED');
  });

  it('and uninvited: its members are', () => {
    const company = Company.invited({}, TEAM);
    company.act((scheduler) =>
      scheduler.change('anna', UID, (event) => [
        event[0],
        event[1].filter(([, { cutype }]) => cutype !== 'GROUP'),
        event[2],
      ]),
    );
    expect(company.since(3)).toEqual(['CANCEL anna>gina', 'CANCEL anna>gerd', 'REQUEST anna>bert']);
    expect(statusOf(company.copy('gerd'))).toBe('CANCELLED');
  });

  it('but one who is no member answers uninvited', () => {
    const company = Company.invited({}, TEAM);
    company.act((scheduler) => scheduler.forward('bert', UID, addressOf('otto')));
    company.act((scheduler) => scheduler.answer('otto', UID, 'ACCEPTED'));
    expect(attendeesIn(company.event('REPLY', 'anna'))).toBe('otto ACCEPTED');
    expect(company.scheduler.pending('anna')).toHaveLength(1);
  });
});
