import type { Rect } from '@koma/core/raster';
import type { Hint } from '@koma/core/plugin';
import type { Sketch } from './read-sketch.ts';

/** Tones darker than this are drawn. */
const INK_TONE = 160;
/** Room left around a drawing, as a share of its longer side. */
const MARGIN = 0.08;
/** A drawing that fills this share of the picture or more is left where it is. */
const FILLS = 0.85;

/**
 * The part of a sketch that is worth the network's pixels: what is drawn and hinted, with some room, where
 * the margins are wide; else all of it.
 * @returns whole pixels inside the sketch
 */
export function drawnArea({ width, height, tone }: Sketch, hints: readonly Hint[] = []): Rect {
  const whole = { x: 0, y: 0, width, height };
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p++) {
      if (tone[p]! >= INK_TONE) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  if (right === 0) return whole;
  for (const hint of hints) {
    left = Math.min(left, hint.x - hint.radius);
    right = Math.max(right, hint.x + hint.radius);
    top = Math.min(top, hint.y - hint.radius);
    bottom = Math.max(bottom, hint.y + hint.radius);
  }
  const margin = Math.max(right - left, bottom - top) * MARGIN;
  const x = Math.max(0, Math.floor(left - margin));
  const y = Math.max(0, Math.floor(top - margin));
  const area = {
    x,
    y,
    width: Math.min(width, Math.ceil(right + margin)) - x,
    height: Math.min(height, Math.ceil(bottom + margin)) - y,
  };
  return Math.max(area.width, area.height) >= FILLS * Math.max(width, height) ? whole : area;
}
