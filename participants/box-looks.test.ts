import { expect, it } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import { Mismatch } from '../targets/outcome-errors.js';
import { hasMethod, isForTime } from './box-looks.js';
import { showEntries } from './box-rows.js';
import { FakeStage, playOn } from './testing/fake-stage.js';

const UID = 'review@example.com';
const START = { local: '2030-03-04T10:00:00', zone: 'UTC' };
const INBOX = { who: 'bert', box: 'inbox', title: 'Design review' } as const;
const BROKEN = 'BEGIN:VCALENDAR\r\nEND:VEVENT';
const WITHOUT_ZONE = sampleText({ method: 'REQUEST', uid: UID }).replace(
  /DTSTART.*/,
  'DTSTART;TZID=Nowhere:20300304T100000',
);

async function playWith(data: string) {
  const stage = new FakeStage();
  stage.shows('bert', { inbox: [{ name: 'one.ics', uid: UID, data, recipients: [] }] });
  const { play } = await playOn(stage);
  const people = { organizer: 'anna', attendees: ['bert'] };
  play.meetings.set(INBOX.title, { ...people, uid: UID, title: INBOX.title, start: START, end: START });
  return play;
}

it('finds in an entry what is there', async () => {
  const play = await playWith(sampleText({ method: 'REQUEST', uid: UID }));
  await hasMethod(play, INBOX, 'REQUEST');
  await expect(hasMethod(play, INBOX, 'CANCEL')).rejects.toThrow(Mismatch);
});

it('fails an entry that cannot be understood, and takes it for no fault of its own', async () => {
  const understood = { name: 'Mismatch', actual: expect.stringContaining('cannot be understood') };
  await expect(hasMethod(await playWith(BROKEN), INBOX, 'REQUEST')).rejects.toMatchObject(understood);
  await expect(isForTime(await playWith(WITHOUT_ZONE), INBOX, START)).rejects.toMatchObject({
    ...understood,
    evidence: WITHOUT_ZONE,
  });
  const row = {
    Box: "Bert's Inbox",
    METHOD: 'REQUEST',
    SEQUENCE: '',
    Recipients: 'Bert',
    State: 'processed',
  };
  await expect(showEntries(await playWith(BROKEN), INBOX.title, [row])).rejects.toMatchObject(understood);
});
