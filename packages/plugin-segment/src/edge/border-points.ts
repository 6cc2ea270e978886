import type { EdgeFrame } from './edge-frame.ts';
import { edgePixels } from './edge-pixels.ts';

/** Radius of the disc whose share of subject gives a border's direction, in px. */
const NORMAL_RADIUS = 4;

/** The border between subject and background as points with directions. */
export interface BorderPoints {
  readonly count: number;
  /** The subject's pixel each point belongs to, as an index into the frame, ascending. */
  readonly at: Int32Array;
  /** Where the border is there, as if it were smooth: px from the frame's top left corner, pixel centres at .5. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Unit vector from subject to background; 0, 0 where there is none (a line one pixel wide). */
  readonly normalX: Float32Array;
  readonly normalY: Float32Array;
  /** Number of the point at each pixel of the frame, -1 where there is none. */
  readonly numbers: Int32Array;
}

/** Borders whose directions have at least this cosine are the same border, and not two sides of something narrow. */
export const SAME_SIDE = 0.5;
/** Border points up to this far are averaged, in px, in a square: pixels are a staircase, borders are not. */
const SMOOTHING = 3;

/** How far labels can lie that move a border point, in px. */
export function pointReach(): number {
  return NORMAL_RADIUS + SMOOTHING + 1;
}

/**
 * The subject's pixels with a neighbour (of four) in the background, and which way is out: away from the centroid
 * of the subject's part of a disc around each.
 */
export function borderPoints({ width, height, labels }: EdgeFrame): BorderPoints {
  const numbers = new Int32Array(labels.length).fill(-1);
  const found: number[] = [];
  for (const at of edgePixels(labels, width, height, NORMAL_RADIUS)) {
    if (labels[at] === 0) continue;
    if (labels[at - 1] && labels[at + 1] && labels[at - width] && labels[at + width]) continue;
    numbers[at] = found.length;
    found.push(at);
  }
  const normalX = new Float32Array(found.length);
  const normalY = new Float32Array(found.length);
  const disc = discOffsets(NORMAL_RADIUS);
  found.forEach((at, i) => {
    let sumX = 0;
    let sumY = 0;
    for (const [dx, dy] of disc)
      if (labels[at + dy * width + dx] !== 0) {
        sumX -= dx;
        sumY -= dy;
      }
    const length = Math.sqrt(sumX * sumX + sumY * sumY);
    if (length === 0) return;
    normalX[i] = sumX / length;
    normalY[i] = sumY / length;
  });
  const points = { count: found.length, at: Int32Array.from(found), normalX, normalY, numbers };
  return { ...points, ...smoothPositions(points, width, height) };
}

function smoothPositions(
  { count, at, normalX, normalY, numbers }: Omit<BorderPoints, 'x' | 'y'>,
  width: number,
  height: number,
): Pick<BorderPoints, 'x' | 'y'> {
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const column = at[i]! % width;
    const row = Math.floor(at[i]! / width);
    let sumX = 0;
    let sumY = 0;
    let weight = 0;
    for (let py = Math.max(0, row - SMOOTHING); py <= Math.min(height - 1, row + SMOOTHING); py++)
      for (let px = Math.max(0, column - SMOOTHING); px <= Math.min(width - 1, column + SMOOTHING); px++) {
        const other = numbers[py * width + px]!;
        if (other < 0) continue;
        if (other !== i && normalX[i]! * normalX[other]! + normalY[i]! * normalY[other]! < SAME_SIDE)
          continue;
        // The border runs between a pixel and its neighbour outside.
        sumX += px + 0.5 + 0.5 * normalX[other]!;
        sumY += py + 0.5 + 0.5 * normalY[other]!;
        weight++;
      }
    x[i] = sumX / weight;
    y[i] = sumY / weight;
  }
  return { x, y };
}

function discOffsets(radius: number): [number, number][] {
  const offsets: [number, number][] = [];
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      if (dx * dx + dy * dy <= radius * radius) offsets.push([dx, dy]);
  return offsets;
}
