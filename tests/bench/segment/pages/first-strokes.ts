import type { Stroke } from '@koma/core/plugin';
import { insetCorners, type Corners } from './corners.ts';
import { Truth, type Box } from './test-page.ts';

/** How far from the panel's end its border is painted, and how far from the figure it stops; pixels. */
const BORDER_INSET = 6;
/** A figure narrower than this is not painted along any further, pixels. */
const NARROWEST = 12;
/** The share of the figure's height that the stroke leaves out at each end. */
const ENDS = 0.1;
const FIGURE_RADIUS = 3;

/**
 * What a user draws first: down the middle of the figure from its widest place, and along the panel's border
 * wherever the figure does not reach it.
 * @param corners of the panel, clockwise, in page pixels
 */
export function firstStrokes(truth: Uint8Array, box: Box, corners: Corners): Stroke[] {
  return [...borderStrokes(truth, box, corners), figureStroke(truth, box)];
}

function borderStrokes(truth: Uint8Array, box: Box, corners: Corners): Stroke[] {
  const inner = insetCorners(corners, BORDER_INSET);
  const strokes: Stroke[] = [];
  let points: [number, number][] = [];
  const finish = (): void => {
    if (points.length > 1) strokes.push({ label: 'bg', radius: 1, points });
    points = [];
  };
  for (let i = 0; i < inner.length; i++) {
    const [[ax, ay], [bx, by]] = [inner[i]!, inner[(i + 1) % inner.length]!];
    const count = Math.ceil(Math.hypot(bx - ax, by - ay) / 4);
    for (let k = 0; k <= count; k++) {
      const [x, y] = [ax + ((bx - ax) * k) / count, ay + ((by - ay) * k) / count];
      if (isGround(truth, box, x, y)) points.push([x, y]);
      else finish();
    }
  }
  finish();
  return strokes;
}

/** Whether nothing of the figure, and something of the panel, lies around a place. */
function isGround(truth: Uint8Array, box: Box, x: number, y: number): boolean {
  const [cx, cy] = [Math.floor(x) - box.x, Math.floor(y) - box.y];
  let isPanel = false;
  for (let dy = -BORDER_INSET; dy <= BORDER_INSET; dy++)
    for (let dx = -BORDER_INSET; dx <= BORDER_INSET; dx++) {
      const [px, py] = [cx + dx, cy + dy];
      if (px < 0 || py < 0 || px >= box.width || py >= box.height) continue;
      const value = truth[py * box.width + px];
      if (value === Truth.figure) return false;
      if (dx === 0 && dy === 0) isPanel = value === Truth.ground;
    }
  return isPanel;
}

function figureStroke(truth: Uint8Array, box: Box): Stroke {
  const { width, height } = box;
  const start = widestPlace(truth, width);
  let [top, bottom] = [height, 0];
  for (let i = 0; i < truth.length; i++)
    if (truth[i] === Truth.figure) {
      top = Math.min(top, Math.floor(i / width));
      bottom = Math.floor(i / width);
    }
  const margin = (bottom - top) * ENDS;
  /** The middle of the figure's run in a row, no more than a pixel from where it was in the last one. */
  const follow = (step: 1 | -1): [number, number][] => {
    const points: [number, number][] = [];
    let x = start % width;
    for (let y = Math.floor(start / width); y >= top + margin && y <= bottom - margin; y += step) {
      const isFigure = (at: number): boolean =>
        at >= 0 && at < width && truth[y * width + at] === Truth.figure;
      if (!isFigure(x)) break;
      let [left, right] = [x, x];
      while (isFigure(left - 1)) left--;
      while (isFigure(right + 1)) right++;
      if (right - left + 1 < NARROWEST) break;
      const middle = (left + right) >> 1;
      x += Math.sign(middle - x);
      points.push([box.x + x + 0.5, box.y + y + 0.5]);
    }
    return points;
  };
  const points = [...follow(-1).toReversed(), ...follow(1).slice(1)];
  return {
    label: 'fg',
    radius: FIGURE_RADIUS,
    points:
      points.length > 0 ? points : [[box.x + (start % width) + 0.5, box.y + Math.floor(start / width) + 0.5]],
  };
}

/** The middle of the largest square within the figure, as an index. */
function widestPlace(truth: Uint8Array, width: number): number {
  const sides = new Int32Array(truth.length);
  let [side, corner] = [0, 0];
  for (let i = width + 1; i < truth.length; i++) {
    if (truth[i] !== Truth.figure || i % width === 0) continue;
    sides[i] = 1 + Math.min(sides[i - 1]!, sides[i - width]!, sides[i - width - 1]!);
    if (sides[i]! > side) [side, corner] = [sides[i]!, i];
  }
  return corner - (side >> 1) * (width + 1);
}
