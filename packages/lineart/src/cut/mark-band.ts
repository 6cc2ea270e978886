import { Band, grown, isUniform, type BandPlane } from './band-plane.ts';
import type { PixelRect } from './pixel-cut.ts';

/**
 * Sets {@link Band.FREE} for the pixels of a rectangle that lie at most `radius` from a border of the
 * labels (chessboard distance; 1 at the border itself) and may change.
 *
 * The middle of parts that are narrower than the band stays, where it is at least `thin` from the border:
 * otherwise the cheapest cut of a strand of hair would be none at all.
 *
 * @param rect on the page, inside the plane; the plane must reach `radius` + 2 beyond it, or to the page's
 *   edge
 * @returns whether there is a border so near
 */
export function markBand(plane: BandPlane, rect: PixelRect, radius: number, thin: number): boolean {
  const around = grown(rect, radius + 2, plane.rect);
  if (isUniform(plane, around)) return false;
  const { width, height } = around;
  const stride = plane.rect.width;
  const start = (around.y - plane.rect.y) * stride + around.x - plane.rect.x;
  const { distance, near } = distances(plane.data, start, stride, width, height, radius);
  const left = rect.x - around.x;
  const top = rect.y - around.y;
  for (const i of near) {
    const x = i % width;
    const y = (i - x) / width;
    if (x < left || y < top || x >= left + rect.width || y >= top + rect.height) continue;
    if (distance[i]! >= thin && isMiddle(distance, width, height, x, y)) continue;
    const at = start + y * stride + x;
    if (!(plane.data[at]! & Band.FIXED)) plane.data[at]! |= Band.FREE;
  }
  return true;
}

/**
 * Chessboard distances from the border of the labels, ring by ring.
 *
 * @returns `distance`: from 1 to `radius`, beyond that `radius` + 1; `near`: the pixels up to `radius`
 */
function distances(
  data: Uint8Array,
  start: number,
  stride: number,
  width: number,
  height: number,
  radius: number,
): { distance: Uint8Array; near: Int32Array } {
  const far = radius + 1;
  const distance = new Uint8Array(width * height).fill(far);
  const near = new Int32Array(width * height);
  let count = 0;
  const reach = (i: number, d: number): void => {
    if (distance[i] !== far) return;
    distance[i] = d;
    near[count++] = i;
  };
  // Windows of 2 x 2 pixels, or fewer where the page has no more.
  const across = width > 1 ? 1 : 0;
  const down = height > 1 ? 1 : 0;
  for (let y = 0; y < height - down; y++) {
    for (let x = 0, i = start + y * stride; x < width - across; x++, i++) {
      const below = i + down * stride;
      const label = data[i]!;
      const others = (label ^ data[i + across]!) | (label ^ data[below]!) | (label ^ data[below + across]!);
      if (!(others & Band.LABEL)) continue;
      // Where they don't agree, each of them has a neighbour of the other label.
      const to = y * width + x;
      reach(to, 1);
      reach(to + across, 1);
      reach(to + down * width, 1);
      reach(to + down * width + across, 1);
    }
  }
  for (let next = 0; next < count; next++) {
    const i = near[next]!;
    const d = distance[i]! + 1;
    if (d === far) break;
    const x = i % width;
    for (let row = i < width ? i : i - width; row <= i + width && row < distance.length; row += width) {
      if (x > 0) reach(row - 1, d);
      reach(row, d);
      if (x + 1 < width) reach(row + 1, d);
    }
  }
  return { distance, near: near.subarray(0, count) };
}

/** Whether no neighbour is farther from the border. */
function isMiddle(distance: Uint8Array, width: number, height: number, x: number, y: number): boolean {
  const d = distance[y * width + x]!;
  for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++)
    for (let i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++)
      if (distance[j * width + i]! > d) return false;
  return true;
}
