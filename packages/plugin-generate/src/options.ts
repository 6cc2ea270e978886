import { CHARACTER_VERSION, CharacterError, parseCharacter, type Character } from '@koma/character';
import { KomaError } from '@koma/core/errors';
import type { GeneratorOptions } from '@koma/core/plugin';

/**
 * The character that options describe; attributes that are missing have their defaults.
 * @throws KomaError `OPTIONS_INVALID`
 */
export function toCharacter({ seed, ...attributes }: GeneratorOptions): Character {
  return orKomaError(() => parseCharacter({ version: CHARACTER_VERSION, seed, attributes }));
}

/** A character as options. */
export function toOptions(character: Character): GeneratorOptions {
  const { jointAngles, ...values } = character;
  return jointAngles === undefined ? values : { ...values, jointAngles };
}

/** Does something with characters, and makes Koma's errors of theirs. @throws KomaError */
export function orKomaError<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CharacterError)) throw error;
    const { code, details, message } = error;
    if (code === 'CHARACTER_TOO_NEW')
      throw new KomaError(
        'OPTIONS_TOO_NEW',
        message,
        { version: details['version']!, supported: details['supported']! },
        { cause: error },
      );
    throw invalidOptions(message, error);
  }
}

/** An error about options that cannot be used. @param reason an English sentence */
export function invalidOptions(reason: string, cause?: unknown): KomaError {
  return new KomaError('OPTIONS_INVALID', `These settings cannot be used. ${reason}`, { reason }, { cause });
}
