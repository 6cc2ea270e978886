import type { Hint } from '@koma/core/plugin';
import { parseHex } from '@koma/core/raster';
import type { Fit } from './fit-sketch.ts';

/** Cells: what is smaller could fall between the centres of all. */
const MIN_RADIUS = 1;

/**
 * Hints as the network sees them: discs of at least one cell's radius, later ones over earlier ones.
 * @returns four planes of the fit's size: red, green and blue in sRGB of 0-1, 0 where there is no hint;
 *   then 1 where there is one
 */
export function drawHints(hints: readonly Hint[], fit: Fit): Float32Array<ArrayBuffer> {
  const { content, area } = fit;
  const size = fit.width * fit.height;
  const planes = new Float32Array(4 * size);
  const [scaleX, scaleY] = [content.width / area.width, content.height / area.height];
  for (const hint of hints) {
    const { r, g, b } = parseHex(hint.color) ?? { r: 0, g: 0, b: 0 };
    const x = content.x + (hint.x - area.x) * scaleX;
    const y = content.y + (hint.y - area.y) * scaleY;
    const radius = Math.max(MIN_RADIUS, hint.radius * Math.min(scaleX, scaleY));
    const [left, right] = within(x, radius, content.x, content.width);
    const [top, bottom] = within(y, radius, content.y, content.height);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if ((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2 > radius ** 2) continue;
        const at = row * fit.width + column;
        planes[at] = r / 255;
        planes[size + at] = g / 255;
        planes[2 * size + at] = b / 255;
        planes[3 * size + at] = 1;
      }
    }
  }
  return planes;
}

/** Whether any of a hint's disc lies in a picture. */
export function reaches({ x, y, radius }: Hint, width: number, height: number): boolean {
  const dx = x - Math.min(width, Math.max(0, x));
  const dy = y - Math.min(height, Math.max(0, y));
  return dx * dx + dy * dy < radius * radius;
}

/** The first and the last cell that a disc may cover along one axis. */
function within(centre: number, radius: number, start: number, size: number): [number, number] {
  return [
    Math.max(start, Math.floor(centre - radius)),
    Math.min(start + size - 1, Math.ceil(centre + radius)),
  ];
}
