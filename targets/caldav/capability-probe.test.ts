import { describe, expect, it } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { probeCapabilities, SCHEDULE_TAG_ROW } from './capability-probe.js';
import type { Otherwise } from './testing/fake-server.js';
import { multistatus, withoutScheduleTag } from './testing/fake-server.js';
import { StageOnFake } from './testing/stage-on-fake.js';

const on = new StageOnFake();
const INBOX = '/home/bert/inbox/';

const probe = (inbox?: string) =>
  probeCapabilities(on.stage, { organizer: 'anna', attendee: 'bert', inbox, patience: { deadlineMs: 100 } });

/** After each of Anna's PUTs a message lies in Bert's Inbox, under the name that the test gives. */
function sends(nameOf: (count: number) => string): Otherwise {
  let count = 0;
  return ({ method, path, body }) => {
    if (method !== 'PUT') return undefined;
    count += 1;
    const uid = /itip-probe-[^/]*(?=\.ics)/.exec(path)?.[0] ?? '';
    const told = {
      method: 'REQUEST',
      uid,
      sequence: count,
      lines: [/^LOCATION.*/m.exec(body)?.[0] ?? 'X-A:1'],
    };
    on.fake.store(`${INBOX}${nameOf(count)}.ics`, sampleText(told));
    return undefined;
  };
}

describe('Schedule-Tags', () => {
  it('are there where the object of the Organizer has one', async () => {
    const { probes } = await probe();
    expect(probes).toEqual([
      {
        ...{ capability: 'schedule-tag', declared: 'calendar-auto-schedule in the DAV header' },
        ...{ present: true, evidence: 'Schedule-Tag "tag-1"', requirement: SCHEDULE_TAG_ROW },
      },
    ]);
  });

  it('are not where it has none', async () => {
    on.fake.otherwise = ({ method, path }) => {
      const [found] = [...on.fake.objects].filter(([at]) => at.startsWith(path));
      return method === 'REPORT' && found !== undefined
        ? multistatus(withoutScheduleTag(found[0], found[1].data))
        : undefined;
    };
    const [tags] = (await probe()).probes;
    expect(tags).toMatchObject({
      present: false,
      evidence: expect.stringContaining('no CALDAV:schedule-tag'),
    });
  });
});

describe('the Inbox', () => {
  it('keeps what came before', async () => {
    on.fake.otherwise = sends((count) => `in-${count}`);
    const { probes, inboxReplaces } = await probe(INBOX);
    expect(probes[1]).toMatchObject({ capability: 'inbox', present: true });
    expect(probes[1]?.evidence).toBe('the REQUEST was in it as in-1.ics');
    expect(inboxReplaces).toBe(false);
  });

  it('replaces what came before', async () => {
    on.fake.otherwise = sends(() => 'in');
    const { probes, inboxReplaces } = await probe(INBOX);
    expect(inboxReplaces).toBe(true);
    expect(probes[1]?.evidence).toBe(
      'the REQUEST was in it as in.ics; a later message about the event took its place',
    );
  });

  it('stays empty', async () => {
    const { probes, inboxReplaces } = await probe(INBOX);
    expect(probes[1]).toMatchObject({ present: false, declared: `schedule-inbox-URL ${INBOX}` });
    expect(probes[1]?.requirement).toBeUndefined();
    expect(inboxReplaces).toBe(false);
  });
});

it('says nothing where the meeting is refused', async () => {
  on.fake.otherwise = ({ method }) => (method === 'PUT' ? new Response(null, { status: 403 }) : undefined);
  expect(await probe(INBOX)).toEqual({ probes: [], inboxReplaces: false });
});

it('leaves it to the stage to remove the meeting', async () => {
  await probe();
  expect(on.fake.objects.size).toBe(1);
  await on.stage.close();
  expect(on.fake.objects.size).toBe(0);
});
