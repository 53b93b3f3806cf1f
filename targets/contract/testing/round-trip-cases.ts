import { describe, expect, it } from 'vitest';
import { property, textValue } from '../../../simulator/icalendar/jcal.js';
import { parseCalendar } from '../../../simulator/icalendar/parse.js';
import { attendeeOf, canonicalAddress, methodOf } from '../../../simulator/icalendar/read.js';
import { activeEvent, copies, isOf, type Lack, messagesTo, type Rehearsal } from './rehearsal.js';

const PEOPLE = ['Anna', 'Bert', 'Carla'];
const TUESDAY = { local: '2031-03-04T15:00:00', zone: 'UTC' };
const TUESDAY_END = { local: '2031-03-04T16:30:00', zone: 'UTC' };

/** What an intent does can be observed on the other side. */
export function roundTripCases(rehearsal: Rehearsal, lacks: readonly Lack[]): void {
  castCases(rehearsal);
  inviteCases(rehearsal);
  answerCases(rehearsal);
  changeCases(rehearsal);
  cancelCases(rehearsal, !lacks.includes('cancel-for-the-uninvited'));
}

function castCases(rehearsal: Rehearsal): void {
  it('casts everybody who is asked for, each with addresses of their own', () =>
    rehearsal.on(PEOPLE, async ({ cast }) => {
      expect([...cast.values()].map(({ id, name, placement }) => [id, name, placement])).toEqual([
        ['anna', 'Anna', 'target'],
        ['bert', 'Bert', 'target'],
        ['carla', 'Carla', 'target'],
      ]);
      expect([...cast.keys()]).toEqual(['anna', 'bert', 'carla']);
      const addresses = [...cast.values()].map((user) => user.addresses.map(canonicalAddress));
      for (const own of addresses) expect(own.length).toBeGreaterThan(0);
      expect(new Set(addresses.flat()).size).toBe(addresses.flat().length);
      for (const address of addresses.flat()) expect(address).toMatch(/^[a-z][a-z0-9+.-]*:./);
    }));
}

function inviteCases(rehearsal: Rehearsal): void {
  it('invites: the event is in both calendars under its UID, and a REQUEST was seen', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert', 'carla']);
      for (const id of ['anna', 'bert', 'carla']) {
        const [copy, ...more] = await copies(stage, id, uid);
        expect([copy?.uid, more]).toEqual([uid, []]);
        const calendar = parseCalendar(copy?.data ?? '');
        expect(methodOf(calendar)).toBeUndefined();
        expect(String(property(calendar[2].at(-1) ?? calendar, 'dtstart')?.[3])).toBe('2031-03-03T10:00:00Z');
      }
      if (!rehearsal.showsMessages) return;
      await rehearsal.until(async () => (await messagesTo(stage, 'bert', 'REQUEST', uid)).length > 0);
      const [request] = await messagesTo(stage, 'bert', 'REQUEST', uid);
      expect(isOf(stage, 'anna', request?.originator ?? '')).toBe(true);
      expect(request?.composedBy).toBe('target');
    }));
}

function answerCases(rehearsal: Rehearsal): void {
  describe('an answer shows in the calendar of the Organizer', () => {
    it.each([
      ['accept', 'ACCEPTED'],
      ['tentative', 'TENTATIVE'],
      ['decline', 'DECLINED'],
    ] as const)('%s', (kind, partstat) =>
      rehearsal.on(PEOPLE, async (stage) => {
        const uid = await rehearsal.invited(stage, ['bert', 'carla']);
        await rehearsal.accepted(stage, { kind, actor: 'bert', uid });
        const partstatOf = async (id: string) => {
          const event = await activeEvent(stage, 'anna', uid);
          return event && attendeeOf(event, stage.cast.get(id)?.addresses ?? [])?.partstat;
        };
        await rehearsal.until(async () => (await partstatOf('bert')) === partstat);
        expect(await partstatOf('carla')).toBe('NEEDS-ACTION');
        if (!rehearsal.showsMessages) return;
        await rehearsal.until(async () => (await messagesTo(stage, 'anna', 'REPLY', uid)).length > 0);
        const [reply] = await messagesTo(stage, 'anna', 'REPLY', uid);
        expect(isOf(stage, 'bert', reply?.originator ?? '')).toBe(true);
      }),
    );
  });
}

function changeCases(rehearsal: Rehearsal): void {
  it('reschedules and updates: the copy follows', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert']);
      const shown = async (name: string) => {
        const event = await activeEvent(stage, 'bert', uid);
        return event && textValue(event, name);
      };
      const times = { start: TUESDAY, end: TUESDAY_END };
      await rehearsal.accepted(stage, { kind: 'reschedule', actor: 'anna', uid, ...times });
      await rehearsal.until(async () => (await shown('dtstart')) === '2031-03-04T15:00:00Z');
      expect(await shown('dtend')).toBe('2031-03-04T16:30:00Z');
      const changes = { location: 'Room 3', summary: 'Contract, again' };
      await rehearsal.accepted(stage, { kind: 'update', actor: 'anna', uid, changes });
      await rehearsal.until(async () => (await shown('location')) === 'Room 3');
      expect(await shown('summary')).toBe('Contract, again');
      expect(await shown('dtstart')).toBe('2031-03-04T15:00:00Z');
    }));
}

function cancelCases(rehearsal: Rehearsal, tellsTheUninvited: boolean): void {
  it('uninvites one: that copy is cancelled or gone, the other stays', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert', 'carla']);
      await rehearsal.accepted(stage, { kind: 'uninvite', actor: 'anna', uid, attendee: 'carla' });
      const own = await activeEvent(stage, 'anna', uid);
      expect(own && attendeeOf(own, stage.cast.get('carla')?.addresses ?? [])).toBeUndefined();
      expect(await activeEvent(stage, 'bert', uid)).toBeDefined();
      if (!tellsTheUninvited) return;
      await rehearsal.until(async () => (await activeEvent(stage, 'carla', uid)) === undefined);
      expect(await activeEvent(stage, 'bert', uid)).toBeDefined();
      if (!rehearsal.showsMessages) return;
      await rehearsal.until(async () => (await messagesTo(stage, 'carla', 'CANCEL', uid)).length > 0);
    }));

  it('cancels: every copy is cancelled or gone', () =>
    rehearsal.on(PEOPLE, async (stage) => {
      const uid = await rehearsal.invited(stage, ['bert', 'carla']);
      await rehearsal.accepted(stage, { kind: 'cancel', actor: 'anna', uid });
      for (const id of ['anna', 'bert', 'carla']) {
        await rehearsal.until(async () => (await activeEvent(stage, id, uid)) === undefined);
      }
      if (!rehearsal.showsMessages) return;
      await rehearsal.until(async () => (await messagesTo(stage, 'bert', 'CANCEL', uid)).length > 0);
    }));
}
