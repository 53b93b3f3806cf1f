import { describe, expect, it } from 'vitest';
import { createClock } from '../runtime/clock.js';
import { type Sample, sampleCalendar } from '../testing/sample-event.js';
import { createScheduler, type Scheduler } from './scheduler.js';
import { addressOf, UID } from './testing/office.js';

const DAY = 86_400;

/** It is 3 March 2030, 09:00 UTC; Anna meets Bert on 4 March, 10:00 to 11:00, and Sven may act for Anna. */
class Days {
  readonly #clock = createClock('2030-03-03T09:00:00Z');
  readonly scheduler: Scheduler = createScheduler({
    clock: this.#clock,
    users: ['anna', 'bert', 'sven'].map((id) => ({ id, name: id, addresses: [addressOf(id)] })),
    rights: [{ user: 'anna', actor: 'sven', may: ['schedule'] }],
    delivery: 'auto',
  });

  /** Anna moves the meeting by that many days. */
  move(start: string, end: string): void {
    this.#clock.advance(60);
    this.scheduler.change('anna', UID, (event) => [
      event[0],
      event[1].map((line) => {
        if (line[0] === 'dtstart') return ['dtstart', {}, 'date-time', start];
        return line[0] === 'dtend' ? ['dtend', {}, 'date-time', end] : line;
      }),
      [],
    ]);
  }

  pass(days: number): this {
    this.#clock.advance(days * DAY);
    this.scheduler.purge();
    return this;
  }

  get counts(): string {
    const count = (id: string) => {
      const { inbox, outbox } = this.scheduler.account(id);
      return `${id} ${inbox.length}+${outbox.length}`;
    };
    return ['anna', 'bert', 'sven'].map(count).join(', ');
  }

  static met(sample: Sample = {}): Days {
    const days = new Days();
    days.scheduler.invite('anna', sampleCalendar(sample));
    return days;
  }
}

describe('entries stay', () => {
  it('until the meeting is over, and go then', () => {
    expect(Days.met().pass(1).counts).toBe('anna 0+1, bert 1+0, sven 0+0');
    expect(Days.met().pass(2).counts).toBe('anna 0+0, bert 0+0, sven 0+0');
  });

  it('where nothing is stored, by the newest message', () => {
    const days = Days.met();
    days.move('2030-03-08T10:00:00Z', '2030-03-08T11:00:00Z');
    days.move('2030-03-05T10:00:00Z', '2030-03-05T11:00:00Z');
    days.scheduler.cancel('anna', UID);
    expect(days.pass(2).counts).toBe('anna 0+4, bert 4+0, sven 0+0');
    expect(days.pass(1).counts).toBe('anna 0+0, bert 0+0, sven 0+0');
  });

  it('with a secretary as long as the Organizer has the meeting', () => {
    const days = new Days();
    days.scheduler.invite('anna', sampleCalendar(), { by: 'sven' });
    days.move('2030-03-08T10:00:00Z', '2030-03-08T11:00:00Z');
    expect(days.pass(3).counts).toBe('anna 0+1, bert 2+0, sven 0+1');
    expect(days.pass(3).counts).toBe('anna 0+0, bert 0+0, sven 0+0');
  });

  it('while a rescheduling waits for the client', () => {
    const days = Days.met();
    days.scheduler.setProcessing('bert', 'client');
    days.move('2030-03-08T10:00:00Z', '2030-03-08T11:00:00Z');
    expect(days.pass(3).counts).toBe('anna 0+2, bert 2+0, sven 0+0');
    days.scheduler.processInbox('bert');
    expect(days.pass(3).counts).toBe('anna 0+0, bert 0+0, sven 0+0');
  });

  it('not any longer for a COUNTER that proposes a later time', () => {
    const days = Days.met();
    const counter = sampleCalendar({
      method: 'COUNTER',
      dtstart: ':20300320T100000Z',
      dtend: ':20300320T110000Z',
    });
    days.scheduler.deliver(addressOf('anna'), counter, addressOf('bert'));
    expect(days.pass(1).counts).toBe('anna 1+1, bert 1+0, sven 0+0');
    expect(days.pass(1).counts).toBe('anna 0+0, bert 0+0, sven 0+0');
  });
});
