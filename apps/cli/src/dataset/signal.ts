/** The luma of 8-bit sRGB, 0 to 255 (BT.601). */
export function lumaOf(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Peak signal-to-noise ratio in dB of 8-bit values with the given mean squared error. */
export function psnr(meanSquaredError: number): number {
  return 10 * Math.log10(255 ** 2 / Math.max(meanSquaredError, 1e-6));
}
