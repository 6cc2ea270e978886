import type { Rect } from '../../raster/index.ts';
import { finish, inBlocks, part, rowsOfBlock, type Steps } from '../../steps/index.ts';
import { ascendSteps } from './ascend.ts';
import { floodFillSteps, maskOfValueSteps } from './flood-fill.ts';
import type { RegionWatcher } from './growing-region.ts';
import { floodRooms } from './flood-rooms.ts';
import { SpanFlood } from './flood-spans.ts';
import type { BinaryPlane, Mask, PlacedMask } from './mask.ts';
import { trimMask } from './mask-bounds.ts';
import { gapDepth, heartOf, placeDepthsSteps } from './open-space.ts';
import { BARRIER, FIRST_LABEL, UNASSIGNED, watershedSteps } from './watershed.ts';

const OTHER_ROOM = FIRST_LABEL;
const OWN_ROOM = FIRST_LABEL + 1;
/** Open space that may turn out to be a room. */
const OPEN = FIRST_LABEL + 2;
/** Nearer to a line than half the gap. */
const NEAR = FIRST_LABEL + 3;

/** Pixels that are flooded between two stops. */
const BLOCK = 2 ** 18;

/**
 * Flood fill that does not leak through gaps in the lines, and still reaches into every corner.
 *
 * Places farther than half a gap from all lines are open space; gaps cut it into rooms, which are at least
 * 5 px wider than the gap. The room of the seed and all others then grow over what is left, wide places
 * first, and meet in the gaps ({@link watershed}).
 * So a closed shape with one room is filled exactly as by {@link floodFill}, and where a line is open the fill
 * ends at the narrowest place. The canvas's edge closes a room as a line does.
 *
 * A seed in a room too narrow to hold open space fills that room, see {@link ascend}; where no place at all
 * is open, the fill is the plain one.
 *
 * Work memory: three bytes per pixel of the bounds of the plain fill, and up to 8 more for each pixel that waits
 * near a line.
 *
 * @param passable 1 where the fill may go
 * @param x the seed in px; fractions are dropped
 * @param y likewise
 * @param gap px, 0 to 30 (more counts as 30): gaps along a row or column are closed up to this many clear
 * pixels, gaps in any direction if the line's ends are at most this far apart; 0 is a plain flood fill
 * @returns coverage 0 or 255 cut to its bounds; empty where the seed is not passable
 */
export function gapFill(passable: BinaryPlane, x: number, y: number, gap: number): PlacedMask {
  return finish(gapFillSteps(passable, x, y, gap));
}

/** {@link gapFill} in steps. @param watch is told of the room when its middle is known */
export function* gapFillSteps(
  passable: BinaryPlane,
  x: number,
  y: number,
  gap: number,
  watch?: RegionWatcher,
): Steps<PlacedMask> {
  if (gap < 1) return yield* floodFillSteps(passable, x, y, watch);
  const plain = yield* part(floodFillSteps(passable, x, y), 0, 0.15);
  if (plain.width === 0) return plain;
  const limit = gapDepth(gap);
  const labels = yield* part(unassigned(plain), 0.15, 0.2);
  const { width, height, data } = labels;
  const depths = yield* part(placeDepthsSteps(labels, limit), 0.2, 0.65);
  const heart = heartOf(limit);
  if (!depths.includes(heart)) return plain;

  const seed = (Math.floor(y) - plain.y + 1) * width + Math.floor(x) - plain.x + 1;
  const ascent = yield* part(ascendSteps(data, depths, width, seed, limit), 0.65, 0.67);
  if (ascent === undefined) return plain;
  const separate = inBlocks(data.length, (from, to) => {
    for (let i = from; i < to; i++)
      if (data[i] !== BARRIER) data[i] = depths[i]! > ascent.limit ? OPEN : NEAR;
  });
  yield* part(separate, 0.67, 0.73);
  watch?.({ x: plain.x - 1, y: plain.y - 1, width, height, data, value: OWN_ROOM });
  const flood = new SpanFlood(data, width, height);
  const { summit, path } = ascent;
  yield* part(flood.steps(summit % width, Math.floor(summit / width), OWN_ROOM), 0.73, 0.76);
  const own = flood.bounds;
  const rooms = floodRooms(data, depths, flood, { width, from: OPEN, to: OTHER_ROOM, heart });
  if ((yield* part(rooms, 0.76, 0.8)) === 0) return plain;
  for (let i = data.indexOf(OPEN); i >= 0; i = data.indexOf(OPEN, i + 1)) data[i] = NEAR;
  for (const pixel of path) if (data[pixel] === NEAR) data[pixel] = OWN_ROOM;
  const reach = yield* part(reachOf({ width, height, data }, own, path, flood), 0.8, 0.85);
  const rows = [reach.y, reach.y + reach.height] as const;
  yield* part(watershedSteps(data, depths, width, heart + 1, rows), 0.85, 0.97);
  const room = yield* part(maskOfValueSteps(data, width, reach, OWN_ROOM), 0.97, 1);
  return trimMask({ ...room, x: plain.x + reach.x - 1, y: plain.y + reach.y - 1 });
}

/**
 * Marks as {@link UNASSIGNED} what the room can grow over at all: what is connected to it through places near lines.
 * All the rest of the page is none of its business, and mostly far larger.
 * @param own bounds of the room's open space
 * @param flood floods the same labels
 * @returns the bounds of the room and of what is marked
 */
function* reachOf(labels: Mask, own: Rect, path: readonly number[], flood: SpanFlood): Steps<Rect> {
  const { width, data } = labels;
  let [left, top, right, bottom] = [own.x, own.y, own.x + own.width, own.y + own.height];
  const include = (rect: Rect): void => {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  };
  const steps = [-1, 1, -width, width];
  const spread = function* (pixel: number): Steps<void> {
    for (const step of steps) {
      const next = pixel + step;
      if (data[next] !== NEAR) continue;
      flood.start(next % width, Math.floor(next / width), UNASSIGNED);
      while (flood.advance(BLOCK)) yield 0;
      include(flood.bounds);
    }
  };
  for (const pixel of path) {
    include({ x: pixel % width, y: Math.floor(pixel / width), width: 1, height: 1 });
    if (data[pixel] === OWN_ROOM) yield* spread(pixel);
  }
  /** @returns the next pixel of the room in a row that has a neighbour near a line, or the row's end */
  const look = (from: number, to: number): number => {
    let i = from;
    for (; i < to; i++)
      if (
        data[i] === OWN_ROOM &&
        (data[i - 1] === NEAR || data[i + 1] === NEAR || data[i - width] === NEAR || data[i + width] === NEAR)
      )
        break;
    return i;
  };
  const block = rowsOfBlock(own.width);
  for (let row = 0; row < own.height; row++) {
    const start = (own.y + row) * width + own.x;
    const end = start + own.width;
    for (let i = look(start, end); i < end; i = look(i + 1, end)) yield* spread(i);
    if (row % block === 0) yield row / own.height;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** {@link UNASSIGNED} where a mask covers, with a border of {@link BARRIER} around it. */
function* unassigned(mask: Mask): Steps<Mask> {
  const width = mask.width + 2;
  const height = mask.height + 2;
  const data = new Uint8Array(width * height);
  const mark = (first: number, last: number): void => {
    for (let y = first, from = first * mask.width; y < last; y++) {
      let to = (y + 1) * width + 1;
      for (const end = from + mask.width; from < end; from++, to++)
        data[to] = mask.data[from] === 0 ? BARRIER : UNASSIGNED;
    }
  };
  yield* inBlocks(mask.height, mark, rowsOfBlock(width));
  return { width, height, data };
}
