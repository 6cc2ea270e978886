import type { Rect } from '../../raster/index.ts';
import { maskOfValue } from './flood-fill.ts';
import { floodSpans } from './flood-spans.ts';
import { grow } from './grow.ts';
import {
  EMPTY_MASK,
  expandRect,
  INSIDE_FROM,
  reframeMask,
  type BinaryPlane,
  type PlacedMask,
} from './mask.ts';
import { trimMask } from './mask-bounds.ts';
import { gapDepth, heartOf, MAX_GAP, padMask, placeDepths } from './open-space.ts';
import { BARRIER, FIRST_LABEL, UNASSIGNED, watershed } from './watershed.ts';

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
  { gap = 0, grow: growth = 0 }: LassoFillOptions = {},
): PlacedMask {
  const widest = Math.min(MAX_GAP, Math.floor(gap));
  const frame = expandRect(lasso, 1, passable);
  if (frame.width === 0) return EMPTY_MASK;
  const { width, height, data } = padMask(openGround(lasso, passable, frame));
  openBorder(data, width, height);
  const filled = new Uint8Array(data.length);
  for (let closing = widest; ; closing >>= 1) {
    markRooms(data, width, height, closing, filled);
    if (closing < 1) break;
  }
  const inner = maskOfValue(filled, width, { x: 1, y: 1, width: frame.width, height: frame.height }, 1);
  const mask = trimMask({ ...inner, x: frame.x, y: frame.y });
  return growth > 0 ? grow(mask, growth, passable) : mask;
}

/** {@link OUTSIDE} beyond the lasso, {@link UNASSIGNED} where passable inside it, {@link BARRIER} on lines. */
function openGround(lasso: PlacedMask, passable: BinaryPlane, frame: Rect): PlacedMask {
  const { x, y, width, height } = frame;
  const inside = reframeMask(lasso, frame).data;
  const data = new Uint8Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    let from = (y + row) * passable.width + x;
    for (const end = at + width; at < end; at++, from++)
      data[at] = inside[at]! < INSIDE_FROM ? OUTSIDE : passable.data[from] === 1 ? UNASSIGNED : BARRIER;
  }
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

/** Sets `filled` to 1 wherever the ground is passable and not reached from outside with these gaps closed. */
function markRooms(ground: Uint8Array, width: number, height: number, gap: number, filled: Uint8Array): void {
  const labels = ground.slice();
  if (gap > 0) {
    const limit = gapDepth(gap);
    const depths = placeDepths({ width, height, data: ground }, limit);
    const heart = heartOf(limit);
    for (let i = 0; i < labels.length; i++)
      if (labels[i] === UNASSIGNED && depths[i]! > limit) labels[i] = OPEN;
    spread(labels, ground, width, height, OPEN);
    for (let i = 0; i < labels.length; i++)
      if (labels[i] === OPEN && depths[i] === heart)
        floodSpans(labels, width, height, i % width, Math.floor(i / width), ROOM);
    for (let i = 0; i < labels.length; i++) if (labels[i] === OPEN) labels[i] = UNASSIGNED;
    watershed(labels, depths, width, heart + 1);
  } else spread(labels, ground, width, height, UNASSIGNED);
  for (let i = 0; i < labels.length; i++) if (labels[i] === ROOM || labels[i] === UNASSIGNED) filled[i] = 1;
}

/** Gives the label {@link OUTSIDE} to all `through` pixels that are connected to the ground of that label. */
function spread(
  labels: Uint8Array,
  ground: Uint8Array,
  width: number,
  height: number,
  through: number,
): void {
  const enter = (pixel: number): void => {
    if (labels[pixel] === through)
      floodSpans(labels, width, height, pixel % width, Math.floor(pixel / width), OUTSIDE);
  };
  for (let i = width; i < labels.length - width; i++) {
    if (ground[i] !== OUTSIDE) continue;
    enter(i - 1);
    enter(i + 1);
    enter(i - width);
    enter(i + width);
  }
}
