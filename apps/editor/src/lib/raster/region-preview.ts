import type { GrowingRegion } from '@koma/core/tools';
import type { PreviewPiece } from './protocol.ts';

/** Longest side of the preview, px: coarse, but made in a few milliseconds of a page of any size. */
const MAX_SIDE = 1024;

/** Marks what belongs to the region so far; seen on paper, on ink and on colours. */
const TINT = [64, 132, 255, 150] as const;

/** A small picture of a region while it is being found: every n-th pixel, tinted where it belongs to it. */
export function regionPreview(region: GrowingRegion): PreviewPiece {
  const { x, y, width, height, data, value } = region;
  const step = Math.max(1, Math.ceil(Math.max(width, height) / MAX_SIDE));
  const [columns, rows] = [Math.ceil(width / step), Math.ceil(height / step)];
  const pixels = new Uint8ClampedArray(columns * rows * 4);
  const tinted = new Uint32Array(Uint8Array.from(TINT).buffer)[0]!;
  const out = new Uint32Array(pixels.buffer);
  for (let row = 0, o = 0; row < rows; row++) {
    let from = row * step * width;
    for (const end = o + columns; o < end; o++, from += step) if (data[from] === value) out[o] = tinted;
  }
  return {
    frame: { x, y, width: columns * step, height: rows * step },
    x: 0,
    y: 0,
    width: columns,
    height: rows,
    outputWidth: columns,
    outputHeight: rows,
    data: pixels,
  };
}
