import { describe, expect, it } from 'vitest';
import { attendeesOf, eventsOf, uidOf } from '../../simulator/icalendar/read.js';
import { createClock } from '../../simulator/runtime/clock.js';
import { createScheduler, type Scheduler } from '../../simulator/scheduling/scheduler.js';
import { sampleCalendar } from '../../simulator/testing/sample-event.js';
import { castAtExample } from '../example-cast.js';
import { carryOut } from './intents.js';

const UID = 'review@example.com';
const CAST = castAtExample({ scenario: 'x', names: ['Anna', 'Bert', 'Otto'], external: [] });

/** Anna organizes with Bert, and Otto, who is not invited, has accepted. */
function crashed(): Scheduler {
  const scheduler = createScheduler({
    clock: createClock('2030-01-07T09:00:00Z'),
    users: [...CAST.values()],
  });
  scheduler.invite('anna', sampleCalendar());
  const attendees = { otto: 'ACCEPTED' };
  scheduler.deliver('mailto:anna@example.com', sampleCalendar({ method: 'REPLY', attendees }));
  scheduler.drain();
  return scheduler;
}

function listed(scheduler: Scheduler): string[] {
  const entries = [...scheduler.account('anna').entries().values()];
  const found = entries.find(({ calendar }) => uidOf(calendar) === UID);
  return (found === undefined ? [] : eventsOf(found.calendar))
    .flatMap(attendeesOf)
    .map(({ address }) => address);
}

const decide = { kind: 'decide', actor: 'anna', uid: UID, about: 'otto' } as const;

describe('a decision about somebody uninvited', () => {
  it('adds', () => {
    const scheduler = crashed();
    expect(carryOut(scheduler, CAST, { ...decide, decision: 'accept' })).toEqual({ accepted: true });
    expect(listed(scheduler)).toEqual(['mailto:bert@example.com', 'mailto:otto@example.com']);
  });

  it.each([true, false])('does not add, and tells so by a CANCEL: %s', (telling) => {
    const scheduler = crashed();
    const result = carryOut(scheduler, CAST, { ...decide, decision: 'decline', telling });
    expect(result).toEqual({ accepted: true });
    expect(listed(scheduler)).toEqual(['mailto:bert@example.com']);
    const toOtto = scheduler.drain().filter(({ recipient }) => recipient === 'mailto:otto@example.com');
    expect(toOtto).toHaveLength(telling ? 1 : 0);
  });

  it('holds already when nobody asks, but for a CANCEL', () => {
    const scheduler = crashed();
    const other = { ...decide, about: 'bert' } as const;
    expect(carryOut(scheduler, CAST, { ...other, decision: 'accept' })).toEqual({ accepted: true });
    expect(carryOut(scheduler, CAST, { ...other, decision: 'decline', telling: true })).toEqual({
      accepted: false,
      reason: 'anna was not asked about bert',
    });
    expect(scheduler.pending('anna')).toHaveLength(1);
  });
});
