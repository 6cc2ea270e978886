import type { EdgeFrame } from './edge-frame.ts';
import { edgePixels } from './edge-pixels.ts';
import type { InkPlane } from './ink-plane.ts';

/** A strand is at least this many times as long as wide; a dot of a tone that touches the line is not. */
const LEAST_SLENDERNESS = 1.2;
/** Where two lines meet in a blunt tip, it is no longer than this many times their width. */
const LONGEST_TIP = 2.5;
/** The same slenderness where there is ink all around. */
const LEAST_SLENDERNESS_IN_TONE = 2;
/** What sticks out of a line no farther than this, in px, is a part of it, unless there is ink all around. */
const ROUGHNESS = 2;
/** Share of ink around from which on a strand may be a part of a tone or of hatching. */
const TONE_SHARE = 0.1;
/** How far around a strand that share is measured, in px. */
const AROUND = 10;

/** How far ink can lie that has a say in whether ink is a strand, in px. */
export function strandReach(lineWidth: number): number {
  return longestStrand(lineWidth) + AROUND + 2;
}

/** Longer lines than this lead away from the subject: speed lines, the outlines of other things. */
function longestStrand(lineWidth: number): number {
  return Math.min(64, Math.max(24, Math.round(10 * lineWidth)));
}

/**
 * Gives thin ends of ink that stick out of the line to the line's owner, in place: the tips of locks, where the two
 * outlines have run into one, and single hairs. What widens, does not end, or has ink all around it is none.
 * @param owner 1: ends outside of the subject; 0: ends inside of it, tips only (lines inside the subject stay)
 */
export function keepStrands(
  frame: EdgeFrame,
  ink: InkPlane,
  hard: Uint8Array,
  owner: 0 | 1,
  lineWidth: number,
): void {
  const other = 1 - owner;
  const finder = new PatchFinder(frame, ink, hard, other);
  const longest = owner === 1 ? longestStrand(lineWidth) : Math.ceil(2 * lineWidth) + 2;
  const { width, height } = frame;
  const strands: (readonly number[])[] = [];
  for (const at of edgePixels(hard, width, height, 1)) {
    if (hard[at] !== other || !ink.has(at) || !finder.touches(at)) continue;
    const patch = finder.patchAt(at);
    if (patch === undefined || patch.size > longestStrand(lineWidth)) continue;
    const levels = finder.levels(patch.pixels);
    if (levels.length <= longest && isStrand(levels, lineWidth, () => finder.shareAround(patch) > TONE_SHARE))
      strands.push(patch.pixels);
  }
  for (const pixels of strands) for (const at of pixels) hard[at] = owner;
}

/** @param levels how many pixels of a patch lie 0, 1, 2 ... steps from where it is attached: its width along it */
function isStrand(levels: readonly number[], lineWidth: number, toned: () => boolean): boolean {
  const length = levels.length;
  if (length <= ROUGHNESS) return !toned();
  if (Math.max(...levels) > 2 * Math.max(levels[0]!, levels[1]!) + 1) return false;
  const slenderness = length ** 2 / sum(levels);
  if (slenderness < LEAST_SLENDERNESS) return length <= LONGEST_TIP * lineWidth && !toned();
  if (!toned()) return true;
  // Dots that have run into each other neither taper nor get long.
  const third = Math.max(1, Math.floor(length / 3));
  const tapers = sum(levels.slice(-third)) <= 0.7 * sum(levels.slice(0, third));
  return tapers && slenderness >= LEAST_SLENDERNESS_IN_TONE;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

interface Patch {
  readonly pixels: readonly number[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The longer side of its bounds, px; infinite where it leaves the frame. */
  readonly size: number;
}

/** Connected patches of ink on one side of the hard edge. */
class PatchFinder {
  readonly #frame: EdgeFrame;
  readonly #ink: InkPlane;
  readonly #hard: Uint8Array;
  readonly #side: number;
  readonly #seen: Uint8Array;
  readonly #member: Uint8Array;

  constructor(frame: EdgeFrame, ink: InkPlane, hard: Uint8Array, side: number) {
    this.#frame = frame;
    this.#ink = ink;
    this.#hard = hard;
    this.#side = side;
    this.#seen = new Uint8Array(hard.length);
    this.#member = new Uint8Array(hard.length);
  }

  /** Whether a pixel is next to ink of the other side. */
  touches(at: number): boolean {
    const hard = this.#hard;
    const { width } = this.#frame;
    for (let row = at - width; row <= at + width; row += width)
      for (let next = row - 1; next <= row + 1; next++)
        if (hard[next] !== this.#side && this.#ink.has(next)) return true;
    return false;
  }

  /** The patch a pixel belongs to; `undefined` where it has been looked at before. */
  patchAt(start: number): Patch | undefined {
    if (this.#seen[start] !== 0) return undefined;
    const { width, height } = this.#frame;
    const pixels = [start];
    this.#seen[start] = 1;
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let i = 0; i < pixels.length; i++) {
      const at = pixels[i]!;
      const x = at % width;
      const y = (at - x) / width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      if (x < 3 || y < 3 || x >= width - 3 || y >= height - 3) continue;
      for (let row = at - width; row <= at + width; row += width)
        for (let next = row - 1; next <= row + 1; next++) {
          if (this.#seen[next] !== 0 || this.#hard[next] !== this.#side || !this.#ink.has(next)) continue;
          this.#seen[next] = 1;
          pixels.push(next);
        }
    }
    const cut = left < 3 || top < 3 || right >= width - 3 || bottom >= height - 3;
    const size = cut ? Infinity : Math.max(right - left, bottom - top) + 1;
    return { pixels, left, top, right, bottom, size };
  }

  /** How many pixels lie how many steps from those that touch the other side. */
  levels(pixels: readonly number[]): number[] {
    const { width } = this.#frame;
    const member = this.#member;
    for (const at of pixels) member[at] = 1;
    let level = pixels.filter((at) => this.touches(at));
    for (const at of level) member[at] = 0;
    const counts: number[] = [];
    while (level.length > 0) {
      counts.push(level.length);
      const next: number[] = [];
      for (const at of level)
        for (let row = at - width; row <= at + width; row += width)
          for (let near = row - 1; near <= row + 1; near++) {
            if (member[near] === 0) continue;
            member[near] = 0;
            next.push(near);
          }
      level = next;
    }
    return counts;
  }

  /** Share of ink on this side around a patch, without the patch itself. */
  shareAround({ pixels, left, top, right, bottom }: Patch): number {
    const { width, height } = this.#frame;
    let all = 0;
    let inked = 0;
    const own = new Set(pixels);
    for (let y = Math.max(0, top - AROUND); y <= Math.min(height - 1, bottom + AROUND); y += 2)
      for (let x = Math.max(0, left - AROUND); x <= Math.min(width - 1, right + AROUND); x += 2) {
        const at = y * width + x;
        if (this.#hard[at] !== this.#side || own.has(at)) continue;
        all++;
        if (this.#ink.has(at)) inked++;
      }
    return all === 0 ? 0 : inked / all;
  }
}
