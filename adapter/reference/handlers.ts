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
    ...serviceHandlers(adapter),
    settle: () => ({ quiet: true }),
    shutdown: () => ({}),
  };
}

function serviceHandlers({ service }: ReferenceAdapter) {
  return {
    restart: () => service.restart(),
    'inbox/delete': (params) => service.deleteEntry('inbox', params),
    'outbox/delete': (params) => service.deleteEntry('outbox', params),
    'inbox/mode': (params) => service.setProcessing(params),
    'inbox/process': (params) => service.processInbox(params),
    'outbox/process': () => service.runMailer(),
    'pending/list': ({ user }) => service.pending(user),
    'pending/decide': (params) => service.decide(params),
    'notifications/list': ({ user }) => service.notifications(user),
    'last-seen/list': ({ user }) => service.lastSeen(user),
    'rights/set': (params) => service.setRight(params),
    'mail/drain': () => service.drainMail(),
    'mail/deliver': (params) => service.takeMail(params),
    'mail/fail': (params) => service.failMail(params),
  } satisfies Handlers;
}
