import type { MaskOutline } from '@koma/core/tools';
import type { Size, View } from '#lib/studio/view.ts';

/** Vertices of a loop that are looked at or left out together. */
const CHUNK = 256;
/** Numbers of a chunk in {@link OutlineChunks.ranges} and in its bounds. */
const RANGE = 4;

/**
 * Loops of an outline, cut into runs of edges whose bounds are known, so that what is off the screen costs
 * nothing. Flat arrays: the selection of a page of screentone has a hundred thousand loops.
 */
export interface OutlineChunks {
  readonly points: Int32Array;
  readonly count: number;
  /**
   * Four numbers a chunk, counted in vertices: the first vertex of the chunk, the end of its last edge
   * (which may be the end of the loop: its first vertex again), and the first and the end of the loop.
   */
  readonly ranges: Uint32Array;
  /** Left, top, right and bottom of each chunk, pixels of the document. */
  readonly bounds: Int32Array;
}

export function outlineChunks({ points, starts }: MaskOutline): OutlineChunks {
  let count = 0;
  for (let i = 0; i + 1 < starts.length; i++) count += Math.ceil((starts[i + 1]! - starts[i]!) / (2 * CHUNK));
  const ranges = new Uint32Array(RANGE * count);
  const bounds = new Int32Array(RANGE * count);
  let chunk = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    const first = starts[i]! / 2;
    const end = starts[i + 1]! / 2;
    for (let from = first; from < end; from += CHUNK, chunk += RANGE) {
      const to = Math.min(end, from + CHUNK);
      ranges[chunk] = from;
      ranges[chunk + 1] = to;
      ranges[chunk + 2] = first;
      ranges[chunk + 3] = end;
      measure(points, from, to, first, end, bounds, chunk);
    }
  }
  return { points, count, ranges, bounds };
}

function measure(
  points: Int32Array,
  from: number,
  to: number,
  first: number,
  end: number,
  bounds: Int32Array,
  at: number,
): void {
  let left = points[2 * from]!;
  let top = points[2 * from + 1]!;
  let right = left;
  let bottom = top;
  for (let i = from + 1; i <= to; i++) {
    const vertex = i === end ? first : i;
    const x = points[2 * vertex]!;
    const y = points[2 * vertex + 1]!;
    if (x < left) left = x;
    else if (x > right) right = x;
    if (y < top) top = y;
    else if (y > bottom) bottom = y;
  }
  bounds[at] = left;
  bounds[at + 1] = top;
  bounds[at + 2] = right;
  bounds[at + 3] = bottom;
}

/** Where a path goes: a `Path2D`, a canvas or a recorder. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** CSS pixels around the screen that still count as on it: the width of a line and some. */
const MARGIN = 4;
/** CSS pixels of extent below which a loop may be left out where there are too many. */
const SMALL = 48;
/** Small loops that are drawn at most, or nearly so. */
const MOST_SMALL = 3000;

/**
 * Puts the parts of outlines that are on the screen into a path, in CSS pixels, on the middle of pixels.
 * Vertices that fall onto the pixel of the one before are left out, edges end at the screen's edge, and of
 * thousands of small loops only every second, fourth... is drawn: what it costs depends on the screen's
 * size, not on the outline's.
 * @returns the length of the path in CSS pixels
 */
export function traceVisible(chunks: OutlineChunks, view: View, size: Size, sink: PathSink): number {
  const { count, bounds } = chunks;
  const { zoom, panX, panY } = view;
  const minX = (-MARGIN - panX) / zoom;
  const minY = (-MARGIN - panY) / zoom;
  const maxX = (size.width + MARGIN - panX) / zoom;
  const maxY = (size.height + MARGIN - panY) / zoom;
  const visible: number[] = [];
  let small = 0;
  for (let at = 0; at < RANGE * count; at += RANGE) {
    if (bounds[at + 2]! < minX || bounds[at]! > maxX) continue;
    if (bounds[at + 3]! < minY || bounds[at + 1]! > maxY) continue;
    visible.push(at);
    if (isSmall(chunks, at, zoom)) small++;
  }
  // A power of two, so that moving the picture by a pixel does not choose others.
  let every = 1;
  while (small / every > MOST_SMALL) every *= 2;
  let length = 0;
  for (const at of visible)
    if (every === 1 || (at / RANGE) % every === 0 || !isSmall(chunks, at, zoom))
      length += traceChunk(chunks, at, view, size, sink);
  return length;
}

/** Whether a chunk is a whole loop that is small on the screen. */
function isSmall({ ranges, bounds }: OutlineChunks, at: number, zoom: number): boolean {
  const isWhole = ranges[at] === ranges[at + 2] && ranges[at + 1] === ranges[at + 3];
  const width = (bounds[at + 2]! - bounds[at]!) * zoom;
  const height = (bounds[at + 3]! - bounds[at + 1]!) * zoom;
  return isWhole && width < SMALL && height < SMALL;
}

function traceChunk(
  { points, ranges }: OutlineChunks,
  at: number,
  { zoom, panX, panY }: View,
  { width, height }: Size,
  sink: PathSink,
): number {
  const from = ranges[at]!;
  const to = ranges[at + 1]!;
  const end = ranges[at + 3]!;
  const maxX = width + MARGIN;
  const maxY = height + MARGIN;
  let length = 0;
  let x = Math.round(points[2 * from]! * zoom + panX) + 0.5;
  let y = Math.round(points[2 * from + 1]! * zoom + panY) + 0.5;
  let penX = Number.NaN;
  let penY = Number.NaN;
  for (let i = from + 1; i <= to; i++) {
    const vertex = i === end ? ranges[at + 2]! : i;
    const nextX = Math.round(points[2 * vertex]! * zoom + panX) + 0.5;
    const nextY = Math.round(points[2 * vertex + 1]! * zoom + panY) + 0.5;
    if (nextX === x && nextY === y) continue;
    // Edges are level or upright, unless rounding has joined several: clamping the ends of such a short
    // one moves it by less than the margin, out of sight.
    const startX = clamp(x, maxX);
    const startY = clamp(y, maxY);
    const endX = clamp(nextX, maxX);
    const endY = clamp(nextY, maxY);
    x = nextX;
    y = nextY;
    if (startX === endX && startY === endY) continue;
    if (isOutside(startX, endX, maxX) || isOutside(startY, endY, maxY)) continue;
    if (startX !== penX || startY !== penY) sink.moveTo(startX, startY);
    sink.lineTo(endX, endY);
    penX = endX;
    penY = endY;
    length += Math.abs(endX - startX) + Math.abs(endY - startY);
  }
  return length;
}

function clamp(place: number, max: number): number {
  return place < -MARGIN ? -MARGIN : place > max ? max : place;
}

/** Whether an edge that was clamped lies along the border of what is drawn. */
function isOutside(start: number, end: number, max: number): boolean {
  return start === end && (start === -MARGIN || start === max);
}
