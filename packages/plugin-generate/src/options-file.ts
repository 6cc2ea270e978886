import {
  CHARACTER_KEYWORD,
  parseCharacter,
  readPngText,
  serializeCharacter,
  writePngText,
} from '@koma/character';
import { KomaError } from '@koma/core/errors';
import type { GeneratorOptions } from '@koma/core/plugin';
import { orKomaError, toCharacter, toOptions } from './options.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47] as const;
/** Bytes of JSON text; a character takes 2 kB. */
const MAX_TEXT_BYTES = 2 ** 20;

/**
 * The options in a file: JSON text, or a PNG that carries them.
 * @throws KomaError `OPTIONS_MISSING` where the file is something else, `OPTIONS_INVALID` where it is damaged
 *   or says what no character can be, `OPTIONS_TOO_NEW`
 */
export function readOptionsFile(bytes: Uint8Array): GeneratorOptions {
  const isPng = PNG_SIGNATURE.every((byte, i) => bytes[i] === byte);
  const text = isPng ? orKomaError(() => readPngText(bytes, CHARACTER_KEYWORD)) : jsonText(bytes);
  if (text === undefined)
    throw new KomaError(
      'OPTIONS_MISSING',
      'This file carries no settings of a character. Take a PNG or JSON file that Koma exported.',
    );
  return toOptions(orKomaError(() => parseCharacter(text)));
}

/**
 * A file with the options: JSON text, or the picture `png` with them in a text chunk.
 * @throws KomaError `OPTIONS_INVALID`, also where `png` is no whole PNG
 */
export function writeOptionsFile(options: GeneratorOptions, png?: Uint8Array): Uint8Array {
  const text = serializeCharacter(toCharacter(options));
  if (png) return orKomaError(() => writePngText(png, CHARACTER_KEYWORD, text));
  return new TextEncoder().encode(`${text}\n`);
}

/** The text of a file that could be JSON. */
function jsonText(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_TEXT_BYTES) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trimStart().startsWith('{') ? text : undefined;
  } catch {
    return undefined;
  }
}
