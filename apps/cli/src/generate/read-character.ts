import { extname } from 'node:path';
import {
  CHARACTER_KEYWORD,
  CharacterError,
  parseCharacter,
  readPngText,
  type Character,
} from '@koma/character';
import { DiskError } from '../disk-error.ts';
import { readBytes } from '../read-bytes.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The character in a .json file, or in the text chunk of a PNG that Koma wrote.
 * @throws UsageError where there is none
 */
export async function readCharacter(path: string): Promise<Character> {
  try {
    const bytes = await readBytes(path);
    if (extname(path).toLowerCase() !== '.png') return parseCharacter(new TextDecoder().decode(bytes));
    const text = readPngText(bytes, CHARACTER_KEYWORD);
    if (text === undefined)
      throw new UsageError(`--character: "${path}" carries no character: take one that Koma drew.`);
    return parseCharacter(text);
  } catch (error) {
    if (error instanceof CharacterError || error instanceof DiskError)
      throw new UsageError(`--character: ${error.message}`, { cause: error });
    throw error;
  }
}
