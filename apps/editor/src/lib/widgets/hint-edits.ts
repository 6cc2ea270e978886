import type { Hint } from '@koma/core/plugin';

/** Points by index; each edit gives a new list, or the same where there is nothing to change. */
export type Hints = readonly Hint[];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a plugin's input of type `hints` takes at most. */
export const MAX_HINTS = 10_000;
/** A new point reaches over this part of the picture's longer side; a point at least one pixel. */
const START_RADIUS = 1 / 80;
const MIN_RADIUS = 1;

/** How far a point reaches at first, pixels of the picture. */
export function startRadius({ width, height }: Size): number {
  return Math.max(2, Math.round(Math.max(width, height) * START_RADIUS));
}

/** The greatest radius that makes sense in a picture, pixels. */
export function maxRadius({ width, height }: Size): number {
  return Math.max(MIN_RADIUS, Math.round(Math.max(width, height) / 4));
}

/** Adds a point on top of the others. */
export function addHint(hints: Hints, hint: Hint, picture: Size): Hints {
  return hints.length >= MAX_HINTS ? hints : [...hints, within(hint, picture)];
}

/** Changes a point; it stays in the picture. */
export function changeHint(hints: Hints, index: number, change: Partial<Hint>, picture: Size): Hints {
  const hint = hints[index];
  return hint ? hints.with(index, within({ ...hint, ...change }, picture)) : hints;
}

export function removeHint(hints: Hints, index: number): Hints {
  return index in hints ? hints.toSpliced(index, 1) : hints;
}

/** Points lie in the middle of pixels. */
function within(hint: Hint, { width, height }: Size): Hint {
  const onPixel = (value: number, size: number) => Math.min(size - 1, Math.max(0, Math.floor(value))) + 0.5;
  const radius = Math.min(maxRadius({ width, height }), Math.max(MIN_RADIUS, hint.radius));
  return { ...hint, x: onPixel(hint.x, width), y: onPixel(hint.y, height), radius };
}
