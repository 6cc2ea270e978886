import type { Stroke } from '@koma/core/plugin';
import type { Segmenter } from './segmenter.ts';

const FAR = 2 ** 30;
/** Chamfer steps to a neighbour at the side and at the corner. */
const [SIDE, CORNER] = [3, 4];

/**
 * What strokes alone are worth: they grow evenly until they meet, so that every pixel has the label of the
 * stroke nearest to it, whatever is drawn there.
 */
export const nearestStrokeSegmenter: Segmenter = {
  async open({ width, height }) {
    const distance = new Int32Array(width * height);
    const mask = new Uint8Array(width * height);
    const grow = (i: number, from: number, step: number): void => {
      if (distance[from]! + step >= distance[i]!) return;
      distance[i] = distance[from]! + step;
      mask[i] = mask[from]!;
    };
    return {
      async update(strokes) {
        distance.fill(FAR);
        mask.fill(0);
        for (const stroke of strokes)
          paint(stroke, width, height, (i, label) => {
            distance[i] = 0;
            mask[i] = label;
          });
        for (let y = 1; y < height; y++)
          for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
            grow(i, i - 1, SIDE);
            grow(i, i - width, SIDE);
            grow(i, i - width - 1, CORNER);
            grow(i, i - width + 1, CORNER);
          }
        for (let y = height - 2; y >= 0; y--)
          for (let x = width - 2, i = y * width + x; x > 0; x--, i--) {
            grow(i, i + 1, SIDE);
            grow(i, i + width, SIDE);
            grow(i, i + width + 1, CORNER);
            grow(i, i + width - 1, CORNER);
          }
        return mask;
      },
      close: () => undefined,
    };
  },
};

/** Every pixel whose middle lies under a stroke. */
function paint(
  { label, radius, points }: Stroke,
  width: number,
  height: number,
  set: (pixel: number, label: 0 | 1) => void,
): void {
  const stamp = (cx: number, cy: number): void => {
    for (let y = Math.max(0, Math.floor(cy - radius)); y <= Math.min(height - 1, cy + radius); y++)
      for (let x = Math.max(0, Math.floor(cx - radius)); x <= Math.min(width - 1, cx + radius); x++)
        if ((x + 0.5 - cx) ** 2 + (y + 0.5 - cy) ** 2 <= radius ** 2)
          set(y * width + x, label === 'fg' ? 1 : 0);
  };
  for (const [i, [x, y]] of points.entries()) {
    const [bx, by] = points[i + 1] ?? [x, y];
    const count = Math.max(1, Math.ceil(Math.hypot(bx - x, by - y)));
    for (let k = 0; k <= count; k++) stamp(x + ((bx - x) * k) / count, y + ((by - y) * k) / count);
  }
}
