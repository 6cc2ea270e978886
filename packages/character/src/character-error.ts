/**
 * What can be wrong about a character, its file or what is wished of it. Stable: the editor translates
 * them.
 */
export type CharacterErrorCode =
  /** There is no attribute of that name. */
  | 'ATTRIBUTE_UNKNOWN'
  /** The attribute is there, the value is none that it takes. */
  | 'ATTRIBUTE_VALUE'
  /** What was read is no character: no JSON, no version, no seed. */
  | 'CHARACTER_INVALID'
  /** A later version of Koma wrote it. */
  | 'CHARACTER_TOO_NEW'
  /** A limb would have to bend as no limb does. */
  | 'POSE_IMPOSSIBLE'
  /** A picture that is no PNG, or a damaged one. */
  | 'PNG_INVALID';

/** An error about a character, with an English sentence that says what to do, and the values in it. */
export class CharacterError extends Error {
  override readonly name = 'CharacterError';
  readonly code: CharacterErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: CharacterErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}
