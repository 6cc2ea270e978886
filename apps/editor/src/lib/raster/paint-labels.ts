import type { Rect } from '@koma/core/raster';
import type { LabelColours } from './label-look.ts';

/** A plane of one byte a pixel, rows from the top. */
export interface BytePlane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Colours a part of a plane that is halved `level` times. With borders, of each block that becomes a pixel the
 * middle counts, and where it differs from its right or lower neighbour, that pixel is a border: on the screen
 * the line is about a pixel wide whatever the magnification. Without, blocks are averaged.
 * @param rect in pixels of the level; must lie within it
 * @param out straight RGBA8 words, `rect.width * rect.height`
 */
export function paintLabels(
  plane: BytePlane,
  level: number,
  rect: Rect,
  { area, edge }: LabelColours,
  out: Uint32Array,
): void {
  if (edge) paintWithBorders(plane, level, rect, area, edge, out);
  else paintAveraged(plane, level, rect, area, out);
}

function paintWithBorders(
  { width, height, data }: BytePlane,
  level: number,
  rect: Rect,
  area: Uint32Array,
  edge: Uint32Array,
  out: Uint32Array,
): void {
  const middle = (1 << level) >> 1;
  const column = (x: number): number => Math.min(width - 1, (x << level) + middle);
  const row = (y: number): number => Math.min(height - 1, (y << level) + middle) * width;
  let o = 0;
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    const [here, below] = [row(y), row(y + 1)];
    let value = data[here + column(rect.x)]!;
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      const right = data[here + column(x + 1)]!;
      const down = data[below + column(x)]!;
      // The border belongs to what has a label, on whichever side it lies.
      if (value === right && value === down) out[o++] = area[value]!;
      else out[o++] = edge[value !== 0 ? value : right !== 0 ? right : down]!;
      value = right;
    }
  }
}

/** The mean alpha of four samples of each block: enough for the edges of what is drawn smaller than it is. */
function paintAveraged(
  { width, height, data }: BytePlane,
  level: number,
  rect: Rect,
  area: Uint32Array,
  out: Uint32Array,
): void {
  const side = 1 << level;
  const [near, far] = [side >> 2, Math.min(side - 1, side - (side >> 2))];
  const colour = area[0]! & 0xffffff;
  let o = 0;
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    const top = Math.min(height - 1, (y << level) + near) * width;
    const bottom = Math.min(height - 1, (y << level) + far) * width;
    for (let x = rect.x; x < rect.x + rect.width; x++) {
      const left = Math.min(width - 1, (x << level) + near);
      const right = Math.min(width - 1, (x << level) + far);
      const alpha =
        (area[data[top + left]!]! >>> 24) +
        (area[data[top + right]!]! >>> 24) +
        (area[data[bottom + left]!]! >>> 24) +
        (area[data[bottom + right]!]! >>> 24);
      out[o++] = (((alpha + 2) >> 2) << 24) | colour;
    }
  }
}

/** A rectangle of the plane in pixels of a level, with one more on each side for borders, cut at the level. */
export function rectOnLevel(rect: Rect, level: number, plane: { width: number; height: number }): Rect {
  const side = 1 << level;
  const x = Math.max(0, Math.floor(rect.x / side) - 1);
  const y = Math.max(0, Math.floor(rect.y / side) - 1);
  const right = Math.min(Math.ceil(plane.width / side), Math.ceil((rect.x + rect.width) / side) + 1);
  const bottom = Math.min(Math.ceil(plane.height / side), Math.ceil((rect.y + rect.height) / side) + 1);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
