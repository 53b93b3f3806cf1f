import { type DataTable, When } from '@cucumber/cucumber';
import { composeAs } from '../participants/counterpart.js';
import { composeTable } from '../participants/written-message.js';
import type { Method } from '../targets/methods.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What Calendar Users of other systems send. Each message is stamped a minute after the one before it. */

When(
  '{person} sends {person} a REQUEST with SEQUENCE {int} for {string} on {moment}',
  async function (
    this: ScenarioWorld,
    from: string,
    to: string,
    sequence: number,
    title: string,
    start: ZonedTime,
  ) {
    await composeAs(this.play, 'REQUEST', from, to, { title, sequence, attendees: [to], start });
    await this.play.post.deliver({ method: 'REQUEST', to });
  },
);

When(
  '{person} sends {person} a CANCEL with SEQUENCE {int} that uninvites {person} from {string}',
  async function (
    this: ScenarioWorld,
    from: string,
    to: string,
    sequence: number,
    uninvited: string,
    title: string,
  ) {
    const { start } = this.play.meeting(title);
    await composeAs(this.play, 'CANCEL', from, to, { title, sequence, attendees: [uninvited], start });
    await this.play.post.deliver({ method: 'CANCEL', to });
  },
);

/** A row for each VEVENT, iCalendar names as headers, an empty cell for what is left out; see composition.ts. */
When(
  '{person} sends {person} a {method} about {string}:',
  async function (
    this: ScenarioWorld,
    from: string,
    to: string,
    method: Method,
    title: string,
    table: DataTable,
  ) {
    await composeTable(this.play, method, from, to, title, table.hashes());
    await this.play.post.deliver({ method, from, to });
  },
);

When(
  '{person} sends {person} a {method} about {string}, held in transit:',
  function (this: ScenarioWorld, from: string, to: string, method: Method, title: string, table: DataTable) {
    return composeTable(this.play, method, from, to, title, table.hashes());
  },
);
