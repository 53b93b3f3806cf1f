import { describe, expect, it } from 'vitest';
import { type Sample, sampleText } from '../simulator/testing/sample-event.js';
import { Mismatch } from '../targets/outcome-errors.js';
import { copyInstead } from './copy-instead.js';
import { keepsSequence, raisesSequence } from './message-looks.js';
import type { Play } from './play.js';
import { FakeStage, playOn } from './testing/fake-stage.js';
import type { Which } from './which.js';

const UID = 'review@example.com';
const TO_BERT: Which = { method: 'REQUEST', to: 'bert' };
const NOTHING: Sample = { uid: 'another@example.com' };

/** Bert's calendar holds this event and nothing else. */
function holds(stage: FakeStage, sample: Sample): void {
  stage.shows('bert', { calendar: [{ uid: sample.uid ?? UID, name: '1.ics', data: sampleText(sample) }] });
}

/** A play in which Anna's last action was to change a meeting, of which Bert had this copy before. */
async function changed(stage: FakeStage, before: Sample, hold = false): Promise<Play> {
  const { play } = await playOn(stage, { capabilities: hold ? ['inbox', 'hold-messages'] : ['inbox'] });
  const start = { local: '2030-03-04T10:00:00', zone: 'UTC' };
  const meeting = { title: 'Design review', uid: UID, organizer: 'anna', attendees: ['bert'] };
  play.meetings.set('Design review', { ...meeting, start, end: start });
  holds(stage, before);
  await play.beginAction([{ method: 'REQUEST', to: 'bert' }]);
  await play.noteBefore('bert');
  return play;
}

describe('where the Inbox holds no REQUEST, but the copy has changed', () => {
  it('the copy stands for the REQUEST, and what it was for the one before', async () => {
    const stage = new FakeStage();
    const play = await changed(stage, { sequence: 4 });
    holds(stage, { sequence: 5 });
    const instead = await copyInstead(play, TO_BERT);
    expect(instead?.message).toMatchObject({ uid: UID, from: 'anna', to: 'bert', sequence: 5 });
    expect(instead?.sent.earlier.at(-1)).toMatchObject({ uid: UID, to: 'bert', sequence: 4 });
  });

  it('a copy that was not there before stands alone', async () => {
    const stage = new FakeStage();
    const play = await changed(stage, NOTHING);
    holds(stage, { sequence: 5 });
    const instead = await copyInstead(play, TO_BERT);
    expect([instead?.message.sequence, instead?.sent.earlier]).toEqual([5, []]);
  });
});

describe('nothing stands for it', () => {
  it('where the copy is as it was', async () => {
    const play = await changed(new FakeStage(), { sequence: 4 });
    expect(await copyInstead(play, TO_BERT)).toBeUndefined();
  });

  it('where the copy is gone', async () => {
    const stage = new FakeStage();
    const play = await changed(stage, { sequence: 4 });
    holds(stage, NOTHING);
    expect(await copyInstead(play, TO_BERT)).toBeUndefined();
  });

  it('where messages can be seen on their way', async () => {
    const stage = new FakeStage();
    const play = await changed(stage, { sequence: 4 }, true);
    holds(stage, { sequence: 5 });
    expect(await copyInstead(play, TO_BERT)).toBeUndefined();
  });

  it.each<Which>([{ method: 'CANCEL', to: 'bert' }, { method: 'REPLY', to: 'bert' }, { method: 'REQUEST' }])(
    'for %o',
    async (which) => {
      const stage = new FakeStage();
      const play = await changed(stage, { sequence: 4 });
      holds(stage, { sequence: 5 });
      expect(await copyInstead(play, which)).toBeUndefined();
    },
  );
});

describe('a look at SEQUENCE goes by the copy', () => {
  it.each([
    [raisesSequence, 5, true],
    [raisesSequence, 4, false],
    [raisesSequence, 0, false],
    [keepsSequence, 4, true],
    [keepsSequence, 0, false],
  ])('%o from 4 to %i: %s', async (look, sequence, isFine) => {
    const stage = new FakeStage();
    const play = await changed(stage, { sequence: 4 });
    holds(stage, { sequence, lines: ['LOCATION:Room 3'] });
    const error = await look(play, TO_BERT, sequence).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (isFine) return expect(error).toBeUndefined();
    expect(error).toBeInstanceOf(Mismatch);
    expect((error as Mismatch).actual).toBe(
      `SEQUENCE ${sequence}, before it 4 in the copy, which changed though no REQUEST is in the Inbox`,
    );
    expect((error as Mismatch).evidence).toContain('LOCATION:Room 3');
  });

  it('but a REQUEST in the Inbox outweighs it', async () => {
    const stage = new FakeStage();
    stage.composed.push({ ...stage.compose('REQUEST', 'anna', 'bert', UID) });
    const play = await changed(stage, { sequence: 0 });
    holds(stage, { sequence: 0, lines: ['LOCATION:Room 3'] });
    const later = stage.compose('REQUEST', 'anna', 'bert', UID);
    stage.composed.push({ ...later, data: sampleText({ method: 'REQUEST', sequence: 1 }) });
    await expect(raisesSequence(play, TO_BERT, 1)).resolves.toBeUndefined();
  });
});
