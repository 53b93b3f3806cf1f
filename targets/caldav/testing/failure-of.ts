/** The error that something ends with. Throws when it ends well, so that a test cannot pass by that. */
export async function failureOf(asking: Promise<unknown>): Promise<Error> {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('it did not fail');
  return error;
}
