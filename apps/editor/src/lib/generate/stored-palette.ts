import { readPalette, writePalette } from '#lib/widgets/palette-file.ts';

const STORAGE_KEY = 'koma.generate.palette';

/** The palette that was last made in this browser; empty where there is none, or anything else in its place. */
export function storedPalette(storage: Pick<Storage, 'getItem'> = localStorage): string[] {
  try {
    return readPalette(storage.getItem(STORAGE_KEY) ?? '', STORAGE_KEY);
  } catch {
    return [];
  }
}

/** Keeps a palette in this browser. */
export function storePalette(
  colours: readonly string[],
  storage: Pick<Storage, 'setItem' | 'removeItem'> = localStorage,
): void {
  try {
    if (colours.length > 0) storage.setItem(STORAGE_KEY, writePalette(colours));
    else storage.removeItem(STORAGE_KEY);
  } catch {
    // Private modes may refuse storage; the palette then lasts as long as the page.
  }
}
