import { describe, expect, it } from 'vitest';
import { parseCalendar } from '../../simulator/icalendar/parse.js';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { MalformedAnswer, NotExpressible } from '../outcome-errors.js';
import { multistatus, withoutScheduleTag } from './testing/fake-server.js';
import { BERTS, INVITE, OWN, StageOnFake, UID, UPDATE } from './testing/stage-on-fake.js';

const on = new StageOnFake();

describe('observe', () => {
  it('finds copies by UID, wherever they are, and the Inbox', async () => {
    await on.stage.act(INVITE);
    on.fake.store('/home/bert/other/copy%20of.ics', sampleText());
    on.fake.store('/home/bert/inbox/1.ics', sampleText({ method: 'REQUEST' }));
    const { calendar, inbox, outbox, lastSeen } = await on.stage.observe('bert');
    expect(calendar).toEqual([
      { uid: UID, name: 'copy of.ics', data: sampleText().trimEnd(), scheduleTag: '"tag-2"' },
    ]);
    expect(inbox).toEqual([
      { name: '1.ics', uid: UID, data: sampleText({ method: 'REQUEST' }).trimEnd(), recipients: [] },
    ]);
    expect([outbox, lastSeen]).toEqual([[], []]);
  });

  it('shows nothing of other events, and asks for nothing before the first action', async () => {
    on.fake.store(BERTS, sampleText({ uid: 'somebody-elses@example.com' }));
    expect((await on.stage.observe('bert')).calendar).toEqual([]);
    expect(on.fake.got).toEqual([]);
    await on.stage.act(INVITE);
    on.fake.otherwise = ({ method, path }) =>
      method === 'REPORT' && path === '/home/bert/default/'
        ? multistatus(withoutScheduleTag(BERTS, sampleText({ uid: 'somebody-elses@example.com' })))
        : undefined;
    expect((await on.stage.observe('bert')).calendar).toEqual([]);
  });

  it('asks for what all UIDs of the scenario have in common', async () => {
    for (const number of [1, 2]) await on.stage.act({ ...INVITE, uid: `run-7-${number}-x@example.com` });
    on.fake.got.length = 0;
    await on.stage.observe('bert');
    expect(on.sent('REPORT').every(({ body }) => />run-7-</.test(body))).toBe(true);
  });

  it('does not mind an unreadable object of somebody else', async () => {
    await on.stage.act(INVITE);
    on.fake.store(BERTS, `BEGIN:VCALENDAR\r\nX-ABOUT:${UID}\r\nUID:other\r\n`);
    expect((await on.stage.observe('bert')).calendar).toEqual([]);
  });

  it('fails on an unreadable object about our event, and shows it', async () => {
    await on.stage.act(INVITE);
    on.fake.store(BERTS, `BEGIN:VCALENDAR\r\nUID:${UID}\r\n`);
    const error = await on.stage.observe('bert').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MalformedAnswer);
    expect((error as MalformedAnswer).message).toMatch(/^the server stores what is no iCalendar object: /);
    expect((error as MalformedAnswer).exchange).toContain(`UID:${UID}`);
  });

  it('reads a line that was folded in the middle of its end', async () => {
    await on.stage.act(INVITE);
    on.fake.store(BERTS, sampleText().replace(`UID:${UID}\r\n`, `UID:\r\n ${UID}\r\r\n \n`));
    const { calendar } = await on.stage.observe('bert');
    expect(calendar.map((copy) => copy.uid)).toEqual([UID]);
    expect(parseCalendar(calendar[0]?.data ?? '')[2][0]?.[1]).toContainEqual(['uid', {}, 'text', UID]);
  });
});

describe('messages', () => {
  it('are those in the Inboxes, each once, by DTSTAMP within an Inbox', async () => {
    await on.stage.act(INVITE);
    on.fake.store('/home/bert/inbox/2.ics', sampleText({ method: 'CANCEL', dtstamp: '20300107T090500Z' }));
    on.fake.store('/home/bert/inbox/1.ics', sampleText({ method: 'REQUEST', dtstamp: '20300107T090400Z' }));
    expect((await on.stage.messages()).map(({ id }) => id)).toEqual(['bert:1.ics', 'bert:2.ics']);
    on.fake.store('/home/anna/inbox/3.ics', sampleText({ method: 'REPLY', attendees: { bert: 'ACCEPTED' } }));
    const messages = await on.stage.messages();
    expect(messages.map(({ id, originator, recipient }) => [id, originator, recipient])).toEqual([
      ['bert:1.ics', 'mailto:anna@example.com', 'mailto:bert@example.com'],
      ['bert:2.ics', 'mailto:anna@example.com', 'mailto:bert@example.com'],
      ['anna:3.ics', 'mailto:bert@example.com', 'mailto:anna@example.com'],
    ]);
    expect(messages[0]).toMatchObject({ composedBy: 'target', channel: 'inbox' });
  });

  it('stay when the server removes them, and are traced once', async () => {
    await on.stage.act(INVITE);
    on.fake.store('/home/bert/inbox/1.ics', sampleText({ method: 'REQUEST' }));
    await on.stage.observe('bert');
    await on.stage.messages();
    on.fake.objects.clear();
    expect(await on.stage.messages()).toHaveLength(1);
    expect(
      on.trace
        .filter(({ messageId }) => messageId === 'bert:1.ics')
        .map(({ kind, text: words }) => [kind, words]),
    ).toEqual([
      ['composed', 'REQUEST'],
      ['delivered', 'REQUEST in the Inbox'],
    ]);
  });

  it('are several where a later one takes the name and the place of the one before', async () => {
    await on.stage.act(INVITE);
    on.fake.store('/home/bert/inbox/1.ics', sampleText({ method: 'REQUEST' }));
    await on.stage.messages();
    for (const sequence of [1, 2, 2]) {
      on.fake.store('/home/bert/inbox/1.ics', sampleText({ method: 'REQUEST', sequence }));
      await on.stage.messages();
    }
    const found = (await on.stage.messages()).map(({ id, data }) => [id, /^SEQUENCE:(\d+)/m.exec(data)?.[1]]);
    expect(found).toEqual([
      ['bert:1.ics', '0'],
      ['bert:1.ics (2)', '1'],
      ['bert:1.ics (3)', '2'],
    ]);
  });

  it('that cannot be read are shown as they are, for the checks to judge', async () => {
    await on.stage.act(INVITE);
    on.fake.store('/home/bert/inbox/1.ics', `BEGIN:VCALENDAR\r\nUID:${UID}\r\n`);
    expect(await on.stage.messages()).toMatchObject([
      { data: `BEGIN:VCALENDAR\r\nUID:${UID}`, originator: '' },
    ]);
  });
});

describe('time', () => {
  it('passes between two actions about one event, so that DTSTAMP tells them apart', async () => {
    const began = Date.now();
    await on.stage.act(INVITE);
    await on.stage.act(UPDATE);
    const [, second] = on.sent('PUT');
    const stamp = /^DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/m.exec(second?.body ?? '');
    const [year, month, day, hour, minute, seconds] = (stamp ?? []).slice(1).map(Number);
    const stamped = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, seconds);
    expect(stamped).toBeGreaterThan(began - (began % 1000));
  });
});

describe('what a CalDAV server cannot do', () => {
  it('is not expressible, or nothing', async () => {
    const message = { id: '1', originator: 'mailto:a@b.c', recipient: 'mailto:bert@example.com', data: '' };
    await expect(on.stage.deliver(message)).rejects.toThrow(NotExpressible);
    expect(await on.stage.drain()).toEqual([]);
    expect(await on.stage.settle()).toBe(false);
    expect(await on.stage.advance(60)).toBeUndefined();
  });
});

describe('close', () => {
  it('removes every object of the scenario and nothing else, twice if need be', async () => {
    await on.stage.act(INVITE);
    const others = '/home/bert/default/others.ics';
    on.fake.store(others, sampleText({ uid: 'somebody-elses@example.com' }));
    on.fake.store(BERTS, sampleText());
    on.fake.store('/home/bert/inbox/1.ics', sampleText({ method: 'REQUEST' }));
    await on.stage.close();
    expect([...on.fake.objects.keys()]).toEqual([others]);
    const deletions = on.sent('DELETE').map(({ path, headers }) => [path, headers.get('schedule-reply')]);
    expect(deletions).toEqual([
      [OWN, 'F'],
      ['/home/bert/inbox/1.ics', null],
      [BERTS, 'F'],
    ]);
    on.fake.got.length = 0;
    await on.stage.close();
    expect(on.sent('DELETE')).toEqual([]);
  });

  it('also removes what the removal itself makes the server send', async () => {
    await on.stage.act(INVITE);
    on.fake.otherwise = ({ method, path }) => {
      if (method === 'DELETE' && path === OWN)
        on.fake.store('/home/bert/inbox/9.ics', sampleText({ method: 'CANCEL' }));
      if (method === 'DELETE' && path === '/home/bert/inbox/9.ics')
        on.fake.store('/home/anna/inbox/8.ics', sampleText());
      return undefined;
    };
    await on.stage.close();
    expect(on.fake.objects.size).toBe(0);
  });

  it('removes unreadable objects about our event, too', async () => {
    await on.stage.act(INVITE);
    on.fake.store(BERTS, `BEGIN:VCALENDAR\r\nUID:${UID}\r\n`);
    await on.stage.close();
    expect(on.fake.objects.size).toBe(0);
  });

  it('says so when the server keeps what it is told to remove', async () => {
    await on.stage.act(INVITE);
    on.fake.otherwise = ({ method }) =>
      method === 'DELETE' ? new Response(null, { status: 403 }) : undefined;
    const closing = on.stage.close();
    await expect(closing).rejects.toThrow(MalformedAnswer);
    await expect(closing).rejects.toThrow(/still holds [1-9]\d* of our objects/);
  });

  it('asks nothing when nothing was played', async () => {
    await on.stage.close();
    expect(on.fake.got).toEqual([]);
  });
});
