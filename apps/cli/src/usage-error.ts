/**
 * The command line was used wrongly. Thrown before any work starts, so nothing has been written; the
 * message is one sentence for the person, and the exit code is {@link EXIT_USAGE}.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
