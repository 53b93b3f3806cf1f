import { describe, expect, it } from 'vitest';
import { Inconclusive } from '../targets/outcome-errors.js';
import type { Intent } from '../targets/target.js';
import { calendarIsFinal, everythingArrived, provedAbsent } from './absence.js';
import type { Play } from './play.js';
import { type FakeOptions, FakeStage, playOn } from './testing/fake-stage.js';
import type { Which } from './which.js';

const CANCEL_TO_BERT: Which = { method: 'CANCEL', to: 'bert' };
const REQUEST_TO_BERT: Which = { method: 'REQUEST', to: 'bert' };

/** A play in which Anna has organized a meeting with Bert and Carla. */
async function organized(stage: FakeStage, options: FakeOptions = {}): Promise<Play> {
  const { play } = await playOn(stage, options);
  const start = { local: '2030-03-04T10:00:00', zone: 'UTC' };
  const meeting = { title: 'Design review', uid: 'review@example.com', organizer: 'anna' };
  play.meetings.set('Design review', { ...meeting, attendees: ['bert', 'carla'], start, end: start });
  return play;
}

const METHODS: Readonly<Partial<Record<Intent['kind'], string>>> = {
  invite: 'REQUEST',
  cancel: 'CANCEL',
  accept: 'REPLY',
};

/** Makes the stage send what an intent asks for, as a sound target does. */
function obeying(stage: FakeStage, arrive = (send: () => void): void => send()): void {
  const attendees = new Map<string, readonly string[]>();
  const organizers = new Map<string, string>();
  stage.onAct = (intent) => {
    if (intent.kind === 'invite') {
      attendees.set(intent.uid, intent.attendees);
      organizers.set(intent.uid, intent.actor);
    }
    const recipients =
      intent.kind === 'accept' ? [organizers.get(intent.uid) ?? ''] : (attendees.get(intent.uid) ?? []);
    const method = METHODS[intent.kind] ?? '';
    arrive(() => {
      for (const to of recipients) stage.send(method, intent.actor, to, intent.uid);
    });
    return { accepted: true };
  };
}

function kindsOf(stage: FakeStage): string[] {
  return stage.acts.map(({ kind }) => kind);
}

describe('from a simulated counterpart', () => {
  it('everything has arrived that was delivered, without a marker', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    const which: Which = { method: 'CANCEL', from: 'erik', to: 'bert' };
    expect(await everythingArrived(play, which)).toBe(true);
    expect(await provedAbsent(play, which)).toBeUndefined();
    expect(stage.acts).toEqual([]);
  });
});

describe('where the target says that all is quiet', () => {
  it('one look proves that a message was not sent', async () => {
    const stage = new FakeStage();
    stage.quiet = true;
    const play = await organized(stage, { capabilities: ['quiescence'] });
    stage.send('REQUEST', 'anna', 'bert');
    expect(await provedAbsent(play, CANCEL_TO_BERT)).toBeUndefined();
    stage.send('CANCEL', 'anna', 'bert');
    expect(await provedAbsent(play, CANCEL_TO_BERT)).toMatchObject({ method: 'CANCEL', to: 'bert' });
    expect(stage.acts).toEqual([]);
  });

  it('only what the last action caused counts', async () => {
    const stage = new FakeStage();
    stage.quiet = true;
    const play = await organized(stage, { capabilities: ['quiescence'] });
    stage.send('CANCEL', 'anna', 'bert');
    await play.beginAction([]);
    expect(await provedAbsent(play, CANCEL_TO_BERT)).toBeUndefined();
  });

  it('a target that only claims so is not believed while it is not quiet', async () => {
    const stage = new FakeStage();
    const play = await organized(stage, { capabilities: ['quiescence'] });
    obeying(stage);
    expect(await provedAbsent(play, CANCEL_TO_BERT)).toBeUndefined();
    expect(kindsOf(stage)).toContain('cancel');
  });
});

describe('elsewhere a marker proves it', () => {
  it('after three that show whether the channel keeps the order; each channel is tried once', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    obeying(stage);
    expect(await provedAbsent(play, REQUEST_TO_BERT)).toBeUndefined();
    expect(kindsOf(stage)).toEqual(['invite', 'invite', 'invite']);
    expect(await provedAbsent(play, REQUEST_TO_BERT)).toBeUndefined();
    expect(stage.acts).toHaveLength(3);
    await play.beginAction([]);
    expect(await provedAbsent(play, REQUEST_TO_BERT)).toBeUndefined();
    expect(stage.acts).toHaveLength(4);
    await provedAbsent(play, { method: 'REQUEST', to: 'carla' });
    expect(stage.acts).toHaveLength(7);
  });

  it('is of the same kind, by the same people', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    obeying(stage);
    await provedAbsent(play, CANCEL_TO_BERT);
    const thrice = (kind: string) => [kind, kind, kind];
    expect(kindsOf(stage)).toEqual([...thrice('invite'), ...thrice('cancel')]);
    expect(stage.acts[0]).toMatchObject({ actor: 'anna', attendees: ['bert'] });
    stage.acts.length = 0;
    await provedAbsent(play, { method: 'REPLY', from: 'carla' });
    expect(kindsOf(stage)).toEqual([...thrice('invite'), ...thrice('accept')]);
    expect(stage.acts[0]).toMatchObject({ actor: 'anna', attendees: ['carla'] });
    expect(stage.acts[3]).toMatchObject({ actor: 'carla' });
  });

  it('of what should not come to the Organizer comes from an Attendee', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    obeying(stage);
    await provedAbsent(play, { method: 'CANCEL', to: 'anna' });
    expect(stage.acts[0]).toMatchObject({ actor: 'bert', attendees: ['anna'] });
  });

  it('is not needed when the message is already there', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    stage.send('REQUEST', 'anna', 'bert');
    expect(await provedAbsent(play, REQUEST_TO_BERT)).toMatchObject({ method: 'REQUEST' });
    expect(stage.acts).toEqual([]);
  });

  it('finds the message that arrives late, but before the marker', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    let invitations = 0;
    obeying(stage, (send) => {
      invitations += 1;
      if (invitations === 3) stage.send('REQUEST', 'anna', 'bert');
      send();
    });
    expect(await provedAbsent(play, REQUEST_TO_BERT)).toMatchObject({ uid: 'review@example.com' });
  });

  it('is not counted as a message itself', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    obeying(stage);
    await provedAbsent(play, REQUEST_TO_BERT);
    expect(stage.composed).toHaveLength(3);
    expect((await play.sent()).latest).toEqual([]);
  });
});

describe('it stays open', () => {
  async function failure(stage: FakeStage, which: Which, deadlineMs = 0): Promise<unknown> {
    const play = await organized(stage, { deadlineMs });
    return provedAbsent(play, which).catch((error: unknown) => error);
  }

  it('when no marker arrives', async () => {
    const stage = new FakeStage();
    const error = await failure(stage, CANCEL_TO_BERT);
    expect(error).toBeInstanceOf(Inconclusive);
    expect(String(error)).toContain('CANCEL to Bert: the marker that should prove its absence is not there');
  });

  it('when the target refuses the marker', async () => {
    const stage = new FakeStage();
    stage.onAct = () => ({ accepted: false, reason: 'too many meetings' });
    const error = await failure(stage, REQUEST_TO_BERT);
    expect(error).toBeInstanceOf(Inconclusive);
    expect(String(error)).toContain('the target refused a marker meeting: too many meetings');
  });

  it('when the REQUEST that the marker would answer never arrives', async () => {
    const error = await failure(new FakeStage(), { method: 'REPLY', from: 'bert' });
    expect(error).toBeInstanceOf(Inconclusive);
    expect(String(error)).toContain('the REQUEST of the marker meeting did not arrive');
  });

  it('when the channel does not keep the order', async () => {
    const stage = new FakeStage();
    const late: (() => void)[] = [];
    obeying(stage, (send) => {
      late.push(send);
    });
    let looks = 0;
    stage.onMessages = () => {
      looks += 1;
      /** After the look for the message itself, the last marker is seen first. */
      if (looks > 2) late.pop()?.();
    };
    const error = await failure(stage, REQUEST_TO_BERT, 5000);
    expect(error).toBeInstanceOf(Inconclusive);
    expect(String(error)).toContain('REQUEST to Bert: the channel does not keep the order of messages');
  });
});

describe('everything has arrived', () => {
  it('where the target says that all is quiet', async () => {
    const stage = new FakeStage();
    stage.quiet = true;
    const play = await organized(stage, { capabilities: ['quiescence'] });
    expect(await everythingArrived(play, CANCEL_TO_BERT)).toBe(true);
    expect(stage.acts).toEqual([]);
  });

  it('elsewhere when a marker has', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    obeying(stage);
    expect(await everythingArrived(play, CANCEL_TO_BERT)).toBe(true);
    expect(kindsOf(stage)).toContain('cancel');
  });

  it('as nobody can say when none does', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    expect(await everythingArrived(play, CANCEL_TO_BERT)).toBe(false);
  });

  it('fails on what goes wrong otherwise', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    stage.onAct = () => {
      throw new Error('down');
    };
    await expect(everythingArrived(play, CANCEL_TO_BERT)).rejects.toThrow('down');
  });
});

describe('what a calendar shows of an event is final', () => {
  const final = (play: Play, who: string) => calendarIsFinal(play, who, play.currentMeeting());

  it('for an Attendee, when a later REQUEST and a later CANCEL of the Organizer are there', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    obeying(stage);
    expect(await final(play, 'bert')).toBe(true);
    expect(new Set(kindsOf(stage))).toEqual(new Set(['invite', 'cancel']));
  });

  it('for the Organizer, when a later REPLY of each Attendee is there', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    obeying(stage);
    expect(await final(play, 'anna')).toBe(true);
    const answering = stage.acts.filter(({ kind }) => kind === 'accept').map(({ actor }) => actor);
    expect(new Set(answering)).toEqual(new Set(['bert', 'carla']));
  });

  it('nobody knows when the markers do not arrive', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    obeying(stage, () => {});
    expect(await final(play, 'bert')).toBe(false);
  });

  it.each<[string, FakeOptions]>([
    ['when messages wait for the harness', { capabilities: ['hold-messages'] }],
    ['when no CANCEL gets through', { closed: { 'cancel-delivered': 'closed' } }],
  ])('nobody knows %s', async (_when, options) => {
    const stage = new FakeStage();
    const play = await organized(stage, options);
    obeying(stage);
    expect(await final(play, 'bert')).toBe(false);
  });
});
