/**
 * Paints or erases a tile in place by coverage, W3C source-over on straight alpha, rounded once to the
 * nearest level. Pixels that come out with no alpha keep the colour they had.
 * @param pixels straight-alpha RGBA8
 * @param coverage 0-255 a pixel, or one value for all
 * @param colour sRGB, 0-255; undefined erases, keeping colours under what is left
 * @param alphaLock keeps alpha as it is
 * @param opacity 0-1
 * @returns false where nothing is covered
 */
export function fillCoverage(
  pixels: Uint8Array,
  coverage: Uint8Array | number,
  colour: readonly [number, number, number] | undefined,
  alphaLock: boolean,
  opacity = 1,
): boolean {
  if (coverage === 0 || (alphaLock && !colour)) return false;
  for (let i = 0, p = 0; p < pixels.length; i++, p += 4) {
    const share = ((typeof coverage === 'number' ? coverage : coverage[i]!) / 255) * opacity;
    if (share === 0) continue;
    const before = pixels[p + 3]!;
    if (!colour) {
      pixels[p + 3] = before * (1 - share) + 0.5;
      continue;
    }
    const alpha = alphaLock ? before / 255 : share + (before / 255) * (1 - share);
    const level = Math.floor(alpha * 255 + 0.5);
    if (level === 0) continue;
    const weight = alphaLock ? share : share / alpha;
    for (let c = 0; c < 3; c++) pixels[p + c] = pixels[p + c]! + (colour[c]! - pixels[p + c]!) * weight + 0.5;
    pixels[p + 3] = level;
  }
  return true;
}
