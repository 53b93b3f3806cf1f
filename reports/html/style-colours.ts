/**
 * Colours as names, for light and dark; paper is light. Every text colour has a contrast of 4.5 on each ground that
 * it stands on.
 */

const LIGHT = `
  --ground:#fbfaf7; --sheet:#ffffff; --text:#1e2227; --quiet:#565d66; --line:#dcd8d0; --soft:#f2efe9;
  --accent:#1a5a9c; --mark:#fdeeb5; --mark-text:#3d2f00;
  --passed:#17663c; --passed-g:#e5f1e9; --failed:#a3201b; --failed-g:#fbe8e5;
  --warned:#714b00; --warned-g:#fbf0d6; --blocked:#474b8c; --blocked-g:#ececf8;
  --errored:#861a66; --errored-g:#f8e5f1; --none:#565d66; --none-g:#eeece7;`;

const DARK = `
  --ground:#14171b; --sheet:#1b1f24; --text:#e7e5e0; --quiet:#a6acb5; --line:#343a42; --soft:#22272d;
  --accent:#8ab8ee; --mark:#54450f; --mark-text:#fff3c4;
  --passed:#86d1a4; --passed-g:#16291e; --failed:#ffa49b; --failed-g:#3b1a18;
  --warned:#e8bf66; --warned-g:#33270f; --blocked:#b9bcf7; --blocked-g:#25274a;
  --errored:#f2a5d8; --errored-g:#391a2f; --none:#a6acb5; --none-g:#282d33;`;

const OUTCOMES = [
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['warned', 'warned'],
  ['blocked', 'blocked'],
  ['errored', 'errored'],
  ['inconclusive', 'errored'],
  ['not-applicable', 'none'],
  ['not-expressible', 'none'],
] as const;

/** The style sheet's part on colours: the names, and which of them an outcome takes. */
export const COLOURS = [
  `:root{color-scheme:light dark;${LIGHT}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${DARK}}}`,
  ...OUTCOMES.map(([outcome, name]) => `.${outcome}{--own:var(--${name});--own-g:var(--${name}-g)}`),
  '.broken{--own:var(--failed)}.clean{--own:var(--passed)}',
  '.partly{--own:var(--warned)}.nothing{--own:var(--none)}',
].join('\n');
