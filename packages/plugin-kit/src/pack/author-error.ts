/** Something in a plugin's folder that its author can put right; the message says how. */
export class AuthorError extends Error {
  override readonly name = 'AuthorError';
}
