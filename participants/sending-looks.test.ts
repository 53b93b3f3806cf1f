import { describe, expect, it } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import { Blocked, Inconclusive, Mismatch } from '../targets/outcome-errors.js';
import type { Play } from './play.js';
import { isNotSent, nothingInReturn, reaches } from './sending-looks.js';
import { type FakeOptions, FakeStage, playOn } from './testing/fake-stage.js';

const HELD: FakeOptions = { capabilities: ['hold-messages', 'quiescence'] };

function quietStage(): FakeStage {
  const stage = new FakeStage();
  stage.quiet = true;
  return stage;
}

describe('a message reaches people', () => {
  it('when one of that kind leaves for each of them', async () => {
    const stage = quietStage();
    const { play } = await playOn(stage, HELD);
    stage.send('REQUEST', 'anna', 'bert');
    stage.send('REQUEST', 'anna', 'carla');
    await play.post.afterAction();
    await reaches(play, 'REQUEST', ['bert', 'carla']);
    await expect(reaches(play, 'CANCEL', ['bert'])).rejects.toThrow(Mismatch);
  });

  it('but not when it is only composed', async () => {
    const stage = quietStage();
    const { play } = await playOn(stage, HELD);
    stage.composed.push(stage.compose('REQUEST', 'anna', 'bert', 'u1'));
    await play.post.afterAction();
    await expect(reaches(play, 'REQUEST', ['bert'])).rejects.toMatchObject({
      name: 'Mismatch',
      expected: 'a REQUEST to Bert',
      actual: 'none to Bert',
    });
  });

  it('but not when an earlier action sent it', async () => {
    const stage = quietStage();
    const { play } = await playOn(stage, HELD);
    stage.send('REQUEST', 'anna', 'bert');
    await play.post.afterAction();
    await play.beginAction([]);
    await expect(reaches(play, 'REQUEST', ['bert'])).rejects.toThrow(Mismatch);
  });

  it('unless its gate is closed: then nothing can be said', async () => {
    const { play } = await playOn(quietStage(), { ...HELD, closed: { 'request-delivered': 'closed' } });
    await expect(reaches(play, 'REQUEST', ['bert'])).rejects.toThrow(new Blocked('closed'));
  });
});

describe('a message that must not be sent', () => {
  it('is found', async () => {
    const stage = quietStage();
    const { play } = await playOn(stage, HELD);
    await isNotSent(play, { method: 'CANCEL', to: 'bert' });
    stage.send('CANCEL', 'anna', 'bert');
    await expect(isNotSent(play, { method: 'CANCEL', to: 'bert' })).rejects.toMatchObject({
      name: 'Mismatch',
      expected: 'no CANCEL to Bert',
      actual: 'a CANCEL to bert',
    });
  });
});

describe('nothing is sent in return', () => {
  it('when the last message that arrived caused none', async () => {
    const stage = quietStage();
    const { play } = await playOn(stage, HELD);
    stage.send('REQUEST', 'anna', 'bert');
    await play.post.afterAction();
    await play.post.deliverEvery('REQUEST');
    await nothingInReturn(play);
    stage.send('REPLY', 'bert', 'anna');
    await expect(nothingInReturn(play)).rejects.toMatchObject({
      name: 'Mismatch',
      expected: 'no scheduling message in return',
      actual: 'a REPLY to anna',
    });
  });

  it('and stays open where the target cannot tell whether one is still to come', async () => {
    const stage = new FakeStage();
    const { play } = await playOn(stage, HELD);
    await expect(nothingInReturn(play)).rejects.toThrow(Inconclusive);
    const { play: other } = await playOn(stage, { capabilities: ['hold-messages'] });
    await expect(nothingInReturn(other)).rejects.toThrow(Inconclusive);
    stage.send('REPLY', 'bert', 'anna');
    await expect(nothingInReturn(other)).rejects.toThrow(Mismatch);
  });
});

describe('a REQUEST that shows in the copy alone', () => {
  const UID = 'review@example.com';
  const holds = (stage: FakeStage, location: string) =>
    stage.shows('bert', {
      calendar: [{ uid: UID, name: '1.ics', data: sampleText({ lines: [`LOCATION:${location}`] }) }],
    });

  /** A play in which Anna changes the place of a meeting with Bert; his copy follows, and nothing is in the Inbox. */
  async function changed(place: string): Promise<{ play: Play; stage: FakeStage }> {
    const stage = new FakeStage();
    stage.onAct = ({ kind, actor, uid }) => {
      if (kind === 'invite') stage.send('REQUEST', actor, 'bert', uid);
      return { accepted: true };
    };
    const { play } = await playOn(stage, { capabilities: ['inbox'] });
    const start = { local: '2030-03-04T10:00:00', zone: 'UTC' };
    const meeting = { title: 'Design review', uid: UID, organizer: 'anna', attendees: ['bert'] };
    play.meetings.set('Design review', { ...meeting, start, end: start });
    holds(stage, 'Room 2');
    await play.beginAction([{ method: 'REQUEST', to: 'bert' }]);
    holds(stage, place);
    return { play, stage };
  }

  it('has reached its Recipient', async () => {
    const { play } = await changed('Room 3');
    await reaches(play, 'REQUEST', ['bert']);
    await expect(isNotSent(play, { method: 'REQUEST', to: 'bert' })).rejects.toMatchObject({
      expected: 'no REQUEST to Bert',
    });
  });

  it('has not where the copy is as it was, and then no waiting helps', async () => {
    const { play } = await changed('Room 2');
    await isNotSent(play, { method: 'REQUEST', to: 'bert' });
    await expect(reaches(play, 'REQUEST', ['bert'])).rejects.toMatchObject({ actual: 'none to Bert' });
  });

  it('is none where a CANCEL has changed the copy', async () => {
    const { play, stage } = await changed('Room 3');
    stage.send('CANCEL', 'anna', 'bert', UID);
    await isNotSent(play, { method: 'REQUEST', to: 'bert' });
  });

  it('is nothing that reaches as another message does', async () => {
    const { play } = await changed('Room 3');
    await expect(reaches(play, 'CANCEL', ['bert'])).rejects.toThrow(Mismatch);
  });
});
