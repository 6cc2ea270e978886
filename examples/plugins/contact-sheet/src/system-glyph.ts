/** How much of each pixel of a square a letter covers, 0-255. */
export interface SystemGlyph {
  /** Pixels. */
  readonly side: number;
  readonly coverage: Uint8Array;
}

/**
 * A letter in the system's own font, for the scripts that no small bitmap font holds. It may look different on another
 * computer.
 * @param side of the square that it is drawn in, pixels
 * @returns nothing where there is no canvas, as on the command line
 */
export function systemGlyph(letter: string, side: number): SystemGlyph | undefined {
  if (typeof OffscreenCanvas === 'undefined' || letter.trim() === '') return undefined;
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.font = `${Math.round(side * 0.92)}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(letter, side / 2, side / 2 + side * 0.04, side);
  const { data } = context.getImageData(0, 0, side, side);
  return { side, coverage: Uint8Array.from({ length: side * side }, (_, i) => data[i * 4 + 3]!) };
}
