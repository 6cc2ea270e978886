import { ascend } from './ascend.ts';
import { floodFill, maskOfValue } from './flood-fill.ts';
import { floodSpans } from './flood-spans.ts';
import type { BinaryPlane, Mask, PlacedMask } from './mask.ts';
import { trimMask } from './mask-bounds.ts';
import { gapDepth, heartOf, padMask, placeDepths } from './open-space.ts';
import { BARRIER, FIRST_LABEL, UNASSIGNED, watershed } from './watershed.ts';

const OTHER_ROOM = FIRST_LABEL;
const OWN_ROOM = FIRST_LABEL + 1;
/** Open space that may turn out to be a room. */
const OPEN = FIRST_LABEL + 2;

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
  const plain = floodFill(passable, x, y);
  if (gap < 1 || plain.width === 0) return plain;
  const limit = gapDepth(gap);
  const { width, height, data: labels } = padMask(plain);
  const depths = placeDepths({ width, height, data: labels }, limit);
  const heart = heartOf(limit);
  if (!depths.includes(heart)) return plain;

  for (let i = 0; i < labels.length; i++) if (labels[i] !== BARRIER) labels[i] = UNASSIGNED;
  const seed = (Math.floor(y) - plain.y + 1) * width + Math.floor(x) - plain.x + 1;
  const ascent = ascend(labels, depths, width, seed, limit);
  if (ascent === undefined) return plain;
  for (let i = 0; i < labels.length; i++)
    if (labels[i] !== BARRIER) labels[i] = depths[i]! > ascent.limit ? OPEN : UNASSIGNED;
  const enter = (pixel: number, label: number): void => {
    floodSpans(labels, width, height, pixel % width, Math.floor(pixel / width), label);
  };
  enter(ascent.summit, OWN_ROOM);
  let others = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== OPEN || depths[i] !== heart) continue;
    enter(i, OTHER_ROOM);
    others++;
  }
  if (others === 0) return plain;
  for (let i = 0; i < labels.length; i++) if (labels[i] === OPEN) labels[i] = UNASSIGNED;
  for (const pixel of ascent.path) if (labels[pixel] === UNASSIGNED) labels[pixel] = OWN_ROOM;
  watershed(labels, depths, width, heart + 1);
  return roomMask({ width, height, data: labels }, plain);
}

function roomMask(labels: Mask, plain: PlacedMask): PlacedMask {
  const inner = { x: 1, y: 1, width: plain.width, height: plain.height };
  const { width, height, data } = maskOfValue(labels.data, labels.width, inner, OWN_ROOM);
  return trimMask({ x: plain.x, y: plain.y, width, height, data });
}
