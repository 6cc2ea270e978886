import { KomaError } from '@koma/core/errors';
import { parsePalette } from '@koma/core/plugin';
import { addColours } from './palette-edits.ts';

/** A palette as a file: `{"colors":["#rrggbb", …]}`, as the command line takes it. */
export function writePalette(colours: readonly string[]): string {
  return `${JSON.stringify({ colors: colours }, null, 2)}\n`;
}

/**
 * The colours in a palette's file, each once.
 * @param name of the file, for messages
 * @throws KomaError `PALETTE_INVALID`
 */
export function readPalette(text: string, name: string): string[] {
  try {
    return addColours([], parsePalette(JSON.parse(text)).colors);
  } catch (error) {
    const message = `"${name}" is not a palette. Take a JSON file with a list of colours under "colors", or a picture.`;
    throw new KomaError('PALETTE_INVALID', message, { name }, { cause: error });
  }
}
