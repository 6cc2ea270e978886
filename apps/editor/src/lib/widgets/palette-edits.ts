import { formatHex, parseHex } from '@koma/core/raster';

/** What a plugin's input of type `palette` takes at most. */
export const MAX_PALETTE = 256;

/** A palette with more colours at the end; what is there already, is no colour, or is too much is left out. */
export function addColours(palette: readonly string[], colours: readonly string[]): string[] {
  const added = colours.flatMap((colour) => {
    const rgb = parseHex(colour);
    return rgb ? [formatHex(rgb)] : [];
  });
  return [...new Set([...palette, ...added])].slice(0, MAX_PALETTE);
}

/** The palette without the colour at an index. */
export function removeColour(palette: readonly string[], index: number): string[] {
  return palette.filter((_, i) => i !== index);
}

/** The palette with one colour changed; as it is where the new one is no colour or there already. */
export function replaceColour(palette: readonly string[], index: number, colour: string): readonly string[] {
  const rgb = parseHex(colour);
  if (!rgb || index < 0 || index >= palette.length) return palette;
  const hex = formatHex(rgb);
  return palette.includes(hex) ? palette : palette.with(index, hex);
}

/** The palette with one colour at another place, those between moving up; as it is where that is no place in it. */
export function moveColour(palette: readonly string[], from: number, to: number): readonly string[] {
  const colour = palette[from];
  if (colour === undefined || to < 0 || to >= palette.length || from === to) return palette;
  return removeColour(palette, from).toSpliced(to, 0, colour);
}
