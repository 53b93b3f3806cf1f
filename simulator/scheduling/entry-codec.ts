import type { JCalComponent } from '../icalendar/jcal.js';
import type { Cancelled, Entry } from '../itip/entry.js';
import type { Revision } from '../itip/revision.js';
import { RevisionLog } from '../itip/revision-log.js';
import type { Codec } from '../runtime/store.js';

interface WrittenEntry {
  readonly calendar: JCalComponent;
  readonly received: readonly (readonly [string, Revision])[];
  readonly renewed?: Revision;
  readonly cancelled: readonly Cancelled[];
  readonly replies: readonly (readonly [string, Revision])[];
  readonly issued: number;
}

/**
 * How a calendar entry is written down, with the last seen revisions beside the object (RFC 2446 section 2.1.5).
 *
 * @param remembered what of it is written at all
 */
export function entryCodec(remembered: (entry: Entry) => Entry): Codec<Entry> {
  return {
    write: (entry): WrittenEntry => {
      const { received, replies, ...others } = remembered(entry);
      return { ...others, received: [...received], replies: [...replies] };
    },
    read: (written) => {
      const { received, replies, ...others } = written as WrittenEntry;
      return { ...others, received: logOf(received), replies: logOf(replies) };
    },
  };
}

function logOf(pairs: readonly (readonly [string, Revision])[]): RevisionLog {
  return pairs.reduce((log, [key, revision]) => log.with(key, revision), RevisionLog.EMPTY);
}
