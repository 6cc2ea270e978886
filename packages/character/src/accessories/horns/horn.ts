import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import type { Sheet } from '../../drawing/sheet.ts';
import { spline } from '../../geometry/curve.ts';
import { outline } from '../../geometry/path.ts';
import { drawLock, inLock, lockPath, ribbonLock, strand, type Lock } from '../../hair/lock.ts';
import type { LocalFrame } from '../local-frame.ts';
import type { Stage } from '../stage.ts';

/** A horn along a line in space. */
export interface HornShape {
  /** Points of its axis in a frame on the scalp, from the root to the tip: [u, v, w] in head units. */
  readonly axis: readonly (readonly [u: number, v: number, w: number])[];
  readonly halfWidths: readonly number[];
  /** How many rings run around it. */
  readonly rings: number;
  /** Rings that wind upwards, as on a unicorn's horn. */
  readonly spiral?: boolean;
}

/** Draws a horn. Returns its outline's edges. */
export function drawHorn(stage: Stage, sheet: Sheet, frame: LocalFrame, shape: HornShape): Lock {
  const { far } = stage;
  const axis = shape.axis.map(([u, v, w]) => frame.at(u, v, w));
  const lock = ribbonLock(axis, { halfWidths: shape.halfWidths.map((half) => half * frame.scale) }, 17);
  sheet.flat('horn', lockPath(lock));
  // The edge that lies on the shaded side of the picture, judged at the horn's widest part.
  const [a, b] = [inLock(lock, 0, 0.3), inLock(lock, 1, 0.3)];
  const dark = (b[0] - a[0]) * far + (b[1] - a[1]) * 0.4 > 0 ? 1 : 0;
  sheet.shade(
    'horn',
    outline(strand(lock, dark, 0, 1, 13), strand(lock, dark + (0.5 - dark) * 0.9, 1, 0, 13)),
  );
  for (let i = 0; i < shape.rings; i++) {
    const along = 0.08 + (i / shape.rings) * 0.78;
    const slant = shape.spiral ? 0.07 : 0;
    const bulge = 0.035;
    sheet.line(
      'horn',
      spline(
        [
          inLock(lock, 0, along + slant),
          inLock(lock, 0.3, along - bulge + slant * 0.4),
          inLock(lock, 0.7, along - bulge - slant * 0.4),
          inLock(lock, 1, along - slant),
        ],
        4,
      ),
      0.5,
      { start: 0.7, end: 0.7 },
    );
  }
  const lit = dark === 1 ? 0.26 : 0.74;
  sheet.highlight(
    'horn',
    outline(strand(lock, lit, 0.14, 0.62, 7), strand(lock, lit + 0.06, 0.62, 0.14, 7)),
    { opacity: 0.8 },
  );
  sheet.line('horn', [...strand(lock, 0, 0, 1, 15), ...strand(lock, 1, 1, 0, 15).slice(1)], 1.05, {
    start: 0.6,
    end: 0.6,
    taper: 0.15,
  });
  return lock;
}

/** Small locks that cover the root of what grows out of the hair: `half` head units on both sides of the frame's origin. */
export function drawRootTufts(
  { scene, random, far }: Stage,
  frame: LocalFrame,
  half: number,
  level: number,
): Part {
  const sheet = scene.sheet('hairFront', level);
  for (const [from, to, long] of [
    [-1.5, -0.3, 1],
    [1.5, 0.3, 1],
    [-0.75, 0.25, 0.75],
    [0.95, -0.05, 0.6],
  ] as const) {
    const tip = -(7 + half * 0.3) * long * random.between(0.85, 1.1);
    const line = [
      [from * half, 20 - Math.abs(from) * 3],
      [(from * 0.75 + to * 0.25) * half, 8],
      [(from * 0.3 + to * 0.7) * half, tip * 0.5],
      [to * half, tip],
    ].map(([u = 0, v = 0]) => frame.at(u, v, v < 4 ? 4 : 1));
    const width = (4.5 + half * 0.16) * frame.scale;
    const lock = ribbonLock(line, { halfWidths: [width * 0.7, width, width * 0.75, 0] });
    drawLock(sheet, lock, { dark: far, shadeWidth: 0.35, lineFrom: [0.3, 0.3], weight: 0.8 });
  }
  return sheet.part();
}

/** The depth of something on the scalp that lies `beyond` degrees behind the rim (negative: in front of it). */
export function rootLevel(beyond: number, level: number): number {
  return beyond > 0 ? depth.hatBack : level;
}
