/** A file of a store that cannot be used: which, where in it, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
