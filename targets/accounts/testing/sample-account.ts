import type { Account } from '../account-maker.js';

/** An account of Anna's in the second cast. */
export const ANNA: Account = {
  ...{ id: 'anna', username: 'anna2', password: 'correct horse', isFresh: false, cast: 2 },
};
