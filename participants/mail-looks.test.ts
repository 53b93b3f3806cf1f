import { expect, it } from 'vitest';
import type { SchedulingService } from '../targets/scheduling-service.js';
import { bringTimes, haveOwnIds, isImip } from './mail-looks.js';
import { addressOf, FakeStage, playOn } from './testing/fake-stage.js';

const START = { local: '2030-03-04T10:00:00', zone: 'UTC' };
const TITLE = 'Design review';

async function playWith(...raws: readonly string[]) {
  const mails = raws.map((raw) => ({ from: addressOf('anna'), to: addressOf('erik'), raw }));
  const service: Pick<SchedulingService, 'mails'> = { mails: () => Promise.resolve(mails) };
  const stage = Object.assign(new FakeStage(), { service: service as SchedulingService });
  const { play } = await playOn(stage);
  const people = { organizer: 'anna', attendees: ['erik'] };
  play.meetings.set(TITLE, { ...people, uid: 'review@example.com', title: TITLE, start: START, end: START });
  return play;
}

it('fails a mail that is no iMIP, and takes it for no fault of its own', async () => {
  const raw = 'From: anna@example.com\r\nTo: erik@example.com\r\n\r\nDo come.\r\n';
  const play = await playWith(raw);
  const refused = { name: 'Mismatch', actual: expect.stringMatching(/^no iMIP: /), evidence: raw };
  await expect(isImip(play, 'erik', 'REQUEST', TITLE)).rejects.toMatchObject(refused);
  await expect(bringTimes(play, 'erik', TITLE, [START])).rejects.toMatchObject(refused);
  await expect(haveOwnIds(play, 1)).rejects.toMatchObject(refused);
});

it('fails where there is no mail', async () => {
  const play = await playWith();
  await expect(isImip(play, 'erik', 'REQUEST', TITLE)).rejects.toMatchObject({ actual: 'no mail' });
  await expect(bringTimes(play, 'erik', TITLE, [START])).rejects.toMatchObject({ actual: 'no mail' });
  await expect(haveOwnIds(play, 1)).rejects.toMatchObject({ actual: '0 mails with 0 Message-IDs' });
});
