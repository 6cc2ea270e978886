import { loadSharp } from '../load-sharp.ts';

/** An 8-bit grey PNG of one byte a pixel, rows from the top. */
export async function encodeGrey(plane: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(plane, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
}
