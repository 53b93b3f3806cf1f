import type { ExchangeEvent, ScenarioResult } from '../../conformance/results.js';
import { decidingEvents, decidingIn } from '../deciding.js';
import { calendarsView } from './calendars-view.js';
import { decidingObject, exchangeView } from './exchange-view.js';
import { anchorOf, type Markup, markup } from './markup.js';
import type { Column } from './model.js';

/** What a result shows of its exchange: what decided, the calendars, the ladder; undefined where nothing is known. */
export function exchangePart(result: ScenarioResult, { index }: Column): Markup | undefined {
  if (!hasExchange(result)) return undefined;
  const { exchange = [], checks, id, name } = result;
  const text = decidingIn(checks);
  const deciding = decidingEvents(exchange, checks);
  const beside = text !== undefined && !isShownIn(exchange, text);
  return markup`${beside && decidingObject(text, exchange)}${calendarsView(exchange, deciding)}
    ${exchangeView(exchange, { prefix: anchorOf(id, index + 1), name, deciding })}`;
}

/** Whether anything is known of the exchange. */
export function hasExchange({ exchange = [], checks }: ScenarioResult): boolean {
  return exchange.length > 0 || decidingIn(checks) !== undefined;
}

function isShownIn(events: readonly ExchangeEvent[], text: string): boolean {
  return events.some(({ detail }) => detail === text);
}
