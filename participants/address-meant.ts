import type { Play } from './play.js';

/**
 * The calendar address that words mean: `Bert`, `Bert's alias`, `Bert in capitals`, or an address in quotes.
 *
 * @throws RangeError for somebody outside the cast, or without alias
 */
export function addressMeant(play: Play, words: string): string {
  const [, quoted, name = '', form] = /^(?:"(.*)"|([A-Za-z]+)('s alias| in capitals)?)$/.exec(words) ?? [];
  if (quoted !== undefined) return quoted;
  const [primary, alias] = play.user(name.toLowerCase()).addresses;
  const address = form === "'s alias" ? alias : primary;
  if (address === undefined) throw new RangeError(`${words} is no address of the cast`);
  return form === ' in capitals' ? address.toUpperCase() : address;
}
