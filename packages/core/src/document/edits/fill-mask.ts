/**
 * Paints a tile of a mask in place by coverage, rounded once to the nearest level.
 * @param mask 0-255 a pixel
 * @param coverage 0-255 a pixel, or one value for all
 * @param value what is painted, 0-255
 * @param opacity 0-1
 * @returns false where nothing is covered
 */
export function fillMask(
  mask: Uint8Array,
  coverage: Uint8Array | number,
  value: number,
  opacity = 1,
): boolean {
  if (coverage === 0) return false;
  const scale = opacity / 255;
  for (let i = 0; i < mask.length; i++) {
    const share = (typeof coverage === 'number' ? coverage : coverage[i]!) * scale;
    mask[i] = mask[i]! + (value - mask[i]!) * share + 0.5;
  }
  return true;
}
