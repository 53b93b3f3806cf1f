import type { ActResult, Intent, Stage } from '../target.js';

/** Ways of being wrong as a whole, which no suite may take for conformance. Each wraps a stage that works. */

/** Everything is accepted, and nothing ever happens. */
export function acceptingAndIgnoring(stage: Stage): Stage {
  return {
    ...forwarding(stage),
    act: () => Promise.resolve({ accepted: true }),
    deliver: () => Promise.resolve({ outcome: 'applied', reason: 'says so' }),
  };
}

/** What arrives is rejected, and so is every answer to it. Sending works. */
export function rejectingEverything(stage: Stage): Stage {
  return {
    ...forwarding(stage),
    act: (intent) => (isAnswer(intent) ? Promise.resolve(REFUSED) : stage.act(intent)),
    deliver: () => Promise.resolve({ outcome: 'rejected', reason: 'rejects everything' }),
  };
}

/** Messages are composed, but none reaches anybody. */
export function deliveringNothing(stage: Stage): Stage {
  return {
    ...forwarding(stage),
    drain: async () => {
      await stage.drain();
      return [];
    },
    deliver: () => Promise.resolve({ outcome: 'unknown', reason: 'lost on the way' }),
  };
}

/** Each message arrives twice. */
export function deliveringTwice(stage: Stage): Stage {
  return {
    ...forwarding(stage),
    deliver: async (message) => {
      const report = await stage.deliver(message);
      await stage.deliver(message);
      return report;
    },
  };
}

const REFUSED: ActResult = { accepted: false, reason: 'rejects everything' };

function isAnswer({ kind }: Intent): boolean {
  return kind === 'accept' || kind === 'tentative' || kind === 'decline';
}

/** A stage that passes everything on. */
function forwarding(stage: Stage): Stage {
  return {
    cast: stage.cast,
    act: (intent) => stage.act(intent),
    drain: () => stage.drain(),
    deliver: (message) => stage.deliver(message),
    settle: () => stage.settle(),
    observe: (userId) => stage.observe(userId),
    messages: () => stage.messages(),
    advance: (seconds) => stage.advance(seconds),
    close: () => stage.close(),
  };
}
