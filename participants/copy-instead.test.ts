import { describe, expect, it } from 'vitest';
import { type Sample, sampleText } from '../simulator/testing/sample-event.js';
import { Mismatch } from '../targets/outcome-errors.js';
import { answeredBy, copyEnded, copyInstead } from './copy-instead.js';
import { carriesSequenceOfRequest, keepsSequence, raisesSequence } from './message-looks.js';
import type { Play } from './play.js';
import { reaches } from './sending-looks.js';
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

describe('of a series that changed, what stands for the REQUEST', () => {
  const [FIRST, SECOND] = ['20300311T100000Z', '20300318T100000Z'];

  /** The event of the series last, as some servers write it. */
  function series(sequence: number, instances: Readonly<Record<string, number>>): string {
    const written = Object.entries(instances).map(([id, number]) =>
      sampleText({ sequence: number, lines: [`RECURRENCE-ID:${id}`] }),
    );
    const event = /BEGIN:VEVENT.*END:VEVENT\r\n/s;
    const whole = sampleText({ sequence, lines: ['RRULE:FREQ=WEEKLY;COUNT=4'] });
    const before = written.map((text) => event.exec(text)?.[0] ?? '').join('');
    return whole.replace('BEGIN:VEVENT', `${before}BEGIN:VEVENT`);
  }

  it.each([
    ['is the series', series(2, { [FIRST]: 7 }), series(3, { [FIRST]: 7 }), [3, 2]],
    [
      'is the instance',
      series(2, { [FIRST]: 7, [SECOND]: 8 }),
      series(2, { [FIRST]: 7, [SECOND]: 9 }),
      [9, 8],
    ],
    ['is an instance of which there was none before', series(2, {}), series(2, { [SECOND]: 3 }), [3, 2]],
    ['is the series, of several', series(2, { [FIRST]: 7 }), series(3, { [FIRST]: 8 }), [3, 2]],
    ['is the series where an instance is gone', series(2, { [FIRST]: 7 }), series(2, {}), [2, 2]],
  ])('%s', async (_what, before, after, sequences) => {
    const stage = new FakeStage();
    const play = await changed(stage, NOTHING);
    const copy = { uid: UID, name: '1.ics' };
    stage.shows('bert', { calendar: [{ ...copy, data: before }] });
    await play.noteBefore('bert');
    stage.shows('bert', { calendar: [{ ...copy, data: after }] });
    const instead = await copyInstead(play, TO_BERT);
    expect([instead?.message.sequence, instead?.sent.earlier.at(-1)?.sequence]).toEqual(sequences);
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

describe('what an Attendee answers', () => {
  const [NINE, TEN] = ['20300107T090000Z', '20300107T100000Z'];

  /** A play in which Bert, who had this copy, was sent that REQUEST and has answered with a REPLY of SEQUENCE 7. */
  async function answered(copy: Sample, request?: Sample): Promise<Play> {
    const stage = new FakeStage();
    const play = await changed(stage, NOTHING);
    if (request !== undefined) {
      const sent = stage.compose('REQUEST', 'anna', 'bert', UID);
      stage.composed.push({ ...sent, data: sampleText({ method: 'REQUEST', ...request }) });
    }
    holds(stage, copy);
    await play.beginAction([]);
    holds(stage, { sequence: 99, dtstamp: '20300108T090000Z' });
    const reply = stage.compose('REPLY', 'bert', 'anna', UID);
    stage.composed.push({ ...reply, data: sampleText({ method: 'REPLY', sequence: 7 }) });
    return play;
  }

  it.each([
    ['the REQUEST', { sequence: 3, dtstamp: NINE }, { sequence: 7, dtstamp: NINE }, 7],
    [
      'the REQUEST, though the copy is older',
      { sequence: 3, dtstamp: NINE },
      { sequence: 7, dtstamp: TEN },
      7,
    ],
    ['the copy where it is newer', { sequence: 7, dtstamp: TEN }, { sequence: 3, dtstamp: NINE }, 7],
    ['the copy where no REQUEST was seen', { sequence: 7 }, undefined, 7],
    ['the REQUEST where there was no copy', NOTHING, { sequence: 7 }, 7],
  ])('is %s', async (_what, copy, request, sequence) => {
    const play = await answered(copy, request);
    expect(answeredBy(play, await play.sent(), 'bert')?.sequence).toBe(sequence);
    await expect(carriesSequenceOfRequest(play, 'bert', 0)).resolves.toBeUndefined();
  });

  it('is not what the copy became by the answer', async () => {
    const play = await answered({ sequence: 8 });
    await expect(carriesSequenceOfRequest(play, 'bert', 0)).rejects.toMatchObject({
      actual: 'SEQUENCE 7, in the REQUEST 8',
    });
  });
});

describe('where the Inbox holds no CANCEL, it was taken over', () => {
  const gone = (stage: FakeStage) => stage.shows('bert', { calendar: [] });
  const cancelled = (stage: FakeStage) => holds(stage, { sequence: 4, lines: ['STATUS:CANCELLED'] });

  it.each([
    ['when the event is gone', gone],
    ['when it is cancelled', cancelled],
  ])('%s', async (_what, end) => {
    const stage = new FakeStage();
    const play = await changed(stage, { sequence: 4 });
    expect(await copyEnded(play, 'bert')).toBe(false);
    end(stage);
    expect(await copyEnded(play, 'bert')).toBe(true);
    await reaches(play, 'CANCEL', ['bert']);
  });

  it('not when the event was not there before, or cancelled already', async () => {
    for (const before of [NOTHING, { lines: ['STATUS:CANCELLED'] }]) {
      const stage = new FakeStage();
      const play = await changed(stage, before);
      gone(stage);
      expect(await copyEnded(play, 'bert')).toBe(false);
      await expect(reaches(play, 'CANCEL', ['bert'])).rejects.toThrow(Mismatch);
    }
  });

  it('not where messages are seen on their way', async () => {
    const stage = new FakeStage();
    const play = await changed(stage, { sequence: 4 }, true);
    gone(stage);
    expect(await copyEnded(play, 'bert')).toBe(false);
  });
});
