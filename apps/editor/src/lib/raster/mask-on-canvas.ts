import type { MaskOutput } from '@koma/core/plugin';
import { resampleMask, type Rect } from '@koma/core/raster';

/**
 * The mask of a layer's picture as one of the canvas.
 * @param masks of one size, joined; whatever several of them cover is covered by the most of it
 * @param frame where the picture lies, pixels of the canvas
 */
export function maskOnCanvas(
  masks: readonly MaskOutput[],
  frame: Rect,
  canvas: { readonly width: number; readonly height: number },
): MaskOutput {
  const { width, height } = canvas;
  const data = new Uint8Array(width * height);
  for (const mask of masks) {
    const shown = resampleMask(mask, frame.width, frame.height, { filter: 'bilinear' });
    const [left, right] = [Math.max(0, frame.x), Math.min(width, frame.x + frame.width)];
    for (let y = Math.max(0, frame.y); y < Math.min(height, frame.y + frame.height); y++)
      for (let x = left; x < right; x++) {
        const value = shown.data[(y - frame.y) * frame.width + x - frame.x]!;
        const at = y * width + x;
        if (value > data[at]!) data[at] = value;
      }
  }
  return { width, height, data };
}
