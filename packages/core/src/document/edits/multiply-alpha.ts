/**
 * Multiplies alpha by coverage in place, rounded to the nearest.
 * @param pixels straight-alpha RGBA8
 * @param coverage 0-255 a pixel, or one value for all
 */
export function multiplyAlpha(pixels: Uint8Array | Uint8ClampedArray, coverage: Uint8Array | number): void {
  for (let i = 0, p = 3; p < pixels.length; i++, p += 4) {
    const share = typeof coverage === 'number' ? coverage : coverage[i]!;
    pixels[p] = Math.floor((pixels[p]! * share) / 255 + 0.5);
  }
}
