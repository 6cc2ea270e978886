import { SAME_SIDE, type BorderPoints } from './border-points.ts';
import type { EdgeFrame } from './edge-frame.ts';
import type { InkPlane } from './ink-plane.ts';

/** How far beside the line the labels' border may lie, in px. */
const BESIDE = 2.5;
/** Ink this much beyond the line's usual edge still belongs to it, in px: wobbles of the pen, and rounding. */
export const SLACK = 0.5;
/** Distance of the samples along a direction, in px. */
const STEP = 0.5;
/** Ink up to this grey can be a black area that an outline has run into; lighter areas are areas of colour. */
const BLACK = 80;

/**
 * Where the line is at each border point, along the point's direction, in px from the border (out is positive):
 * it goes from `inner` to `outer`. All three are 0 where there is no line.
 */
export interface LineExtents {
  /** 1 where there is one. */
  readonly line: Uint8Array;
  readonly inner: Float32Array;
  readonly outer: Float32Array;
}

/**
 * The line ends where at least this share of the points around see it end: less than the half, since what touches the
 * line makes it longer and next to nothing makes it shorter.
 */
const SHARE = 0.2;

/** So many of the points around must lie on ink: outlines have gaps. */
const LEAST_ON = 0.5;
/** Or so many must see ink beside them. */
const LEAST_BESIDE = 0.85;
/** There must be a middle that is ink for all of them but this share on each side. */
const SPREAD = 0.15;
/** Where both ends of the ink are this uneven, in px, that middle must have this share of a line's width. */
const UNEVEN = 1.5;
const LEAST_CORE = 0.5;

/** How far ink can lie that has a say in a point's extents, and how far a line can reach from its point, in px. */
export function extentReach(lineWidth: number): number {
  return 2 * Math.ceil(longestRay(lineWidth)) + windowRadius(lineWidth) + 1;
}

/** A ray longer than this in ink is in a black area and not in a line. */
function longestRay(lineWidth: number): number {
  return 1.5 * lineWidth + 3;
}

/** No line that is owned is wider than this, px. */
export function widestLine(lineWidth: number): number {
  return 2 * Math.ceil(longestRay(lineWidth));
}

function windowRadius(lineWidth: number): number {
  return Math.min(14, Math.max(10, Math.ceil(1.5 * lineWidth) + 4));
}

/**
 * Measures the line at each border point, and takes what most of the points around agree on: so neither dots of a tone nor
 * other lines that run into the line count as a part of its width. Where they see ink at different
 * distances, it is no line.
 */
export function lineExtents(
  frame: EdgeFrame,
  ink: InkPlane,
  points: BorderPoints,
  lineWidth: number,
): LineExtents {
  const steps = Math.ceil(longestRay(lineWidth) / STEP);
  const runs: Runs = {
    found: new Uint8Array(points.count),
    low: new Int16Array(points.count),
    high: new Int16Array(points.count),
    inner: new Int16Array(points.count),
    outer: new Int16Array(points.count),
  };
  for (let i = 0; i < points.count; i++) measure(frame, ink, points, i, steps, lineWidth, runs);
  return agree(frame, points, runs, steps, lineWidth);
}

/** The run of ink at each point, in steps from the border, first as it is and then what of it is the line's. */
interface Runs {
  readonly found: Uint8Array;
  readonly low: Int16Array;
  readonly high: Int16Array;
  readonly inner: Int16Array;
  readonly outer: Int16Array;
}

function measure(
  { width, height, grey }: EdgeFrame,
  ink: InkPlane,
  points: BorderPoints,
  i: number,
  steps: number,
  lineWidth: number,
  into: Runs,
): void {
  const dx = points.normalX[i]!;
  const dy = points.normalY[i]!;
  if (dx === 0 && dy === 0) return;
  // Samples lie half a step off the border, so that none is on it.
  const sample = (k: number): number => {
    const px = Math.floor(points.x[i]! + (k + 0.5) * STEP * dx);
    const py = Math.floor(points.y[i]! + (k + 0.5) * STEP * dy);
    return px < 0 || py < 0 || px >= width || py >= height ? -1 : py * width + px;
  };
  const inked = (k: number): boolean => {
    const pixel = sample(k);
    return pixel >= 0 && ink.has(pixel);
  };
  const start = nearestInk(inked);
  if (start === undefined) return;
  let low = start;
  while (low - 1 >= -steps && inked(low - 1)) low--;
  let high = start + 1;
  while (high < steps && inked(high)) high++;
  const wideIn = low === -steps;
  const wideOut = high === steps;
  // Dark areas beside light ones are areas of colour; only black ones can have an outline in them.
  if (wideIn && grey[sample(low)]! > BLACK) return;
  if (wideOut && grey[sample(high - 1)]! > BLACK) return;
  into.found[i] = 1;
  into.low[i] = low;
  into.high[i] = high;
  into.inner[i] = wideIn ? Math.min(0, high) : low;
  into.outer[i] = high;
  if (!wideOut) return;
  // The outline has run into a black area: it keeps the usual width there.
  const rim = wideIn ? 0 : low + Math.round((lineWidth - SLACK) / STEP);
  into.outer[i] = Math.max(0, rim);
}

/** Ink at the border, or else outside of it, or else inside: what a narrow subject has inside is its other side. */
function nearestInk(inked: (k: number) => boolean): number | undefined {
  if (inked(0)) return 0;
  if (inked(-1)) return -1;
  for (let k = 1; k * STEP < BESIDE; k++) if (inked(k)) return k;
  for (let k = 1; k * STEP < BESIDE; k++) if (inked(-1 - k)) return -1 - k;
  return undefined;
}

function agree(
  { width, height }: EdgeFrame,
  points: BorderPoints,
  runs: Runs,
  steps: number,
  lineWidth: number,
): LineExtents {
  const radius = windowRadius(lineWidth);
  const inner = new Float32Array(points.count);
  const outer = new Float32Array(points.count);
  const line = new Uint8Array(points.count);
  const histogram = new Int32Array(2 * steps + 1);
  const { normalX, normalY, numbers } = points;
  const near: number[] = [];
  const quantile = (values: Int16Array, share: number): number => {
    histogram.fill(0);
    for (const i of near) histogram[values[i]! + steps]!++;
    return (quantileOf(histogram, near.length, share) - steps) * STEP;
  };
  for (let i = 0; i < points.count; i++) {
    near.length = 0;
    let all = 0;
    let on = 0;
    const x = points.at[i]! % width;
    const y = Math.floor(points.at[i]! / width);
    const right = Math.min(width - 1, x + radius);
    const bottom = Math.min(height - 1, y + radius);
    for (let py = Math.max(0, y - radius); py <= bottom; py++)
      for (let at = py * width + Math.max(0, x - radius); at <= py * width + right; at++) {
        const other = numbers[at]!;
        if (other < 0 || normalX[i]! * normalX[other]! + normalY[i]! * normalY[other]! < SAME_SIDE) continue;
        all++;
        if (runs.found[other] === 0) continue;
        near.push(other);
        if (runs.low[other]! <= 0 && runs.high[other]! >= 0) on++;
      }
    if (on < LEAST_ON * all && near.length < LEAST_BESIDE * all) continue;
    // Dots of a tone, or the ends of lines, lie at this distance here and at that distance there.
    const [lowFrom, lowTo] = [quantile(runs.low, SPREAD), quantile(runs.low, 1 - SPREAD)];
    const [highFrom, highTo] = [quantile(runs.high, SPREAD), quantile(runs.high, 1 - SPREAD)];
    const unevenIn = lowTo - lowFrom > UNEVEN;
    const unevenOut = highTo - highFrom > UNEVEN;
    if (highFrom - lowTo < (unevenIn && unevenOut ? LEAST_CORE * lineWidth : STEP)) continue;
    line[i] = 1;
    inner[i] = quantile(runs.inner, 1 - SHARE);
    outer[i] = quantile(runs.outer, SHARE);
    // A border that runs beside its line is moved to it, but not to the dots of a tone.
    if (unevenIn || unevenOut) {
      inner[i] = Math.min(0, inner[i]!);
      outer[i] = Math.max(0, outer[i]!);
    }
  }
  return { line, inner, outer };
}

/** The least value that a share of a histogram is not above. */
function quantileOf(histogram: Int32Array, count: number, share: number): number {
  let below = 0;
  for (let value = 0; ; value++) {
    below += histogram[value]!;
    if (below >= share * count) return value;
  }
}
