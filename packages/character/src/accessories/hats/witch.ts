import { depth } from '../../drawing/depth.ts';
import { spline } from '../../geometry/curve.ts';
import { outline, polygon } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { crownFrame } from '../local-frame.ts';
import { frontOf, ringArc } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawBand, drawBrim, drawHairShadow } from './hat-body.ts';

/** A witch's hat: a wide brim and a tall cone that is bent over. */
export const drawWitch: DrawAccessory = (stage) => {
  const { scene, head, far } = stage;
  const { rx, rz } = head.scalp;
  const frame = crownFrame(head.scalp, 44, 10, stage.random.between(-4, 4));
  const lean = stage.random.pick([-1, 1] as const);
  const roundness = { deep: rz / rx };
  const wide = (value: number): number => rx + value;
  const brim = drawBrim(stage, frame, {
    inner: [wide(-4), 0],
    outer: [wide(62), -8],
    roundness,
    wave: (angle) => 5 * Math.cos((angle * Math.PI) / 90) + 3 * Math.sin((angle * Math.PI) / 60),
  });
  const sheet = scene.sheet('hat', depth.hat);
  const front = frontOf(frame);
  const cone = (): void => {
    // The axis of the cone as [u, height, half width]; it bends over to one side.
    const axis = [
      [0, 0, wide(-5)],
      [0, 30, wide(-13)],
      [lean * 3, 58, wide(-31)],
      [lean * 12, 84, wide(-56)],
      [lean * 29, 103, 27],
      [lean * 52, 111, 15],
      [lean * 72, 104, 0],
    ] as const;
    const base = ringArc(frame, [wide(-5), 0], front - 90, front + 90, 13, roundness);
    // The widest directions as seen: square to the line of sight.
    const aside = ((front + 90) * Math.PI) / 180;
    const edge = (side: 1 | -1): Point[] =>
      axis.map(([u, height, half], i) => {
        if (i === 0) return (side === 1 ? base.at(-1) : base[0]) as Point;
        // Square to the axis: the tip points aside.
        const tilt = Math.max(0, (i - 3) / 3) * lean * 1.35;
        const [across, ahead] = [Math.sin(aside), Math.cos(aside)];
        const reach = side * half * Math.cos(tilt);
        return frame.at(
          u + reach * across,
          -height + side * half * Math.sin(tilt),
          reach * ahead * roundness.deep,
        );
      });
    const left = spline(edge(-1), 4);
    const right = spline(edge(1), 4);
    const path = outline(left, right.toReversed(), base.toReversed());
    sheet.flat('hat', path);
    const inner = left.slice(3).map(([x, y], i): Point => {
      const [rx2, ry2] = right[i + 3] as Point;
      const t = far === 1 ? 0.66 : 0.34;
      return [x + (rx2 - x) * t, y + (ry2 - y) * t];
    });
    const outer = far === 1 ? right : left;
    const foot = ringArc(frame, [wide(-5), 0], front + far * 90, front + far * 24, 7, roundness);
    sheet.shade('hat', outline(inner, outer.toReversed(), foot), { clip: path });
    // Creases where it is bent.
    for (const [height, reach] of [
      [74, 0.5],
      [92, 0.7],
    ] as const) {
      const half = wide(-56) * (height < 80 ? 1.25 : 0.75);
      sheet.line(
        'hat',
        spline(
          [
            frame.at(lean * (half + 7), -height, 0),
            frame.at(lean * half * 0.5, -height + 7, 10),
            frame.at(lean * half * (0.5 - reach), -height + 3, 10),
          ],
          4,
        ),
        0.6,
        { start: 0.6 },
      );
    }
    sheet.line('hat', [...left, ...right.toReversed()], 1.2, { start: 0.5, end: 0.5, taper: 0.15 });
    drawBand(stage, sheet, frame, 'trim', [wide(-4), 1], [wide(-9.5), 20], roundness);
    drawBuckle();
  };
  const drawBuckle = (): void => {
    const at = (angle: number, height: number): Point =>
      ringArc(frame, [wide(-4 - height / 3.4), height], angle, angle, 2, roundness)[0] as Point;
    if (frame.facing(0, 0, 1) < 0.3) return;
    const outer = [at(-11, -1), at(-11, 23), at(11, 23), at(11, -1)];
    const inner = [at(-6, 5), at(-6, 17), at(6, 17), at(6, 5)];
    sheet.flat('metal', polygon(outer));
    sheet.line('metal', [...outer, outer[0] as Point], 0.6, { start: 0.8, end: 0.8 });
    sheet.flat('trim', polygon(inner), { tone: 'shade' });
    sheet.line('metal', [...inner, inner[0] as Point], 0.5, { start: 0.8, end: 0.8 });
  };
  if (brim.fromBelow) cone();
  brim.drawFront(sheet);
  if (!brim.fromBelow) cone();
  return [
    brim.back,
    sheet.part(),
    drawHairShadow(stage, brim.fromBelow ? brim.innerEdge : brim.frontEdge, 12),
  ];
};
