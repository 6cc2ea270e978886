import type { PixelCut, PixelRect } from './pixel-cut.ts';

/**
 * The energy of labels: of the pixels of a rectangle and of the cuts across its border.
 *
 * @param labels of the whole grid, 1 subject, 0 background
 * @param rect inside the grid; absent: the whole grid
 */
export function pixelEnergy(
  cut: PixelCut,
  labels: Uint8Array,
  rect: PixelRect = { x: 0, y: 0, ...cut },
): number {
  const { width, height, price, pull, fixed } = cut;
  let energy = 0;
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      const i = y * width + x;
      const label = labels[i]!;
      const cutTo = (j: number) => (labels[j] === label ? 0 : Math.min(price[i]!, price[j]!));
      if (x + 1 < width) energy += cutTo(i + 1);
      if (y + 1 < height) energy += cutTo(i + width);
      if (x === rect.x && x > 0) energy += cutTo(i - 1);
      if (y === rect.y && y > 0) energy += cutTo(i - width);
      if (pull && !fixed?.[i]) energy += Math.max(0, label ? -pull[i]! : pull[i]!);
    }
  }
  return energy;
}
