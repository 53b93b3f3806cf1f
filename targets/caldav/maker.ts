import type { AccountMaker } from '../accounts/account-maker.js';
import { CommandAccounts } from '../accounts/command-accounts.js';
import type { AccountsDescription } from '../accounts/config.js';
import { CyrusAccounts } from '../accounts/cyrus-accounts.js';
import { NextcloudAccounts } from '../accounts/nextcloud-accounts.js';
import { StalwartAccounts } from '../accounts/stalwart-accounts.js';
import { hostInUrl, isLoopback } from '../loopback.js';
import { UsageError } from '../outcome-errors.js';
import { secretsOf } from './exchange.js';
import { guardedFetch } from './guarded-fetch.js';
import type { Casting } from './logins.js';
import type { Throttle } from './pace.js';

/**
 * What makes the accounts of a target.
 *
 * @param castings all casts of users, whose passwords must not be shown
 * @throws UsageError when it would write to another machine without consent
 */
export function makerOf(
  accounts: AccountsDescription,
  castings: readonly Casting[],
  throttle: Throttle,
): AccountMaker {
  switch (accounts.kind) {
    case 'command':
      return new CommandAccounts(accounts);
    case 'nextcloud':
      return new NextcloudAccounts(accounts, adminFetch(accounts, castings, throttle));
    case 'stalwart':
      return new StalwartAccounts(accounts, adminFetch(accounts, castings, throttle));
    case 'cyrus':
      checkHost(accounts.host, castings);
      return new CyrusAccounts(accounts);
  }
}

function adminFetch(
  { username, password }: { readonly username: string; readonly password: string },
  castings: readonly Casting[],
  throttle: Throttle,
): typeof globalThis.fetch {
  const admin = { username, password };
  const { deadlineMs = 0, allowRemote = false, name = '' } = castings[0]?.description ?? {};
  const users = castings.flatMap(({ description }) => Object.values(description.users));
  return guardedFetch({
    ...admin,
    account: `under "accounts" in the target file of ${name}`,
    secrets: secretsOf([admin, ...users]),
    ...{ throttle, deadlineMs, allowRemote, onExchange: () => {} },
  });
}

function checkHost(host: string, castings: readonly Casting[]): void {
  const isRemoteAllowed = castings.every(({ description }) => description.allowRemote);
  if (isRemoteAllowed || isLoopback(`imap://${hostInUrl(host)}`)) return;
  throw new UsageError(
    `accounts: ${host} is not on this machine; set "allowRemote: true" in the target file if the suite may write there`,
  );
}
