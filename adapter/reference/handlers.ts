import type { Handlers } from '../serve.js';
import { ReferenceAdapter } from './reference-adapter.js';

/** The reference behind the adapter protocol: what `itip serve --stdio` speaks. */

/**
 * Handlers for a reference of its own.
 *
 * @param decides false for one without `act`, which is driven by edits of calendar objects
 */
export function referenceHandlers(version: string, decides = true): Handlers {
  const adapter = new ReferenceAdapter(version, decides);
  const { act, ...others } = allHandlers(adapter);
  return decides ? { act, ...others } : others;
}

function allHandlers(adapter: ReferenceAdapter): Required<Handlers> {
  return {
    initialize: (params) => adapter.initialize(params),
    reset: (params) => adapter.reset(params),
    'clock/set': (params) => adapter.setClock(params),
    act: (params) => adapter.act(params),
    'calendar/put': (params) => adapter.put(params),
    'calendar/delete': (params) => adapter.remove(params),
    'calendar/list': ({ user }) => ({ objects: adapter.objectsOf(user) }),
    schedule: (params) => adapter.schedule(params),
    'inbox/list': ({ user }) => ({ items: adapter.boxOf(user, 'inbox') }),
    'outbox/list': ({ user }) => ({ items: adapter.boxOf(user, 'outbox') }),
    'messages/drain': () => ({ messages: adapter.drain() }),
    'message/deliver': (params) => adapter.deliver(params),
    settle: () => ({ quiet: true }),
    shutdown: () => ({}),
  };
}
