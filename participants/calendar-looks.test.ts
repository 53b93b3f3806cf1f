import { describe, expect, it } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import { Inconclusive, Mismatch } from '../targets/outcome-errors.js';
import { isActive, showsDetail } from './calendar-looks.js';
import type { Play } from './play.js';
import { type FakeOptions, FakeStage, playOn } from './testing/fake-stage.js';

const UID = 'review@example.com';

/** A play in which Anna has organized a meeting with Bert, of which both have a copy. */
async function organized(stage: FakeStage, options: FakeOptions = {}): Promise<Play> {
  const { play } = await playOn(stage, options);
  const start = { local: '2030-03-04T10:00:00', zone: 'UTC' };
  const meeting = { title: 'Design review', uid: UID, organizer: 'anna', attendees: ['bert'] };
  play.meetings.set('Design review', { ...meeting, start, end: start });
  for (const who of ['anna', 'bert']) holds(stage, who, []);
  return play;
}

function holds(stage: FakeStage, who: string, lines: readonly string[]): void {
  stage.shows(who, { calendar: [{ uid: UID, name: '1.ics', data: sampleText({ lines }) }] });
}

describe('an event that is still there', () => {
  /** A target that delivers in order; with the first CANCEL it delivers what was under way. */
  function delivering(stage: FakeStage, underWay: () => void): void {
    stage.onAct = ({ kind, actor, uid }) => {
      if (kind === 'cancel') underWay();
      if (kind === 'invite') stage.send('REQUEST', actor, 'bert', uid);
      if (kind === 'cancel') stage.send('CANCEL', actor, 'bert', uid);
      if (kind === 'accept') stage.send('REPLY', actor, 'anna', uid);
      return { accepted: true };
    };
  }

  it('is so when it still is after a later message has arrived', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    delivering(stage, () => {});
    await isActive(play, 'bert', 'Design review');
    expect(stage.acts.map(({ kind }) => kind)).toContain('cancel');
  });

  it('is not, though it was at first', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    delivering(stage, () => holds(stage, 'bert', ['STATUS:CANCELLED']));
    await expect(isActive(play, 'bert', 'Design review')).rejects.toMatchObject({
      name: 'Mismatch',
      expected: 'in Bert\'s calendar "Design review" not cancelled',
      actual: 'its STATUS is CANCELLED',
    });
  });

  it('is proved by a REPLY where it is the Organizer who has it', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    delivering(stage, () => {});
    await isActive(play, 'anna', 'Design review');
    expect(stage.acts.map(({ kind }) => kind)).toContain('accept');
  });

  it('stays open where no later message arrives', async () => {
    const play = await organized(new FakeStage());
    await expect(isActive(play, 'bert', 'Design review')).rejects.toThrow(Inconclusive);
  });

  it('needs no later message where each one is delivered by the harness', async () => {
    const stage = new FakeStage();
    const play = await organized(stage, { capabilities: ['hold-messages'] });
    await isActive(play, 'bert', 'Design review');
    expect(stage.acts).toEqual([]);
  });
});

describe('an event that is not as it should be', () => {
  const look = (play: Play) => showsDetail(play, 'anna', 'location', 'Room 3');
  const answered = (play: Play, attendees: readonly string[]) => {
    play.meeting('Design review').attendees = attendees;
    play.finalCopies.came('anna', UID);
  };

  it('is told at once where only delivered messages of counterparts could change it', async () => {
    const play = await organized(new FakeStage(), { deadlineMs: 5000 });
    answered(play, ['erik']);
    const began = performance.now();
    await expect(look(play)).rejects.toThrow(Mismatch);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('is waited for where others could', async () => {
    const stage = new FakeStage();
    const play = await organized(stage, { deadlineMs: 1000 });
    answered(play, ['erik', 'bert']);
    let looks = 0;
    stage.observe = () => {
      looks += 1;
      const lines = looks > 6 ? ['LOCATION:Room 3'] : [];
      return Promise.resolve({
        ...{ calendar: [{ uid: UID, name: '1.ics', data: sampleText({ lines }) }] },
        ...{ inbox: [], outbox: [], lastSeen: [] },
      });
    };
    await look(play);
    expect(looks).toBe(7);
  });
});
