import { at, catmullRom } from '../geometry/curve.ts';
import { outline, type PathData } from '../geometry/path.ts';
import { mix, type Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { Sheet } from '../drawing/sheet.ts';

/** A lock of hair as two edges that run from the root to a common tip. Drawing units. */
export interface Lock {
  readonly left: readonly Point[];
  readonly right: readonly Point[];
}

/** How a lock is drawn. */
export interface LockStyle {
  readonly material?: Material;
  /** Fill: the flat tone, or the shade for locks that lie beneath. */
  readonly beneath?: boolean;
  /** Which edge lies in shadow: -1 the left, 1 the right, 0 none. */
  readonly dark?: -1 | 0 | 1;
  /** How much of the width the shade takes, 0 to 1. */
  readonly shadeWidth?: number;
  /** Where along the edges lines begin (0 root, 1 tip), for the left and the right one; above 1: no line. */
  readonly lineFrom?: readonly [left: number, right: number];
  readonly weight?: number;
  /** Streaks of light between these fractions of the length; none if absent. */
  readonly gloss?: readonly [from: number, to: number];
  /** How many strand lines run inside. */
  readonly strands?: number;
}

/** The outline of a lock. */
export function lockPath(lock: Lock): PathData {
  return outline(lock.left, lock.right.toReversed());
}

/** The point at fraction `across` (0 left edge, 1 right edge) and `along` (0 root, 1 tip). */
export function inLock(lock: Lock, across: number, along: number): Point {
  return mix(at(lock.left, along), at(lock.right, along), across);
}

/** A line inside a lock from one fraction of its length to another, at constant `across`. */
export function strand(lock: Lock, across: number, from: number, to: number, count = 7): Point[] {
  return Array.from({ length: count }, (_, i) =>
    inLock(lock, across, from + ((to - from) * i) / (count - 1)),
  );
}

/** Draws a lock: body, the shaded edge, gloss, strands and the lines of its edges. */
export function drawLock(sheet: Sheet, lock: Lock, style: LockStyle = {}): void {
  const {
    material = 'hair',
    beneath = false,
    dark = 0,
    shadeWidth = 0.36,
    lineFrom = [0.4, 0.4],
    weight = 1,
    gloss,
    strands = 0,
  } = style;
  sheet.flat(material, lockPath(lock), beneath ? { tone: 'shade' } : {});
  if (dark !== 0) {
    const edge = dark === 1 ? 1 : 0;
    const inner = dark === 1 ? 1 - shadeWidth : shadeWidth;
    const outer = strand(lock, edge, 0.42, 1, 7);
    const back = [1, 0.86, 0.72, 0.56, 0.42].map((along, i) =>
      inLock(lock, i === 4 ? edge : edge + (inner - edge) * (i === 3 ? 0.55 : 1), along),
    );
    sheet.shade(material, outline(outer, back), beneath ? { tone: 'deep' } : {});
  }
  if (gloss) {
    const [from, to] = gloss;
    const middle = (from + to) / 2;
    const shape = (across: number, half: number, stretch: number): PathData =>
      outline(
        [
          inLock(lock, across, from - stretch),
          inLock(lock, across + half, middle),
          inLock(lock, across, to + stretch),
        ],
        [
          inLock(lock, across, to + stretch),
          inLock(lock, across - half, middle),
          inLock(lock, across, from - stretch),
        ],
      );
    sheet.highlight(material, shape(0.46, 0.24, 0));
  }
  for (let i = 0; i < strands; i++) {
    const across = (i + 1) / (strands + 1);
    sheet.line(
      material,
      strand(lock, across, 0.35 + 0.12 * ((i * 7) % 3), 0.86 - 0.1 * ((i * 5) % 3)),
      0.45,
      { taper: 1 },
    );
  }
  for (const [edge, from] of [
    [0, lineFrom[0]],
    [1, lineFrom[1]],
  ] as const) {
    if (from >= 1) continue;
    sheet.line(material, strand(lock, edge, from, 1, 9), weight, {
      end: 0.35,
      taper: from < 0.1 ? 0.5 : 0.9,
    });
  }
}

/** How a ribbon of hair is laid along a line. */
export interface RibbonShape {
  /** Half widths along the line, drawing units, interpolated smoothly; the last is usually 0. */
  readonly halfWidths: readonly number[];
}

/** A lock that runs along a centre line with given half widths; both are interpolated smoothly. */
export function ribbonLock(centre: readonly Point[], { halfWidths }: RibbonShape, count = 13): Lock {
  const sample = (values: readonly number[], t: number): number => {
    const position = t * (values.length - 1);
    const i = Math.min(values.length - 2, Math.floor(position));
    const value = (k: number): number => values[Math.min(values.length - 1, Math.max(0, k))] as number;
    return catmullRom(value(i - 1), value(i), value(i + 1), value(i + 2), position - i);
  };
  const xs = centre.map(([x]) => x);
  const ys = centre.map(([, y]) => y);
  const point = (t: number): Point => [sample(xs, t), sample(ys, t)];
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1);
    const before = point(Math.max(0, t - 0.02));
    const after = point(Math.min(1, t + 0.02));
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const normal: Point = [-(after[1] - before[1]) / length, (after[0] - before[0]) / length];
    const half = Math.max(0, sample(halfWidths, t));
    const here = point(t);
    // A line that falls has its left edge on the picture's left.
    left.push([here[0] + normal[0] * half, here[1] + normal[1] * half]);
    right.push([here[0] - normal[0] * half, here[1] - normal[1] * half]);
  }
  return { left, right };
}
