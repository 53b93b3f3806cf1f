import { sameAddress } from '../../simulator/icalendar/read.js';
import { NotExpressible } from '../outcome-errors.js';
import type { ActResult, Intent } from '../target.js';
import type { AdapterConnection } from './connection.js';
import { uidIn } from './stdio-observe.js';

/**
 * Decides what an adapter asks a Calendar User about, where it has a list of such questions.
 *
 * @param about primary calendar address of who sent the message
 * @returns undefined when the adapter has no such list: then the decision is an intent
 */
export async function decidePending(
  connection: AdapterConnection,
  { actor: user, uid, decision, telling }: Extract<Intent, { kind: 'decide' }>,
  about: string,
): Promise<ActResult | undefined> {
  try {
    const { items } = await connection.call('pending/list', { user });
    const asked = items.find(({ from, data }) => sameAddress(from, about) && uidIn(data) === uid);
    if (asked === undefined) {
      return telling === true ? { accepted: false, reason: 'the adapter has not asked' } : { accepted: true };
    }
    const args = telling === undefined ? {} : { args: { telling } };
    await connection.call('pending/decide', { user, id: asked.id, decision, ...args });
    return { accepted: true };
  } catch (error) {
    if (error instanceof NotExpressible) return undefined;
    throw error;
  }
}
