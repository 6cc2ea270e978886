/** A command that was not written as it should be; nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
