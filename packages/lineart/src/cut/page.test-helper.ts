import type { GreyPlane } from '../page/page-image.ts';
import { randomOf, type Random } from '../solver/flow-oracle.test-helper.ts';

/** A page with soft-edged circles of lines `lineWidth` px wide, and noise of up to `noise` grey levels. */
export function circlesPage(
  width: number,
  height: number,
  seed: number,
  { lineWidth = 4, noise = 0, circles = 12 } = {},
): GreyPlane {
  const random = randomOf(seed);
  const data = Uint8Array.from({ length: width * height }, () => 255 - random(noise + 1));
  for (let n = 0; n < circles; n++)
    drawCircle(
      { width, height, data },
      random(width),
      random(height),
      10 + random(Math.ceil(width / 4)),
      lineWidth,
    );
  return { width, height, data };
}

/** A circle's outline, one pixel of it soft at both rims. */
export function drawCircle(grey: GreyPlane, cx: number, cy: number, radius: number, lineWidth: number): void {
  const reach = Math.ceil(radius + lineWidth);
  for (let y = Math.max(0, cy - reach); y < Math.min(grey.height, cy + reach); y++) {
    for (let x = Math.max(0, cx - reach); x < Math.min(grey.width, cx + reach); x++) {
      const depth = lineWidth / 2 + 0.5 - Math.abs(Math.hypot(x - cx, y - cy) - radius);
      const ink = Math.min(1, Math.max(0, depth));
      grey.data[y * grey.width + x]! *= 1 - ink;
    }
  }
}

/** Labels of a disc, its border in steps of `block` pixels as regions at work size have them. */
export function disc(
  { width, height }: GreyPlane,
  cx: number,
  cy: number,
  radius: number,
  block = 2,
): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const x = Math.floor((i % width) / block) * block + block / 2;
    const y = Math.floor(i / width / block) * block + block / 2;
    return Math.hypot(x - cx, y - cy) < radius ? 1 : 0;
  });
}

/** Parts of a page around scattered points, each pixel in that of its nearest one: a region graph's nodes. */
export function scatteredRegions(width: number, height: number, cell: number, random: Random): Uint32Array {
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const points = Array.from({ length: columns * rows }, (_, i) => ({
    x: (i % columns) * cell + random(cell),
    y: Math.floor(i / columns) * cell + random(cell),
  }));
  return Uint32Array.from({ length: width * height }, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    let best = 0;
    let least = Infinity;
    for (let row = Math.floor(y / cell) - 1; row <= Math.floor(y / cell) + 1; row++) {
      for (let column = Math.floor(x / cell) - 1; column <= Math.floor(x / cell) + 1; column++) {
        if (row < 0 || column < 0 || row >= rows || column >= columns) continue;
        const point = points[row * columns + column]!;
        const distance = (point.x - x) ** 2 + (point.y - y) ** 2;
        if (distance < least) [best, least] = [row * columns + column, distance];
      }
    }
    return best;
  });
}
