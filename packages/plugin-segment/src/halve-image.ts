import { createImage, type RasterImage } from '@koma/core/raster';
import type { PageImage } from '@koma/lineart';

/** Red and blue of an RGBA8 word. */
const RED_BLUE = 0xff00ff;

/**
 * A picture at half its size, rounded up: each pixel is the mean of up to four over white, and opaque.
 */
export function halveImage({ width, height, data }: PageImage): RasterImage {
  const half = createImage(Math.ceil(width / 2), Math.ceil(height / 2));
  const words = wordsOf(data);
  const out = new Uint32Array(half.data.buffer);
  let to = 0;
  for (let y = 0; y < height; y += 2) {
    const top = y * width;
    // At an odd edge the last row or column stands for its missing neighbour.
    const bottom = y + 1 < height ? top + width : top;
    for (let left = 0; left < width; left += 2) {
      const right = left + 1 < width ? left + 1 : left;
      out[to++] = meanOf(
        words[top + left]!,
        words[top + right]!,
        words[bottom + left]!,
        words[bottom + right]!,
      );
    }
  }
  return half;
}

/** The pixels of a picture as words with red in the lowest byte. */
function wordsOf(data: Uint8ClampedArray): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}

/** The mean of four pixels over white; halves are rounded to even values. */
function meanOf(a: number, b: number, c: number, d: number): number {
  // Most pictures are opaque, and paper is of one colour.
  if ((a & b & c & d) >>> 24 !== 255) return meanOf(onWhite(a), onWhite(b), onWhite(c), onWhite(d));
  if (a === b && b === c && c === d) return a;
  // Sums of two channels at once, with room between them.
  const redBlue = (a & RED_BLUE) + (b & RED_BLUE) + (c & RED_BLUE) + (d & RED_BLUE);
  const green = ((a >>> 8) & 255) + ((b >>> 8) & 255) + ((c >>> 8) & 255) + ((d >>> 8) & 255);
  const meanRedBlue = ((redBlue + 0x10001 + ((redBlue >>> 2) & 0x10001)) >>> 2) & RED_BLUE;
  const meanGreen = (green + 1 + ((green >>> 2) & 1)) >>> 2;
  return (0xff000000 | meanRedBlue | (meanGreen << 8)) >>> 0;
}

function onWhite(word: number): number {
  const alpha = word >>> 24;
  const over = (shift: number): number =>
    Math.round(255 + ((((word >>> shift) & 255) - 255) * alpha) / 255) << shift;
  return (0xff000000 | over(0) | over(8) | over(16)) >>> 0;
}
