import type { CastRequest, MessageInTransit, ObservedMessage, Stage, Target, Trace } from '../../target.js';
import { withoutService } from '../without-service.js';

/** What a target that delivers by itself cannot offer. */
const WITHOUT: readonly string[] = ['hold-messages', 'message-in', 'quiescence', 'clock', 'last-seen'];

/**
 * A target like a real server: nobody can hold its messages, it cannot tell when all is quiet, and what it sent is
 * seen where it arrives. So the suite has to watch and to prove absences by markers.
 */
export function selfDelivering(served: Target): Target {
  const target = withoutService(served);
  const { description } = target;
  const capabilities = new Set([...description.capabilities].filter((name) => !WITHOUT.includes(name)));
  return {
    description: {
      ...description,
      name: `${description.name}, self-delivering`,
      capabilities,
      literal: false,
    },
    open: async (request: CastRequest, trace: Trace) => delivering(await target.open(request, trace)),
    close: () => target.close(),
  };
}

function delivering(stage: Stage): Stage {
  const left = new Set<string>();
  const takeAway = async (): Promise<readonly MessageInTransit[]> => {
    const taken = await stage.drain();
    for (const { id } of taken) left.add(id);
    return taken;
  };
  return {
    cast: stage.cast,
    act: async (intent) => {
      const result = await stage.act(intent);
      for (let taken = await takeAway(); taken.length > 0; taken = await takeAway()) {
        for (const message of taken) await stage.deliver(message);
      }
      return result;
    },
    drain: () => Promise.resolve([]),
    deliver: (message) => stage.deliver(message),
    settle: () => Promise.resolve(false),
    observe: (userId) => stage.observe(userId),
    messages: async () => (await stage.messages()).filter(({ id }) => left.has(id)).map(inInbox),
    advance: (seconds) => stage.advance(seconds),
    close: () => stage.close(),
  };
}

function inInbox(message: ObservedMessage): ObservedMessage {
  return { ...message, channel: 'inbox' };
}
