import type { Mask } from '@koma/core/tools';

/**
 * How far each pixel's centre lies outside of an antialiased edge, in px: the distance to the nearest covered pixel,
 * less how far the edge reaches beyond that pixel's centre, taken from its coverage. S. Gustavson and R. Strand,
 * "Anti-aliased Euclidean distance transform", Pattern Recognition Letters 32, 2011, with their edge function of a
 * straight edge. Each pixel hands its nearest covered one on to its neighbours until nobody gets nearer, so that only
 * what lies within the limit costs time.
 * @param limit px; farther pixels get `Infinity`
 * @returns a number a pixel; at most 0.5 where the pixel is covered in part
 */
export function distanceOutside({ width, height, data }: Mask, limit: number): Float32Array {
  const distances = new Float32Array(data.length).fill(Infinity);
  const origin = new Int32Array(data.length);
  const queue: number[] = [];
  for (let at = 0; at < data.length; at++) {
    if (data[at] === 0) continue;
    distances[at] = 0.5 - data[at]! / 255;
    origin[at] = at;
    // Beyond a row's ends this looks at the next row's, which makes a pixel too many at most.
    if (data[at]! < 255 || isBesideUncovered(data, width, at)) queue.push(at);
  }
  for (let i = 0; i < queue.length; i++) {
    const at = queue[i]!;
    const from = origin[at]!;
    const share = data[from]! / 255;
    const [x, y] = [at % width, Math.floor(at / width)];
    const [fromX, fromY] = [from % width, Math.floor(from / width)];
    for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY++)
      for (let nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX++) {
        const near = nearY * width + nearX;
        if (data[near] === 255 || near === from) continue;
        const dx = nearX - fromX;
        const dy = nearY - fromY;
        const length = Math.sqrt(dx * dx + dy * dy);
        if (length - HALF_DIAGONAL >= distances[near]!) continue;
        const distance = Math.fround(length + edgeOffset(dx / length, dy / length, share));
        if (distance >= distances[near]! || distance > limit) continue;
        distances[near] = distance;
        origin[near] = from;
        queue.push(near);
      }
  }
  return distances;
}

/** No edge reaches farther beyond its pixel's centre, px. */
const HALF_DIAGONAL = Math.SQRT1_2;

function isBesideUncovered(data: Uint8Array, width: number, at: number): boolean {
  for (let row = at - width; row <= at + width; row += width)
    for (let near = row - 1; near <= row + 1; near++) if (data[near]! < 255) return true;
  return false;
}

/**
 * Distance from a pixel's centre to the straight edge that covers a share of it, negative where the centre is
 * covered; the edge is perpendicular to (x, y), a unit vector.
 */
export function edgeOffset(x: number, y: number, share: number): number {
  const long = Math.max(Math.abs(x), Math.abs(y));
  const short = Math.min(Math.abs(x), Math.abs(y));
  // Coverage at which the edge leaves the pixel's corner.
  const corner = short / (2 * long);
  if (share < corner) return (long + short) / 2 - Math.sqrt(2 * long * short * share);
  if (share <= 1 - corner) return (0.5 - share) * long;
  return Math.sqrt(2 * long * short * (1 - share)) - (long + short) / 2;
}
