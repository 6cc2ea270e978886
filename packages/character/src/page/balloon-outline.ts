import { spline } from '../geometry/curve.ts';
import { blob, ellipse, outline, polygon, type PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { RandomStream } from '../random/random-stream.ts';
import type { BalloonStyle } from './page-plan.ts';

/** The exponent of the superellipse |x/a|^n + |y/b|^n = 1 of a style (Piet Hein); 2 is an ellipse. */
export function roundness(style: BalloonStyle): number {
  return style === 'rounded' ? 4 : style === 'caption' ? 12 : 2.35;
}

/** The point of a superellipse around [0, 0] in the direction of an angle of its parameter. */
export function superellipse([a, b]: Point, n: number, angle: number): Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [Math.sign(cos) * a * Math.abs(cos) ** (2 / n), Math.sign(sin) * b * Math.abs(sin) ** (2 / n)];
}

/** How far out of its radii a style reaches at most. */
export const reachOf: Readonly<Record<BalloonStyle, number>> = {
  oval: 1.02,
  rounded: 1.02,
  shout: 1.34,
  thought: 1.14,
  whisper: 1.02,
  wavy: 1.07,
  caption: 1.01,
};

/** A balloon's outline, made `by` larger on all sides; the same `random` gives outlines that lie in each other. */
export function balloonOutline(
  style: BalloonStyle,
  centre: Point,
  radius: Point,
  random: RandomStream,
  by = 0,
): PathData {
  const grown: Point = [radius[0] + by, radius[1] + by];
  const at = (angle: number, out = 1): Point => {
    const [x, y] = superellipse(grown, roundness(style), angle);
    return [centre[0] + x * out, centre[1] + y * out];
  };
  switch (style) {
    case 'caption': {
      const [x, y] = centre;
      const [a, b] = grown;
      return polygon([
        [x - a, y - b],
        [x + a, y - b],
        [x + a, y + b],
        [x - a, y + b],
      ]);
    }
    case 'shout':
      return spiky(at, random);
    case 'thought': {
      const lobes = 11;
      const points: Point[] = [];
      for (let i = 0; i < lobes; i++) {
        const wide = random.between(0.98, 1.04);
        for (let k = 0; k < 4; k++) {
          points.push(
            at(
              ((i + k / 4) / lobes) * Math.PI * 2,
              wide * (1 + 0.1 * Math.sin((Math.PI * k) / 4)) - (k === 0 ? 0.03 : 0),
            ),
          );
        }
      }
      return blob(points);
    }
    case 'wavy': {
      const phase = random.between(0, 6);
      return blob(
        Array.from({ length: 56 }, (_, i) =>
          at((i / 56) * Math.PI * 2, 1.015 + 0.028 * Math.sin((i / 56) * Math.PI * 2 * 14 + phase)),
        ),
      );
    }
    default: {
      // Hand-drawn: never quite even.
      const wobble = random.between(0, 6);
      return blob(
        Array.from({ length: 24 }, (_, i) =>
          at((i / 24) * Math.PI * 2, 1 + 0.009 * Math.sin((i / 24) * Math.PI * 6 + wobble)),
        ),
      );
    }
  }
}

/** Long and short spikes with hollow sides. */
function spiky(at: (angle: number, out?: number) => Point, random: RandomStream): PathData {
  const count = 17;
  const spikes = Array.from({ length: count }, (_, i) => ({
    angle: ((i + random.between(-0.22, 0.22)) / count) * Math.PI * 2,
    out: i % 2 === 0 ? random.between(1.2, 1.32) : random.between(1.12, 1.2),
  }));
  const curves = spikes.map(({ angle, out }, i) => {
    const next = spikes[(i + 1) % count] ?? { angle: 0, out: 1 };
    const until = next.angle + (i === count - 1 ? Math.PI * 2 : 0);
    const span = until - angle;
    return spline(
      [at(angle, out), at(angle + span * 0.32, 1.03), at(angle + span * 0.68, 1.03), at(until, next.out)],
      2,
    );
  });
  return outline(...curves);
}

/** The tail of a balloon as one bent wedge; for thoughts a row of bubbles. */
export function balloonTail(
  style: BalloonStyle,
  centre: Point,
  radius: Point,
  tip: Point,
  by: number,
): PathData {
  const angle = Math.atan2((tip[1] - centre[1]) / radius[1], (tip[0] - centre[0]) / radius[0]);
  const [ex, ey] = superellipse(radius, roundness(style), angle);
  const edge: Point = [centre[0] + ex, centre[1] + ey];
  const dx = tip[0] - edge[0];
  const dy = tip[1] - edge[1];
  const length = Math.hypot(dx, dy) || 1;
  if (style === 'thought') {
    let path = '';
    for (const [t, r] of [
      [0.28, 11],
      [0.64, 7],
      [0.94, 4.5],
    ] as const) {
      path += ellipse([edge[0] + dx * t, edge[1] + dy * t], r + by, r * 0.86 + by);
    }
    return path;
  }
  const [ux, uy] = [dx / length, dy / length];
  const half = Math.min(15, Math.max(8, Math.min(radius[0], radius[1]) * 0.24)) + by;
  // The wedge begins inside the balloon and bends a little, as a flick of the pen does.
  const root: Point = [centre[0] + ex * 0.82, centre[1] + ey * 0.82];
  const bend = Math.min(10, length * 0.14);
  const mid: Point = [edge[0] + dx * 0.5 - uy * bend, edge[1] + dy * 0.5 + ux * bend];
  const end: Point = [tip[0] + ux * by * 2.2, tip[1] + uy * by * 2.2];
  return outline(
    spline(
      [
        [root[0] - uy * half, root[1] + ux * half],
        [mid[0] - uy * half * 0.45, mid[1] + ux * half * 0.45],
        end,
      ],
      3,
    ),
    spline(
      [
        end,
        [mid[0] + uy * half * 0.45, mid[1] - ux * half * 0.45],
        [root[0] + uy * half, root[1] - ux * half],
      ],
      3,
    ),
  );
}
