import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeImip } from '../../../simulator/transport/imip/encode.js';
import { arrivalMarker } from '../../imip/arrival-marker.js';
import { type ImapPlace, openImapAppend, openImapMailbox } from '../../imip/imap.js';
import { Inbox } from '../../imip/testing/inbox.js';
import { Inconclusive } from '../../outcome-errors.js';
import { poll } from '../../poll.js';
import type { MessageInTransit, Stage, Target } from '../../target.js';
import { openCaldavTarget } from '../caldav-target.js';
import type { CaldavDescription } from '../config.js';

const SILENT = { add: () => {}, rule: () => {} };
const ERIK = 'mailto:erik@external.test';

/**
 * Registers what becomes of a REQUEST that is put into Bert's INBOX by APPEND, on a server that processes iMIP when
 * mail is delivered: it lies there.
 *
 * @param config with `mail.in` as the server takes mail in
 */
export function describeAppend(config: CaldavDescription, place: ImapPlace): void {
  const login = config.users.bert ?? { username: '', password: '' };
  const opened: { target: Target; stage: Stage }[] = [];
  let inbox: Inbox;

  /** A stage on the server with Bert, and Erik elsewhere. */
  async function stageOn(described: CaldavDescription): Promise<Stage> {
    const target = await openCaldavTarget(described);
    const stage = await target.open(
      { scenario: 'append', names: ['Bert', 'Erik'], external: ['Erik'] },
      SILENT,
    );
    opened.push({ target, stage });
    return stage;
  }

  beforeEach(async () => {
    inbox = await Inbox.open(place, login);
  });

  afterEach(async () => {
    for (const { target, stage } of opened.splice(0)) {
      await stage.close();
      await target.close();
    }
    await inbox.close();
  });

  describe('a mail that is put into an INBOX by APPEND', () => {
    it('lies there byte for byte', async () => {
      const out = await openImapMailbox({ ...place, ...login });
      const into = openImapAppend(place);
      const { id, originator, recipient, data } = requestTo('mailto:bert@example.com');
      const raw = await encodeImip({
        ...{ originator, recipient, calendar: data },
        ...{ messageId: `<${id}@external.test>`, date: '2030-01-07T09:00:00Z' },
      });
      const { outcome } = await into.hand('erik@external.test', 'bert@example.com', raw, login);
      expect(outcome).toBe('accepted');
      const { seen } = await poll(
        () => out.arrivals(),
        (mails) => mails.length > 0,
        { deadlineMs: 5_000 },
      );
      expect(seen.map((mail) => mail.raw.toString('latin1'))).toEqual([raw.toString('latin1')]);
      expect(seen[0]?.from).toBe('erik@external.test');
      await out.close();
      await into.close();
    });

    it('is not processed, while one that is delivered after it is', async () => {
      const append = { kind: 'imap-append', ...place } as const;
      const out = { kind: 'imap', ...place, ...login } as const;
      const mail = { domain: 'external.test', out, in: append };
      const appending = await stageOn({ ...config, deadlineMs: 1_000, mail });
      const appended = requestTo(addressOfBert(appending));
      await expect(appending.deliver(appended)).rejects.toThrow(Inconclusive);

      const delivering = await stageOn(config);
      await delivering.deliver(requestTo(addressOfBert(delivering)));
      expect((await delivering.observe('bert')).calendar).toHaveLength(1);
      expect((await appending.observe('bert')).calendar).toEqual([]);
      const left = (await inbox.newMails()).map((raw) => raw.toString('latin1'));
      expect(left.filter((raw) => raw.includes(`<${appended.id}.`))).toHaveLength(1);
    });
  });
}

function addressOfBert(stage: Stage): string {
  return stage.cast.get('bert')?.addresses[0] ?? '';
}

/** A REQUEST of Erik about an event of its own, with an id that stands in the mail. */
function requestTo(attendee: string): MessageInTransit {
  const id = `append-${randomBytes(4).toString('hex')}`;
  const uid = `${id}@itip-conformance.invalid`;
  return { id, ...arrivalMarker({ uid, organizer: ERIK, attendee }) };
}
