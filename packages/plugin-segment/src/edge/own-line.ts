import type { BorderPoints } from './border-points.ts';
import type { EdgeFrame } from './edge-frame.ts';
import type { InkPlane } from './ink-plane.ts';
import { SLACK, type LineExtents } from './line-extents.ts';

/** Pixels up to this far to the side of a point's direction count as in front of it, in px. */
const ASIDE = 0.5;

/**
 * The labels with the line between subject and background given to one of them, a byte a pixel of the frame, 1 where
 * the subject is. Ink goes to the owner if it can be reached from the border through ink, no farther than the line
 * goes there. Where the border ran beside the line, it is moved to it.
 */
export function ownLine(
  frame: EdgeFrame,
  ink: InkPlane,
  points: BorderPoints,
  extents: LineExtents,
  owner: 'subject' | 'background',
): Uint8Array {
  const hard = frame.labels.slice();
  const reach = new Reach(frame, points);
  const { line, inner, outer } = extents;
  reach.spread(0, (at, i, distance) =>
    ink.has(at)
      ? owner === 'subject' && line[i] !== 0 && distance <= outer[i]! + SLACK
      : distance < inner[i]!,
  );
  for (const at of reach.taken()) hard[at] = 1;
  reach.spread(1, (at, i, distance) => {
    if (line[i] === 0) return false;
    return ink.has(at) ? owner === 'background' && distance <= SLACK - inner[i]! : distance < -outer[i]!;
  });
  for (const at of reach.taken()) hard[at] = 0;
  return hard;
}

/** Goes out from the border pixel by pixel, breadth first, and keeps in mind which point each pixel comes from. */
class Reach {
  readonly #frame: EdgeFrame;
  readonly #points: BorderPoints;
  readonly #seen: Uint8Array;
  readonly #queue: number[] = [];
  readonly #from: number[] = [];

  constructor(frame: EdgeFrame, points: BorderPoints) {
    this.#frame = frame;
    this.#points = points;
    this.#seen = new Uint8Array(frame.labels.length);
  }

  /** The pixels of the last {@link spread}. */
  taken(): readonly number[] {
    return this.#queue;
  }

  /** @param takes whether a pixel with `label` is taken from a point at a distance in px from the border there */
  spread(label: number, takes: (at: number, point: number, distance: number) => boolean): void {
    const { width, height, labels } = this.#frame;
    const { at, count, normalX, normalY } = this.#points;
    const sign = label === 0 ? 1 : -1;
    const queue = this.#queue;
    const from = this.#from;
    const seen = this.#seen;
    queue.length = 0;
    from.length = 0;
    const offer = (pixel: number, point: number): void => {
      if (seen[pixel] !== 0 || labels[pixel] !== label) return;
      const x = pixel % width;
      const y = (pixel - x) / width;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return;
      const dx = x + 0.5 - this.#points.x[point]!;
      const dy = y + 0.5 - this.#points.y[point]!;
      const along = sign * (dx * normalX[point]! + dy * normalY[point]!);
      // Pixels far to the side of the point are as far as they are.
      const distance = Math.max(along, Math.sqrt(dx * dx + dy * dy) - ASIDE);
      if (!takes(pixel, point, distance)) return;
      seen[pixel] = 1;
      queue.push(pixel);
      from.push(point);
    };
    const offerAround = (pixel: number, point: number): void => {
      for (let row = pixel - width; row <= pixel + width; row += width)
        for (let next = row - 1; next <= row + 1; next++) offer(next, point);
    };
    for (let point = 0; point < count; point++) offerAround(at[point]!, point);
    for (let i = 0; i < queue.length; i++) offerAround(queue[i]!, from[i]!);
  }
}
