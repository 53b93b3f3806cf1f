import { describe, expect, it } from 'vitest';
import { parseCalendar } from '../icalendar/parse.js';
import { methodOf, uidOf } from '../icalendar/read.js';
import { sampleText } from '../testing/sample-event.js';
import { MailRoom } from './testing/mail-room.js';
import { addressOf, UID } from './testing/office.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

function roomWith(...attendees: string[]): MailRoom {
  const room = new MailRoom();
  room.invite(...attendees);
  return room;
}

function itemOf(room: MailRoom): string {
  return room.scheduler.account('anna').outbox.at(-1)?.name ?? '';
}

describe('a mail', () => {
  it('comes from the Originator, goes to one Recipient, and carries the message', async () => {
    const room = roomWith('bert', 'mona', 'mark');
    expect(await room.run()).toEqual({ sent: 2, failed: 0, waiting: 0 });
    expect(room.taken.map(({ from, to, at, method }) => [from, to, at, method])).toEqual([
      [addressOf('anna'), addressOf('mona'), '2030-01-07T09:00:00Z', 'REQUEST'],
      [addressOf('anna'), addressOf('mark'), '2030-01-07T09:00:00Z', 'REQUEST'],
    ]);
    expect(room.taken.map(({ calendar }) => [methodOf(calendar), uidOf(calendar)])).toEqual([
      ['REQUEST', UID],
      ['REQUEST', UID],
    ]);
  });

  it('has a Message-ID of its own, in another service too, and the same one in each attempt', async () => {
    const room = roomWith('mona', 'mark');
    room.again();
    await room.run();
    const later = new MailRoom();
    later.clock.advance(1);
    later.invite('mona');
    await later.run();
    const ids = [...room.taken, ...later.taken].map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^<[0-9a-f]{32}@example\.com>$/);
    const repeated = roomWith('mona', 'mark');
    await repeated.run();
    expect(repeated.taken.map(({ messageId }) => messageId)).toEqual(ids.slice(0, 2));
  });
});

describe('the mailer', () => {
  it('sends nothing twice, over a restart neither', async () => {
    const room = roomWith('mona', 'mark');
    room.restart();
    await room.run();
    expect(await room.run()).toEqual({ sent: 0, failed: 0, waiting: 0 });
    room.restart();
    await room.run();
    expect(room.attempts).toEqual(['mona', 'mark']);
    expect(room.outbox).toEqual(['processed: mona processed 1.2, mark processed 1.2']);
  });

  it('does its work for the others when a user is no longer served', async () => {
    const room = roomWith('mona');
    room.scheduler.schedule({
      originator: addressOf('bert'),
      recipients: [addressOf('mark')],
      calendar: parseCalendar(
        sampleText({ method: 'REQUEST' }).replace('ORGANIZER:mailto:anna', 'ORGANIZER:mailto:bert'),
      ),
    });
    room.restart('bert');
    expect(await room.run()).toEqual({ sent: 1, failed: 0, waiting: 0 });
    room.restart('anna', 'bert');
    await room.run();
    expect(room.attempts).toEqual(['mark', 'mona']);
  });

  it('is one run when it is called while it runs', async () => {
    const room = roomWith('mona', 'mark');
    await Promise.all([room.run(), room.run()]);
    expect(room.attempts).toEqual(['mona', 'mark']);
  });

  it('takes what is sent while it runs the next time', async () => {
    const room = roomWith('mona');
    room.meanwhile = () => {
      room.meanwhile = () => undefined;
      room.again();
    };
    await room.run();
    expect(room.attempts).toEqual(['mona']);
    await room.run();
    expect(room.attempts).toEqual(['mona', 'mona']);
  });

  it('keeps the order for each address, and lets nobody else wait', async () => {
    const room = roomWith('mona', 'mark');
    room.again();
    room.refuse('mona', 450);
    expect(await room.run()).toEqual({ sent: 2, failed: 0, waiting: 2 });
    expect(room.attempts).toEqual(['mona', 'mark', 'mark']);
    expect(await room.runAfter(5 * MINUTE)).toEqual({ sent: 2, failed: 0, waiting: 0 });
    const [first, second] = room.taken.filter(({ to }) => to === addressOf('mona'));
    expect((first?.calendar ?? 1) === (second?.calendar ?? 2)).toBe(false);
  });

  it('sends what comes after a mail that is given up', async () => {
    const room = roomWith('mona');
    room.again();
    room.refuse('mona', 550);
    expect(await room.run()).toEqual({ sent: 1, failed: 1, waiting: 0 });
    expect(room.outbox).toEqual(['failed: mona failed 5.1', 'processed: mona processed 1.2']);
  });

  it.each([450, 0])('tries again after 5 and 15 minutes, 1, 4 and 12 hours, and 4 days: %i', async (code) => {
    const room = roomWith('mona');
    room.refuse('mona', ...Array.from({ length: 20 }, () => code));
    await room.run();
    const pauses = [5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, ...Array(4).fill(24 * HOUR)];
    for (const [index, pause] of pauses.entries()) {
      await room.runAfter(pause - 1);
      expect(room.attempts, `${pause - 1} s`).toHaveLength(index + 1);
      expect(room.outbox).toEqual(['unprocessed: mona unprocessed 1.1']);
      await room.runAfter(1);
      expect(room.attempts, `${pause} s`).toHaveLength(index + 2);
    }
    expect(room.outbox).toEqual(['failed: mona failed 5.1']);
    await room.runAfter(30 * 24 * HOUR);
    expect(room.attempts).toHaveLength(10);
  });

  it('waits as long after a restart', async () => {
    const room = roomWith('mona');
    room.refuse('mona', 450);
    await room.run();
    room.restart();
    await room.runAfter(5 * MINUTE - 1);
    expect(room.attempts).toEqual(['mona']);
    await room.runAfter(1);
    expect(room.taken).toHaveLength(1);
  });

  it('gives up at once what is refused for good, and nobody else suffers', async () => {
    const room = roomWith('bert', 'mona', 'mark');
    room.refuse('mona', 550);
    expect(await room.run()).toEqual({ sent: 1, failed: 1, waiting: 0 });
    await room.runAfter(HOUR);
    expect(room.attempts).toEqual(['mona', 'mark']);
    expect(room.outbox).toEqual(['processed: bert processed 1.2, mona failed 5.1, mark processed 1.2']);
  });
});

describe('an Outbox entry that is deleted', () => {
  it('before the mailer runs: nothing leaves, and it is said for whom', async () => {
    const room = roomWith('bert', 'mona', 'mark');
    const recipients = ['mona', 'mark'].map(addressOf);
    expect(room.scheduler.deleteItem('anna', 'outbox', itemOf(room))).toEqual({
      kind: 'not-sent',
      recipients,
    });
    room.restart();
    await room.run();
    expect(room.attempts).toEqual([]);
  });

  it('after a part of it has left: the rest does not', async () => {
    const room = roomWith('mona', 'mark');
    room.refuse('mark', 450);
    await room.run();
    const recipients = [addressOf('mark')];
    expect(room.scheduler.deleteItem('anna', 'outbox', itemOf(room))).toEqual({
      kind: 'not-sent',
      recipients,
    });
    await room.runAfter(HOUR);
    expect(room.attempts).toEqual(['mona', 'mark']);
  });

  it('while a mail is leaving: that one is not promised not to be sent', async () => {
    const room = roomWith('mona', 'mark');
    const consequences: unknown[] = [];
    room.meanwhile = () => consequences.push(room.scheduler.deleteItem('anna', 'outbox', itemOf(room)));
    await room.run();
    expect(consequences).toEqual([{ kind: 'not-sent', recipients: [addressOf('mark')] }]);
    expect(room.attempts).toEqual(['mona']);
    expect(room.outbox).toEqual([]);
  });
});
