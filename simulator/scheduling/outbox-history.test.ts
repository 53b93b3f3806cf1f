import { describe, expect, it } from 'vitest';
import { MailRoom } from './testing/mail-room.js';

const DAY = 86_400;

function roomWith(...attendees: string[]): MailRoom {
  const room = new MailRoom();
  room.invite(...attendees);
  return room;
}

describe('an Outbox entry that still has to be mailed', () => {
  it('outlives the meeting', async () => {
    const room = roomWith('mona');
    room.clock.advance(100 * DAY);
    room.scheduler.purge();
    await room.run();
    expect(room.taken).toHaveLength(1);
    room.scheduler.purge();
    expect(room.outbox).toEqual([]);
  });

  it('does not give way to a later one before it has left, where only the latest is kept', async () => {
    const room = new MailRoom({ outboxHistory: 'latest' });
    room.invite('bert', 'mona');
    room.again();
    expect(room.outbox).toHaveLength(2);
    await room.run();
    expect(room.taken).toHaveLength(2);
    expect(room.outbox).toEqual(['processed: bert processed 1.2, mona processed 1.2']);
  });

  it('is listed beside all others where the whole history is kept', async () => {
    const room = roomWith('bert');
    room.again();
    room.again();
    expect(room.outbox).toHaveLength(3);
  });
});
