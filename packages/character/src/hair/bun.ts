import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { blob, outline } from '../geometry/path.ts';
import { rotate, type Point } from '../geometry/point.ts';
import type { RandomStream } from '../random/random-stream.ts';
import { drawCombedLines } from './combed-lines.ts';
import { rollOf, scalpPoint, type HeadPoint } from './hang.ts';
import { accentFrom, drawAccentTip } from './hair-accent.ts';
import { drawLock, ribbonLock } from './lock.ts';
import { drawNape } from './nape.ts';
import type { Scalp } from './scalp.ts';
import { drawTie } from './tie.ts';
import { ownSide } from './hair-sides.ts';

/**
 * Draws a knot of hair: a coiled ball on its tie, with ends that stick out.
 *
 * @param lean Degrees clockwise from upright in which it stands off the head.
 */
function drawKnot(
  scene: Scene,
  sheet: Sheet,
  centre: Point,
  radius: number,
  lean: number,
  random: RandomStream,
): void {
  const dark = -scene.light as 1 | -1;
  const at = (x: number, y: number): Point =>
    rotate([centre[0] + x * radius, centre[1] + y * radius], centre, lean);
  const accent = accentFrom(scene.character);
  // Ends of hair that escaped from under the ball.
  for (const [angle, length] of [
    [-104, 1.5],
    [64, 1.3],
    [-38, 1.24],
  ] as const) {
    const turn = angle + random.between(-9, 9);
    const r = (along: number, aside: number): Point => rotate(at(aside, -along), centre, turn);
    const curl = (angle > 0 ? 1 : -1) * (Math.abs(angle) > 90 ? -0.24 : 0.2);
    const lock = ribbonLock(
      [r(0.6, 0), r(0.95, 0.02), r(1.2, curl * 0.35), r(length * random.between(0.95, 1.05), curl)],
      {
        halfWidths: [0.15, 0.14, 0.09, 0].map((w) => w * radius),
      },
    );
    drawLock(sheet, lock, { lineFrom: [0.1, 0.1], weight: 0.8 });
    drawAccentTip(sheet, lock, accent);
  }
  const body = blob([
    at(-1, 0.02),
    at(-0.8, -0.66),
    at(-0.2, -0.99),
    at(0.5, -0.88),
    at(0.98, -0.28),
    at(0.94, 0.4),
    at(0.5, 0.86),
    at(-0.35, 0.9),
    at(-0.9, 0.56),
  ]);
  sheet.flat('hair', body);
  const d = rotate([dark, 0], [0, 0], -lean)[0] >= 0 ? 1 : -1;
  sheet.shade(
    'hair',
    outline(
      [
        at(d * 0.45, -0.88),
        at(d * 0.8, -0.62),
        at(d * 0.985, -0.2),
        at(d * 0.97, 0.2),
        at(d * 0.85, 0.55),
        at(d * 0.5, 0.84),
        at(0, 0.93),
        at(-d * 0.4, 0.87),
        at(-d * 0.8, 0.62),
      ],
      [at(-d * 0.8, 0.62), at(-d * 0.2, 0.62), at(d * 0.3, 0.38), at(d * 0.55, -0.1), at(d * 0.45, -0.88)],
    ),
    { clip: body },
  );
  // Strands that wind around, one band over the next.
  const bands: readonly (readonly [number, number])[][] = [
    [
      [-0.62, 0.76],
      [-0.7, 0.1],
      [-0.38, -0.5],
      [0.16, -0.66],
      [0.6, -0.42],
    ],
    [
      [0.72, 0.66],
      [0.7, 0.12],
      [0.38, -0.24],
      [-0.06, -0.28],
      [-0.36, -0.02],
    ],
    [
      [-0.3, 0.88],
      [-0.38, 0.44],
      [-0.16, 0.14],
      [0.16, 0.12],
    ],
  ];
  bands.forEach((points, i) =>
    sheet.line('hair', smooth(points.map(([x, y]) => at(x * d, y))), i === 2 ? 0.6 : 0.8, {
      start: 0.5,
      taper: 0.8,
    }),
  );
  for (const points of [
    [
      [-0.44, 0.8],
      [-0.54, 0.14],
      [-0.26, -0.36],
    ],
    [
      [0.3, 0.84],
      [0.44, 0.3],
      [0.2, 0],
    ],
    [
      [-0.86, 0.2],
      [-0.7, -0.46],
      [-0.2, -0.82],
    ],
  ] as const)
    sheet.line('hair', smooth(points.map(([x, y]) => at(x * d, y))), 0.45, { taper: 1 });
  for (const [x, y, long, turn] of [
    [-0.52, -0.56, 0.2, 42],
    [-0.28, -0.74, 0.15, 64],
    [-0.7, -0.3, 0.11, 24],
    [-0.2, -0.44, 0.1, 60],
  ] as const) {
    const along = rotate([0, -long], [0, 0], turn);
    const aside = rotate([0.05, 0], [0, 0], turn);
    const p = (k: number, j: number): Point =>
      at((x + along[0] * k + aside[0] * j) * d, y + along[1] * k + aside[1] * j);
    sheet.highlight('hair', outline([p(-1, 0), p(0, 1), p(1, 0)], [p(1, 0), p(0, -1), p(-1, 0)]), {
      opacity: 0.9,
    });
  }
  const rim = [
    at(0.5, 0.86),
    at(0.94, 0.4),
    at(0.98, -0.28),
    at(0.5, -0.88),
    at(-0.2, -0.99),
    at(-0.8, -0.66),
    at(-1, 0.02),
    at(-0.9, 0.56),
    at(-0.35, 0.9),
  ];
  sheet.line('hair', smooth(rim), 1.1, { start: 0.4, end: 0.4, taper: 0.25 });
  const foot = at(0, 0.93);
  const up = rotate([0, 1], [0, 0], lean);
  drawTie(sheet, foot, up, radius * 0.66, radius * 0.2, dark);
}

const smooth = (points: readonly Point[]): Point[] => {
  const result: Point[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const p = (k: number): Point => points[Math.max(0, Math.min(points.length - 1, k))] as Point;
    const [a, b, c, d] = [p(i - 1), p(i), p(i + 1), p(i + 2)];
    for (let k = 0; k < 4; k++) {
      const t = k / 4;
      const f = (q: 0 | 1): number =>
        0.5 *
        (2 * b[q] +
          (c[q] - a[q]) * t +
          (2 * a[q] - 5 * b[q] + 4 * c[q] - d[q]) * t * t +
          (3 * b[q] - a[q] - 3 * c[q] + d[q]) * t * t * t);
      result.push([f(0), f(1)]);
    }
  }
  result.push(points.at(-1) as Point);
  return result;
};

/** One knot behind the crown. */
export function drawBun(scene: Scene, scalp: Scalp): Part[] {
  const { hairLength, hairVolume } = scene.character;
  const { frame } = scalp;
  const radius = 27 + hairVolume * 7 + hairLength * 5;
  const root = scalpPoint(scalp, 180, 0.42, 6);
  const sheet = scene.sheet('hairBack', layer.hairTail);
  const lean = -frame.turn * 26 + rollOf(frame);
  const centre = rotate(
    frame.flat(root[0], root[1] - radius * 0.5, root[2]),
    frame.flat(...root),
    -frame.turn * 26,
  );
  drawKnot(scene, sheet, centre, radius * frame.scale, lean, scene.random('bun'));
  return [drawNape(scene, scalp, [root]), sheet.part()];
}

/** Two knots high at both sides. */
export function drawTwinBuns(scene: Scene, scalp: Scalp): Part[] {
  const { hairLength, hairVolume } = scene.character;
  const { frame } = scalp;
  const radius = 24 + hairVolume * 7 + hairLength * 4;
  const parts: Part[] = [];
  const ties: HeadPoint[] = [];
  for (const side of [-1, 1] as const) {
    const azimuth = side * 82;
    const root = scalpPoint(scalp, azimuth, 0.46, 0);
    ties.push(root);
    const front = scalp.faces(azimuth);
    const sheet = scene.sheet(
      front ? 'hairFront' : 'hairBack',
      front ? layer.hairTop : layer.hairTail,
      ownSide(side),
    );
    const [x, y, z] = root;
    const lean = Math.max(-48, Math.min(48, x * 0.52));
    const raise = radius * (front ? 0.66 : 0.74);
    const angle = (lean * Math.PI) / 180;
    const centre = frame.flat(x + Math.sin(angle) * raise, y - Math.cos(angle) * raise, z);
    drawKnot(scene, sheet, centre, radius * frame.scale, lean + rollOf(frame), scene.random(`bun ${side}`));
    parts.push(sheet.part(), ...drawCombedLines(scene, scalp, [azimuth, 0.46]));
  }
  return [drawNape(scene, scalp, ties), ...parts];
}
