import { formatHex, parseHex } from '@koma/core/raster';

/** More than anybody picks from; keeps the stored text small. */
export const MAX_SWATCHES = 128;

/** What a new browser starts with: ink, greys, skin and its shade, lips, and colours to tell flats apart. */
export const STARTING_SWATCHES: readonly string[] = [
  '#000000',
  '#404040',
  '#808080',
  '#c0c0c0',
  '#ffffff',
  '#fde6d6',
  '#f2bfa4',
  '#d9695f',
  '#f5c542',
  '#5aa469',
  '#3f7fd0',
  '#7a55b5',
];

/** Swatches as text for storage. */
export function storeSwatches(swatches: readonly string[]): string {
  return JSON.stringify(swatches);
}

/**
 * Swatches from storage, which anything may have written: entries that are no colours are left out, and
 * what is no list at all gives the starting swatches, as nothing stored does.
 */
export function readSwatches(stored: string | null): string[] {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '');
  } catch {
    value = undefined;
  }
  if (!Array.isArray(value)) return [...STARTING_SWATCHES];
  return withSwatches(
    [],
    value.filter((entry) => typeof entry === 'string'),
  );
}

/** Swatches with more colours at the end; what is there already, malformed or too many is left out. */
export function withSwatches(swatches: readonly string[], colours: readonly string[]): string[] {
  const added = colours.flatMap((colour) => {
    const rgb = parseHex(colour);
    return rgb ? [formatHex(rgb)] : [];
  });
  return [...new Set([...swatches, ...added])].slice(0, MAX_SWATCHES);
}
