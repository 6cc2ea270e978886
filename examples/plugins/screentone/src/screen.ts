import { SHAPES, type Shape } from './shapes.ts';

/** How a screen lies on the paper. */
export interface ScreenOptions {
  readonly shape: Shape;
  /** Width of a cell, pixels: resolution in dots per inch over lines per inch. */
  readonly cell: number;
  /** Degrees, anticlockwise. */
  readonly angle: number;
  /** `false`: a pixel is ink or it is not, as printers for manga want it. */
  readonly smooth: boolean;
}

/** Tells how much of a pixel is ink: 0-1. `x` and `y` are whole pixels, `tone` is 0-1. */
export type Screen = (x: number, y: number, tone: number) => number;

/** A pixel on an edge is looked at in this many places each way. */
const SAMPLES = 5;
/** Tones that are told apart. */
const TONES = 4096;
/** Half of a pixel's diagonal: whatever is nearer to an edge may be cut by it. */
const HALF_DIAGONAL = Math.SQRT1_2;

/**
 * A screen of dots or lines (amplitude modulation): the darker, the larger they are. Inside and outside are told
 * by one distance; only pixels that an edge may cut are sampled, so that a tone of 3 % still covers 3 %.
 */
export function createScreen({ shape, cell, angle, smooth }: ScreenOptions): Screen {
  const { distance, reach, steepness } = SHAPES[shape];
  const reaches = Float64Array.from({ length: TONES + 1 }, (_, i) => reach(i / TONES));
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians) / cell;
  const sin = Math.sin(radians) / cell;
  const margin = (HALF_DIAGONAL * steepness) / cell;
  const at = (px: number, py: number): number => {
    const u = px * cos - py * sin;
    const v = px * sin + py * cos;
    return distance(u - Math.round(u), v - Math.round(v));
  };
  return (x, y, tone) => {
    if (tone <= 0) return 0;
    if (tone >= 1) return 1;
    const limit = reaches[Math.round(tone * TONES)]!;
    const middle = at(x + 0.5, y + 0.5);
    if (!smooth) return middle < limit ? 1 : 0;
    if (middle < limit - margin) return 1;
    // The far side of a cell may be nearer to the next one's ink than to its own: distances are to the nearest.
    if (middle > limit + margin) return 0;
    let inside = 0;
    for (let j = 0.5 / SAMPLES; j < 1; j += 1 / SAMPLES)
      for (let i = 0.5 / SAMPLES; i < 1; i += 1 / SAMPLES) if (at(x + i, y + j) < limit) inside++;
    return inside / SAMPLES ** 2;
  };
}

/**
 * The middle of the cell that a pixel's own middle lies in, pixels.
 * Dots that take their tone from there stay whole where the tone changes.
 */
export function cellMiddle(
  { cell, angle }: Pick<ScreenOptions, 'cell' | 'angle'>,
  x: number,
  y: number,
): readonly [x: number, y: number] {
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const u = Math.round(((x + 0.5) * cos - (y + 0.5) * sin) / cell) * cell;
  const v = Math.round(((x + 0.5) * sin + (y + 0.5) * cos) / cell) * cell;
  return [u * cos + v * sin, v * cos - u * sin];
}
