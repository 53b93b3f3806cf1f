import { parseCalendar } from '../../simulator/icalendar/parse.js';
import { methodOf } from '../../simulator/icalendar/read.js';
import { type Sample, sampleText } from '../../simulator/testing/sample-event.js';
import type { ObservedMessage } from '../../targets/target.js';
import type { ReadMessage } from '../ambient/finding.js';
import type { Cast } from '../ambient/people.js';

/** Anna and Bert; Bert has a second address. Whoever else is named is a stranger. */
export const CAST: Cast = new Map([
  ['anna', { id: 'anna', name: 'Anna', addresses: ['mailto:anna@example.com'], placement: 'target' }],
  [
    'bert',
    {
      id: 'bert',
      name: 'Bert',
      addresses: ['mailto:bert@example.com', 'mailto:b.brecht@example.org'],
      placement: 'target',
    },
  ],
]);

/** How a sample travelled: from Anna to Bert over the network, unless told otherwise. */
export type Way = Partial<Pick<ObservedMessage, 'originator' | 'recipient' | 'channel'>>;

let count = 0;

/** A message that the target composed. */
export function sentText(data: string, way: Way = {}): ObservedMessage {
  count += 1;
  return {
    id: `message-${count}`,
    originator: 'mailto:anna@example.com',
    recipient: 'mailto:bert@example.com',
    channel: 'network',
    composedBy: 'target',
    data,
    ...way,
  };
}

/** The sample event as a REQUEST that was sent, unless it has another METHOD, or none when that is empty. */
export function sent(sample: Sample = {}, way: Way = {}): ReadMessage {
  return read(sentText(sampleText({ method: 'REQUEST', ...sample }), way));
}

/** A message as the ambient checks see it. */
export function read(observed: ObservedMessage): ReadMessage {
  const calendar = parseCalendar(observed.data);
  return { observed, calendar, method: methodOf(calendar) };
}
