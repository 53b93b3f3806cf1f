import { describe, expect, it } from 'vitest';
import { parseCalendar } from '../../../simulator/icalendar/parse.js';
import { dtstampOf, eventsOf, methodOf } from '../../../simulator/icalendar/read.js';
import { NotExpressible } from '../../outcome-errors.js';
import { CAPABILITIES, type MessageInTransit, type Stage } from '../../target.js';
import { copies, isOf, messagesTo, type Rehearsal } from './rehearsal.js';

const PEOPLE = ['Anna', 'Bert'];
const HOUR = 3600;

/** What a target declares it can do, and what it does not declare it does not pretend. */
export function capabilityCases(rehearsal: Rehearsal): void {
  describe('is honest about its capabilities', () => {
    it('knows only those of the port, and says who it is', () => {
      const { name, kind, product, capabilities } = rehearsal.target.description;
      expect([...capabilities].filter((each) => !CAPABILITIES.includes(each))).toEqual([]);
      expect([name, kind, product].map((text) => text.trim() === '')).toEqual([false, false, false]);
    });
    transitCases(rehearsal);
    timeCases(rehearsal);
    boxCases(rehearsal);
    memoryCases(rehearsal);
  });
}

function transitCases(rehearsal: Rehearsal): void {
  it('delivers a message by itself, or takes one in, as it says', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert']);
      const again = await aMessage(stage, uid);
      if (rehearsal.has('hold-messages', 'message-in')) {
        const { outcome } = await stage.deliver(again);
        expect(['applied', 'ignored', 'held', 'rejected', 'unknown']).toContain(outcome);
      } else {
        const attempt = async () => stage.deliver(again);
        await expect(attempt).rejects.toThrow(NotExpressible);
      }
    }));

  it('lets messages wait if and only if it says so', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert']);
      await stage.act({ kind: 'update', actor: 'anna', uid, changes: { location: 'Room 3' } });
      expect((await stage.drain()).length > 0).toBe(rehearsal.has('hold-messages'));
    }));
}

async function aMessage(stage: Stage, uid: string): Promise<MessageInTransit> {
  const [request] = await messagesTo(stage, 'bert', 'REQUEST', uid);
  const address = (id: string) => stage.cast.get(id)?.addresses[0] ?? '';
  const [copy] = await copies(stage, 'bert', uid);
  const data = copy?.data.replace('BEGIN:VEVENT', 'METHOD:REQUEST\r\nBEGIN:VEVENT') ?? '';
  return request ?? { id: 'copy', originator: address('anna'), recipient: address('bert'), data };
}

function timeCases(rehearsal: Rehearsal): void {
  it('says that all is quiet only where it can know', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      await rehearsal.invited(stage, ['bert']);
      expect(await stage.settle()).toBe(rehearsal.has('quiescence'));
    }));

  it('lets time pass only where it has a clock', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert']);
      const before = await stampOf(stage, uid);
      await stage.advance(HOUR);
      await rehearsal.accepted(stage, { kind: 'update', actor: 'anna', uid, changes: { location: 'R' } });
      await rehearsal.until(async () => (await stampOf(stage, uid)) > before);
      const passed = ((await stampOf(stage, uid)) - before) / 1000;
      expect(passed >= HOUR).toBe(rehearsal.has('clock'));
    }));
}

/** DTSTAMP of Bert's copy, in epoch milliseconds. */
async function stampOf(stage: Stage, uid: string): Promise<number> {
  const [copy] = await copies(stage, 'bert', uid);
  const [event] = eventsOf(parseCalendar(copy?.data ?? ''));
  return event === undefined ? Number.NaN : Date.parse(dtstampOf(event));
}

function boxCases(rehearsal: Rehearsal): void {
  it('lists the Inbox if and only if it says so', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert']);
      const entries = async () => (await stage.observe('bert')).inbox;
      if (!rehearsal.has('inbox')) return expect(await entries()).toEqual([]);
      await rehearsal.until(async () => (await entries()).length > 0);
      const [entry] = await entries();
      expect(entry?.uid).toBe(uid);
      expect(methodOf(parseCalendar(entry?.data ?? ''))).toBe('REQUEST');
    }));

  it('lists the Outbox if and only if it says so', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert']);
      const { outbox } = await stage.observe('anna');
      expect(outbox.map((entry) => entry.uid)).toEqual(rehearsal.has('outbox') ? [uid] : []);
    }));
}

function memoryCases(rehearsal: Rehearsal): void {
  it('tells the last REPLY seen if and only if it says so', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert']);
      await rehearsal.accepted(stage, { kind: 'accept', actor: 'bert', uid });
      const { lastSeen } = await stage.observe('anna');
      expect(lastSeen.map((seen) => seen.uid)).toEqual(rehearsal.has('last-seen') ? [uid] : []);
      for (const { attendee } of lastSeen) expect(isOf(stage, 'bert', attendee)).toBe(true);
    }));

  it('tells Schedule-Tags if and only if it says so', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert']);
      for (const id of ['anna', 'bert']) {
        const [copy] = await copies(stage, id, uid);
        expect(copy?.scheduleTag !== undefined).toBe(rehearsal.has('schedule-tag'));
      }
    }));
}
