import { HttpResponse } from 'msw';
import { describe, expect, it, test } from 'vitest';
import { textValue } from '../../simulator/icalendar/jcal.js';
import { parseCalendar } from '../../simulator/icalendar/parse.js';
import { attendeesOf, eventsOf } from '../../simulator/icalendar/read.js';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { MalformedAnswer } from '../outcome-errors.js';
import { multistatus, refusal, withoutScheduleTag } from './testing/fake-server.js';
import { BERTS, INVITE, OWN, StageOnFake, UID, UPDATE } from './testing/stage-on-fake.js';

const on = new StageOnFake();

describe('act', () => {
  it('invites by a PUT of a new object into the default calendar', async () => {
    expect(await on.stage.act(INVITE)).toEqual({ accepted: true });
    const [put] = on.sent('PUT');
    expect([put?.path, put?.headers.get('if-none-match')]).toEqual([OWN, '*']);
    expect(put?.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const [event] = eventsOf(parseCalendar(put?.body ?? ''));
    expect(event && attendeesOf(event).map(({ address }) => address)).toEqual(['mailto:bert@example.com']);
    expect(put?.body).not.toContain('METHOD');
  });

  it('changes the object where it is, if it is still as it was read', async () => {
    on.fake.store(BERTS, sampleText({ attendees: { bert: 'NEEDS-ACTION' } }));
    expect(await on.stage.act({ kind: 'accept', actor: 'bert', uid: UID })).toEqual({ accepted: true });
    const [put] = on.sent('PUT');
    expect([put?.path, put?.headers.get('if-schedule-tag-match')]).toEqual([BERTS, '"tag-1"']);
    expect(put?.headers.get('if-match')).toBeNull();
    expect(on.fake.objects.get(BERTS)?.data).toMatch(/PARTSTAT=ACCEPTED/);
  });

  it('falls back on the ETag where there is no Schedule-Tag', async () => {
    on.fake.store(OWN, sampleText());
    on.fake.otherwise = async (got) =>
      got.method === 'REPORT' ? multistatus(withoutScheduleTag(OWN, sampleText())) : undefined;
    await on.stage.act(UPDATE);
    const [put] = on.sent('PUT');
    expect(put?.headers.get('if-match')).toBe('"etag"');
    expect(put?.headers.get('if-schedule-tag-match')).toBeNull();
  });

  it('cancels by a DELETE, and lets the server tell everybody', async () => {
    on.fake.store(OWN, sampleText());
    expect(await on.stage.act({ kind: 'cancel', actor: 'anna', uid: UID })).toEqual({ accepted: true });
    const [deletion] = on.sent('DELETE');
    expect([deletion?.path, deletion?.headers.get('schedule-reply')]).toEqual([OWN, null]);
  });

  test.each<[string, Response, string]>([
    ['the precondition', refusal(403, 'max-attendees-per-instance'), 'max-attendees-per-instance'],
    ['the status', new HttpResponse('<!DOCTYPE html><p>no', { status: 409 }), 'status 409'],
  ])('is refused with %s as the reason', async (_what, answer, reason) => {
    on.fake.otherwise = ({ method }) => (method === 'PUT' ? answer : undefined);
    expect(await on.stage.act(INVITE)).toEqual({ accepted: false, reason });
    expect(on.sent('PUT')).toHaveLength(1);
  });

  it('is no refusal when the server fails', async () => {
    on.fake.otherwise = ({ method }) =>
      method === 'PUT' ? new HttpResponse(null, { status: 507 }) : undefined;
    await expect(on.stage.act(INVITE)).rejects.toThrow(MalformedAnswer);
  });

  it('is not accepted for an event that is not in the calendar', async () => {
    expect(await on.stage.act(UPDATE)).toEqual({
      accepted: false,
      reason: 'the event is not in the calendar',
    });
    expect(on.sent('PUT')).toEqual([]);
  });

  it('throws for somebody outside the cast', async () => {
    await expect(on.stage.act({ ...UPDATE, actor: 'otto' })).rejects.toThrow('otto is not in the cast');
  });
});

describe('when the object changed since it was read', () => {
  /** Somebody else changes the object as often as it is about to be written. */
  function changeBehind(times: number): void {
    let left = times;
    on.fake.store(OWN, sampleText({ lines: ['X-AS:read'] }));
    on.fake.otherwise = ({ method }) => {
      if (method !== 'PUT' || left === 0) return undefined;
      left -= 1;
      on.fake.store(OWN, sampleText({ lines: [`X-AS:changed ${times - left}`] }));
      return undefined;
    };
  }

  it('act tries once more, on the fresh object', async () => {
    changeBehind(1);
    expect(await on.stage.act(UPDATE)).toEqual({ accepted: true });
    expect(on.sent('PUT').map(({ headers }) => headers.get('if-schedule-tag-match'))).toEqual([
      '"tag-1"',
      '"tag-2"',
    ]);
    const [event] = eventsOf(parseCalendar(on.fake.objects.get(OWN)?.data ?? ''));
    const told = ['x-as', 'location'].map((name) => event && textValue(event, name));
    expect(told).toEqual(['changed 1', 'Room 3']);
  });

  it('act gives up after that', async () => {
    changeBehind(2);
    expect(await on.stage.act(UPDATE)).toEqual({ accepted: false, reason: 'status 412' });
    expect(on.sent('PUT')).toHaveLength(2);
  });
});
