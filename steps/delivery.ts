import { Given, When } from '@cucumber/cucumber';
import type { Method } from '../targets/methods.js';
import { Blocked } from '../targets/outcome-errors.js';
import type { ScenarioWorld } from './world.js';

/** How messages travel. What a Given has delivered must have arrived; what a When delivers is judged by its effect. */

/** Lets all messages of a kind arrive. Throws Blocked when one that was to be arranged does not. */
export async function arriveEvery(world: ScenarioWorld, method: Method): Promise<void> {
  const missing = await world.play.post.deliverEvery(method);
  if (world.phase !== 'arrange' || missing.length === 0) return;
  throw new Blocked(
    missing.includes('nobody') ? `no ${method} was on the way` : `no ${method} reached ${missing.join(', ')}`,
  );
}

Given('every {method} has been delivered', function (this: ScenarioWorld, method: Method) {
  return arriveEvery(this, method);
});

When('every {method} is delivered', function (this: ScenarioWorld, method: Method) {
  return arriveEvery(this, method);
});

When(
  'the {ordinal} {method} to {person} is delivered',
  function (this: ScenarioWorld, ordinal: number, method: Method, to: string) {
    return this.play.post.deliver({ method, to, ordinal });
  },
);

When('the {method} to {person} is delivered', function (this: ScenarioWorld, method: Method, to: string) {
  return this.play.post.deliver({ method, to });
});

When(
  'the {method} to {person} is delivered again',
  function (this: ScenarioWorld, method: Method, to: string) {
    return this.play.post.deliver({ method, to, again: true });
  },
);

When(
  'the {ordinal} {method} from {person} is delivered',
  function (this: ScenarioWorld, ordinal: number, method: Method, from: string) {
    return this.play.post.deliver({ method, from, ordinal });
  },
);

/** Whatever it is: a CANCEL of an instance, say, or the series with an EXDATE in its place. */
When('the last message to {person} is delivered', function (this: ScenarioWorld, to: string) {
  return this.play.post.deliver({ to });
});
