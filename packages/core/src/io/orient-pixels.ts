import { createImage } from '../raster/index.ts';
import type { RasterImage } from '../raster/index.ts';
import { swapsSides } from './exif-orientation.ts';
import type { Orientation } from './exif-orientation.ts';

/**
 * Turns and mirrors stored pixels into display order, losslessly.
 * @param image pixels as stored; only read
 * @param orientation from the file's metadata; do not apply it to pixels that a decoder has already turned
 * @returns a new picture, with width and height swapped for 5-8; for 1 the very picture that was given
 */
export function orientPixels(image: RasterImage, orientation: Orientation): RasterImage {
  if (orientation === 1) return image;
  const { width, height } = image;
  const turned = swapsSides(orientation);
  const result = createImage(turned ? height : width, turned ? width : height);
  const from = asPixels(image.data);
  const to = asPixels(result.data);

  const { start, right, down } = walk(orientation, width, height);
  let at = 0;
  for (let y = 0; y < result.height; y++) {
    let source = start + y * down;
    for (let x = 0; x < result.width; x++) {
      to[at++] = from[source] ?? 0;
      source += right;
    }
  }
  return result;
}

/** Where display order starts in the stored pixels, and what one pixel right or down adds to the index. */
function walk(orientation: Orientation, width: number, height: number) {
  const lastColumn = width - 1;
  const lastRow = (height - 1) * width;
  switch (orientation) {
    case 1:
      return { start: 0, right: 1, down: width };
    case 2:
      return { start: lastColumn, right: -1, down: width };
    case 3:
      return { start: lastRow + lastColumn, right: -1, down: -width };
    case 4:
      return { start: lastRow, right: 1, down: -width };
    case 5:
      return { start: 0, right: width, down: 1 };
    case 6:
      return { start: lastRow, right: -width, down: 1 };
    case 7:
      return { start: lastRow + lastColumn, right: -width, down: -1 };
    case 8:
      return { start: lastColumn, right: width, down: -1 };
  }
}

/** Four bytes at a time; pixels that do not start on a multiple of four in their buffer are copied first. */
function asPixels(data: RasterImage['data']): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}
