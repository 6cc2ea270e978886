import type { SquareRaster } from './rasterize-square.ts';

/** The bytes of a pixel, in order. All values are 0 to 255; colours are sRGB. */
export const channels = [
  'line',
  'red',
  'green',
  'blue',
  'painted',
  'part',
  'styleRed',
  'styleGreen',
  'styleBlue',
  'stylePart',
] as const;

/** Bytes of a pixel. */
export const STRIDE = channels.length;

/** Where a channel is in a pixel; of three colours, the first. */
export const offsets = { line: 0, colour: 1, painted: 4, part: 5, style: 6, stylePart: 9 } as const;

/** A record of white paper: no ink, nothing painted, every part the background. */
export function blankRecord(size: number): Uint8Array {
  const record = new Uint8Array(size * size * STRIDE);
  for (let p = 0; p < record.length; p += STRIDE) {
    record[p + offsets.line] = 255;
    for (let c = 0; c < 3; c++) {
      record[p + offsets.colour + c] = 255;
      record[p + offsets.style + c] = 255;
    }
  }
  return record;
}

/**
 * Visits the pixels of a picture in a record.
 *
 * @param visit Gets the index of the pixel's red in the picture and that of the pixel in the record.
 */
export function forEachPixel(
  { left, top, width, height }: SquareRaster,
  size: number,
  visit: (from: number, to: number) => void,
): void {
  for (let y = 0, from = 0; y < height; y++) {
    let to = ((top + y) * size + left) * STRIDE;
    for (let x = 0; x < width; x++, from += 4, to += STRIDE) visit(from, to);
  }
}

/** Lays a picture over the colours at `offset` of a record's pixels. */
export function layOver(record: Uint8Array, offset: number, picture: SquareRaster, size: number): void {
  const { pixels } = picture;
  forEachPixel(picture, size, (from, to) => {
    const through = 255 - pixels[from + 3]!;
    if (through === 255) return;
    for (let c = 0; c < 3; c++) {
      const below = (record[to + offset + c]! * through + 127) / 255;
      record[to + offset + c] = Math.min(255, pixels[from + c]! + Math.floor(below));
    }
  });
}
