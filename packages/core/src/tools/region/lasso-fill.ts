import type { Rect } from '../../raster/index.ts';
import { finish, inBlocks, part, rowsOfBlock, type Steps } from '../../steps/index.ts';
import { maskOfValueSteps } from './flood-fill.ts';
import { floodRooms } from './flood-rooms.ts';
import { SpanFlood } from './flood-spans.ts';
import type { RegionWatcher } from './growing-region.ts';
import { growSteps } from './grow.ts';
import {
  EMPTY_MASK,
  expandRect,
  INSIDE_FROM,
  reframeMask,
  type BinaryPlane,
  type Mask,
  type PlacedMask,
} from './mask.ts';
import { trimMask } from './mask-bounds.ts';
import { gapDepth, heartOf, MAX_GAP, padMask, placeDepthsSteps, rescaledDepths } from './open-space.ts';
import { BARRIER, FIRST_LABEL, UNASSIGNED, watershedSteps } from './watershed.ts';

const OUTSIDE = FIRST_LABEL;
const ROOM = FIRST_LABEL + 1;
/** Open space that may turn out to be a room. */
const OPEN = FIRST_LABEL + 2;

/** How {@link lassoFill} treats gaps and edges. */
export interface LassoFillOptions {
  /** Gaps in the lines up to this many px are closed, 0 to 30, as in `gapFill`. */
  readonly gap?: number;
  /** The result is grown by this many px, under the lines; 0 to 500, may be fractional. */
  readonly grow?: number;
}

/**
 * Close and fill (囲って塗る): fills every closed area that lies wholly inside a lasso. What can be
 * reached from outside the lasso through passable pixels stays empty, as do the lines themselves.
 * The canvas's edge closes an area where the lasso reaches it.
 *
 * Gaps are closed by letting rooms of open space compete with the outside, as `gapFill` does it, for the
 * gap given and for half of it, a quarter and so on: rooms too small for the first are closed by a later one.
 *
 * @param lasso the region drawn around, inside from coverage 128 on
 * @param passable 1 where there is no line, for the whole canvas
 * @returns coverage 0 or 255 cut to its bounds; empty if nothing is closed
 */
export function lassoFill(
  lasso: PlacedMask,
  passable: BinaryPlane,
  options: LassoFillOptions = {},
): PlacedMask {
  return finish(lassoFillSteps(lasso, passable, options));
}

/** {@link lassoFill} in steps. @param watch is told of what is filled before there is any */
export function* lassoFillSteps(
  lasso: PlacedMask,
  passable: BinaryPlane,
  { gap = 0, grow: growth = 0 }: LassoFillOptions = {},
  watch?: RegionWatcher,
): Steps<PlacedMask> {
  const widest = Math.min(MAX_GAP, Math.floor(gap));
  const frame = expandRect(lasso, 1, passable);
  if (frame.width === 0) return EMPTY_MASK;
  const ground = padMask(yield* part(openGround(lasso, passable, frame), 0, 0.05));
  const { width, height } = ground;
  openBorder(ground.data, width, height);
  const filled = new Uint8Array(ground.data.length);
  watch?.({ x: frame.x - 1, y: frame.y - 1, width, height, data: filled, value: 1 });
  const gaps = [];
  for (let closing = widest; closing >= 1; closing >>= 1) gaps.push(closing);
  gaps.push(0);
  let known: KnownDepths | undefined;
  for (const [i, closing] of gaps.entries()) {
    const at = (done: number): number => 0.05 + (0.85 * done) / gaps.length;
    known = yield* part(markRooms(ground, closing, filled, known), at(i), at(i + 1));
  }
  const inner = maskOfValueSteps(filled, width, { x: 1, y: 1, width: frame.width, height: frame.height }, 1);
  const mask = trimMask({ ...(yield* part(inner, 0.9, 0.95)), x: frame.x, y: frame.y });
  return growth > 0 ? yield* part(growSteps(mask, growth, passable), 0.95, 1) : mask;
}

/** {@link OUTSIDE} beyond the lasso, {@link UNASSIGNED} where passable inside it, {@link BARRIER} on lines. */
function* openGround(lasso: PlacedMask, passable: BinaryPlane, frame: Rect): Steps<PlacedMask> {
  const { x, y, width, height } = frame;
  const inside = reframeMask(lasso, frame).data;
  const data = new Uint8Array(width * height);
  const mark = (first: number, last: number): void => {
    for (let row = first, at = first * width; row < last; row++) {
      let from = (y + row) * passable.width + x;
      for (const end = at + width; at < end; at++, from++)
        data[at] = inside[at]! < INSIDE_FROM ? OUTSIDE : passable.data[from] === 1 ? UNASSIGNED : BARRIER;
    }
  };
  yield* inBlocks(height, mark, rowsOfBlock(width));
  return { x, y, width, height, data };
}

/** Lets what is outside go on over the plane's border, so that the border counts as a line only where the lasso meets it. */
function openBorder(ground: Uint8Array, width: number, height: number): void {
  const copy = (to: number, from: number): void => {
    if (ground[from] === OUTSIDE) ground[to] = OUTSIDE;
  };
  for (let y = 1; y < height - 1; y++) {
    copy(y * width, y * width + 1);
    copy((y + 1) * width - 1, (y + 1) * width - 2);
  }
  for (let x = 0; x < width; x++) {
    copy(x, width + x);
    copy((height - 1) * width + x, (height - 2) * width + x);
  }
}

/** Depths for a wide gap; those for narrower ones can be read off them. */
interface KnownDepths {
  readonly depths: Uint8Array;
  readonly limit: number;
}

/**
 * Sets `filled` to 1 wherever the ground is passable and not reached from outside with these gaps closed.
 * @param known from the same ground and a wider gap
 * @returns depths for the next gap
 */
function* markRooms(
  ground: Mask,
  gap: number,
  filled: Uint8Array,
  known: KnownDepths | undefined,
): Steps<KnownDepths | undefined> {
  const { width, height } = ground;
  const labels = ground.data.slice();
  const flood = new SpanFlood(labels, width, height);
  if (gap > 0) {
    const limit = gapDepth(gap);
    const heart = heartOf(limit);
    const rescaled = known && (yield* part(rescaledDepths(known.depths, known.limit, limit), 0, 0.1));
    const depths = rescaled ?? (yield* part(placeDepthsSteps(ground, limit), 0, 0.4));
    if (!rescaled) known = { depths, limit };
    const separate = inBlocks(labels.length, (from, to) => {
      for (let i = from; i < to; i++) if (labels[i] === UNASSIGNED && depths[i]! > limit) labels[i] = OPEN;
    });
    yield* part(separate, 0.4, 0.45);
    yield* part(spread(labels, ground, flood, OPEN), 0.45, 0.5);
    yield* part(floodRooms(labels, depths, flood, { width, from: OPEN, to: ROOM, heart }), 0.5, 0.55);
    for (let i = labels.indexOf(OPEN); i >= 0; i = labels.indexOf(OPEN, i + 1)) labels[i] = UNASSIGNED;
    yield* part(watershedSteps(labels, depths, width, heart + 1), 0.55, 0.95);
  } else yield* part(spread(labels, ground, flood, UNASSIGNED), 0, 0.95);
  const mark = inBlocks(labels.length, (from, to) => {
    for (let i = from; i < to; i++) if (labels[i] === ROOM || labels[i] === UNASSIGNED) filled[i] = 1;
  });
  yield* part(mark, 0.95, 1);
  return known;
}

/** Pixels that are looked at or flooded between two stops. */
const BLOCK = 2 ** 18;

/** Gives the label {@link OUTSIDE} to all `through` pixels that are connected to the ground of that label. */
function* spread(labels: Uint8Array, ground: Mask, flood: SpanFlood, through: number): Steps<void> {
  const { width, data } = ground;
  /** @returns whether the flood that begins at a pixel has more to do */
  const enter = (pixel: number): boolean => {
    if (labels[pixel] !== through) return false;
    flood.start(pixel % width, Math.floor(pixel / width), OUTSIDE);
    return flood.advance(BLOCK);
  };
  /** @returns the pixel beside which a flood is to be ended, or `to` */
  const look = (from: number, to: number): number => {
    for (let i = from; i < to; i++) {
      if (data[i] !== OUTSIDE) continue;
      if (enter(i - 1) || enter(i + 1) || enter(i - width) || enter(i + width)) return i;
    }
    return to;
  };
  const last = labels.length - width;
  for (let i = width; i < last;) {
    const end = Math.min(last, i + BLOCK);
    i = look(i, end);
    yield i / labels.length;
    if (i < end) while (flood.advance(BLOCK)) yield i / labels.length;
  }
}
