import { depth } from '../../drawing/depth.ts';
import { spline } from '../../geometry/curve.ts';
import { ellipse, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { crownFrame } from '../local-frame.ts';
import { ringArc, type Ring } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawHairShadow, drawHatBody } from './hat-body.ts';

/** Half the angle that the peak of a cap takes, degrees. */
const PEAK = 66;

/** A baseball cap: six panels, a button and a peak that points where the face does. */
export const drawCap: DrawAccessory = (stage) => {
  const { scene, head, far } = stage;
  const { scalp } = head;
  const frame = crownFrame(scalp, 36, 3);
  const sheet = scene.sheet('hat', depth.hat);
  const wide = (value: number): number => scalp.rx + value;
  const roundness = { deep: scalp.rz / scalp.rx };
  const rings: readonly Ring[] = [
    [wide(0), 0],
    [wide(0), 14],
    [wide(-4), 32],
    [wide(-15), 50],
    [wide(-36), 67],
    [wide(-64), 78],
    [10, 83],
  ];
  const body = drawHatBody(stage, sheet, frame, rings, roundness);
  const at = (ring: Ring, angle: number): Point =>
    ringArc(frame, ring, angle, angle, 2, roundness)[0] as Point;
  const faces = (angle: number): number =>
    frame.facing(Math.sin((angle * Math.PI) / 180), 0, Math.cos((angle * Math.PI) / 180));
  for (const angle of [0, 60, -60, 120, -120]) {
    if (faces(angle) < 0.12) continue;
    sheet.line(
      'hat',
      spline(
        rings.map((ring) => at(ring, angle)),
        3,
      ),
      0.5,
      { start: 0.5, end: 0.5, taper: 0.2 },
    );
  }
  for (const angle of [38, -38])
    if (faces(angle) > 0.3)
      sheet.black('hat', ellipse(at([wide(-6), 36], angle), 1.8 * frame.scale, 1.8 * frame.scale));
  if (frame.facing(0, -1, 0) > -0.2) {
    const knob = frame.at(0, -85, 0);
    sheet.flat('trim', ellipse(knob, 8 * frame.scale, 4.5 * frame.scale));
    sheet.line('trim', ring(knob, 8 * frame.scale, 4.5 * frame.scale), 0.7, { start: 0.7, end: 0.7 });
  }
  // The badge on the front panels.
  if (faces(0) > 0.35) {
    const badge = (list: readonly Point[]): Point[] =>
      list.map(([u, h]) => at([wide(h > 36 ? -7 : -1), h], u));
    sheet.flat(
      'linen',
      outline(
        spline(
          badge([
            [-13, 20],
            [-13, 36],
            [-8, 45],
            [8, 45],
            [13, 36],
            [13, 20],
            [0, 13],
          ]),
          3,
        ),
      ),
    );
    sheet.line(
      'linen',
      spline(
        badge([
          [-13, 20],
          [-13, 36],
          [-8, 45],
          [8, 45],
          [13, 36],
          [13, 20],
          [0, 13],
          [-13, 20],
        ]),
        4,
      ),
      0.6,
      { start: 0.7, end: 0.7 },
    );
    sheet.flat(
      'trim',
      outline(
        badge([
          [-6, 24],
          [0, 40],
        ]),
        badge([
          [0, 40],
          [6, 24],
        ]),
        badge([
          [6, 24],
          [0, 28],
        ]),
      ),
    );
  }
  // The peak bows up in the middle and hangs at its sides.
  const root: Point[] = [];
  const tip: Point[] = [];
  const half: Point[] = [];
  for (let i = 0; i <= 14; i++) {
    const angle = -PEAK + (2 * PEAK * i) / 14;
    const t = Math.cos((angle / PEAK) * (Math.PI / 2));
    const long = 66 * t ** 0.62;
    const place = (k: number): Point => {
      const radians = (angle * Math.PI) / 180;
      const r = wide(1);
      return frame.at(
        r * Math.sin(radians) * (1 - 0.06 * k * t),
        2 + 23 * k * t ** 1.4 - 4 * t * (1 - k),
        r * roundness.deep * Math.cos(radians) + long * k,
      );
    };
    root.push(place(0));
    tip.push(place(1));
    half.push(place(far * angle > 0 ? 0.25 : 0.82));
  }
  const below = frame.facing(0, -1, 0.2) < -0.12;
  sheet.flat('hat', outline(root, tip.toReversed()), below ? { tone: 'shade' } : {});
  sheet.shade('hat', outline(half, tip.toReversed()));
  const stitch = (k: number): Point[] =>
    root.map(([x, y], i): Point => [x + ((tip[i] as Point)[0] - x) * k, y + ((tip[i] as Point)[1] - y) * k]);
  if (!below) for (const k of [0.45, 0.72]) sheet.line('hat', stitch(k).slice(2, -2), 0.4, { taper: 0.6 });
  sheet.line('hat', root, 0.8, { start: 0.5, end: 0.5 });
  sheet.line('hat', tip, 1.15, { start: 0.6, end: 0.6, taper: 0.2 });
  return [sheet.part(), drawHairShadow(stage, tip, 9), drawHairShadow(stage, body.edge, 8)];
};

const ring = ([x, y]: Point, rx: number, ry: number): Point[] =>
  Array.from({ length: 13 }, (_, i): Point => [
    x + rx * Math.cos((i * Math.PI) / 6),
    y + ry * Math.sin((i * Math.PI) / 6),
  ]);
