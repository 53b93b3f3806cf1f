import { When } from '@cucumber/cucumber';
import { type Answer, answer, deleteCopy, moveCopy } from '../participants/attendee.js';
import type { ZonedTime } from '../targets/target.js';
import { arriveEvery } from './delivery.js';
import type { ScenarioWorld } from './world.js';

/** What Attendees do. */

When('{person} {answer}', function (this: ScenarioWorld, who: string, kind: Answer) {
  return answer(this.play, who, kind);
});

When(
  '{person} {answer}, and the REPLY is delivered',
  async function (this: ScenarioWorld, who: string, kind: Answer) {
    await answer(this.play, who, kind);
    await arriveEvery(this, 'REPLY');
  },
);

When(
  '{person} {answer}, but the REPLY is held in transit',
  function (this: ScenarioWorld, who: string, kind: Answer) {
    return answer(this.play, who, kind);
  },
);

When(
  '{person} moves the own copy of {string} to {moment}',
  function (this: ScenarioWorld, who: string, title: string, start: ZonedTime) {
    return moveCopy(this.play, who, title, start);
  },
);

When('{person} deletes the own copy of {string}', function (this: ScenarioWorld, who: string, title: string) {
  return deleteCopy(this.play, who, title);
});
