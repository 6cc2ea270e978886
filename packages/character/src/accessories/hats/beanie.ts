import { depth } from '../../drawing/depth.ts';
import { blob, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { crownFrame } from '../local-frame.ts';
import { around, cover, frontOf, meridian, ringArc, type Ring } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawHairShadow, drawHatBody } from './hat-body.ts';

/** A knitted cap with a folded cuff and a pompom. */
export const drawBeanie: DrawAccessory = (stage) => {
  const { scene, head, far } = stage;
  const { rx, rz } = head.scalp;
  const frame = crownFrame(head.scalp, 26, 8);
  const roundness = { deep: rz / rx };
  const wide = (value: number): number => rx + value;
  const sheet = scene.sheet('hat', depth.hat);
  const knit: readonly Ring[] = [
    [wide(4), 20],
    [wide(4), 42],
    [wide(-3), 62],
    [wide(-18), 80],
    [wide(-42), 94],
    [wide(-72), 101],
    [6, 104],
  ];
  drawPompom();
  drawHatBody(stage, sheet, frame, knit, roundness, 'hat', 0);
  for (const angle of [-66, -44, -22, 0, 22, 44, 66])
    sheet.line('hat', meridian(frame, knit.slice(0, 6), angle, roundness), 0.5, { start: 0.6 });
  const cuff: readonly Ring[] = [
    [wide(5), -2],
    [wide(9), 4],
    [wide(10), 22],
    [wide(5), 31],
  ];
  const body = cover(frame, cuff, roundness);
  const front = frontOf(frame);
  const arc = (ring: Ring, from: number, to: number): Point[] =>
    ringArc(frame, ring, front + from, front + to, 13, roundness);
  // The far edge of the cuff is hidden by the knit above it.
  const path = outline(
    arc([wide(5), -2], -90, 90),
    arc([wide(10), 14], 90, 90.5).slice(0, 1),
    arc([wide(7), 31], 90, -90),
    arc([wide(10), 14], -90, -90.5).slice(0, 1),
  );
  sheet.flat('cloth2', path);
  sheet.shade(
    'cloth2',
    outline(arc([wide(5), -2], far * 40, far * 90), arc([wide(7), 31], far * 90, far * 44)),
  );
  for (let i = -8; i <= 8; i++) {
    const angle = i * 10.4;
    const weight = Math.abs(i) > 6 ? 0.35 : 0.5;
    sheet.line(
      'cloth2',
      meridian(
        frame,
        [
          [wide(7), 2],
          [wide(10), 13],
          [wide(8), 27],
        ],
        angle,
        roundness,
      ),
      weight,
      { start: 0.6, end: 0.3 },
    );
  }
  sheet.line('cloth2', arc([wide(7), 31], -90, 90), 0.9, { start: 0.6, end: 0.6, taper: 0.2 });
  sheet.line(
    'cloth2',
    [
      arc([wide(7), 31], -90, -89)[0]!,
      arc([wide(10), 14], -90, -89)[0]!,
      ...body.edge,
      arc([wide(10), 14], 90, 89)[0]!,
      arc([wide(7), 31], 90, 89)[0]!,
    ],
    1.1,
    { start: 0.7, end: 0.7, taper: 0.15 },
  );
  return [sheet.part(), drawHairShadow(stage, body.edge)];

  function drawPompom(): void {
    const centre = frame.at(0, -117, 0);
    const r = 21 * frame.scale;
    const fluff = Array.from({ length: 22 }, (_, i): Point => {
      const angle = (i * Math.PI) / 11;
      const reach = r * (i % 2 === 0 ? 1.08 : 0.93);
      return [centre[0] + Math.cos(angle) * reach, centre[1] + Math.sin(angle) * reach];
    });
    sheet.flat('cloth2', blob(fluff));
    const low = (from: number, to: number, k: number): Point[] =>
      Array.from({ length: 9 }, (_, i): Point => {
        const angle = ((from + ((to - from) * i) / 8) * Math.PI) / 180;
        return [
          centre[0] + Math.cos(angle) * r * k - far * (1 - k) * r * 0.6,
          centre[1] + Math.sin(angle) * r * k - (1 - k) * r * 0.5,
        ];
      });
    const [a, b] = far === 1 ? [-40, 150] : [220, 30];
    sheet.shade('cloth2', outline(low(a, b, 0.94), low(b, a, 0.66)));
    sheet.line('cloth2', around(fluff), 0.9, { start: 0.7, end: 0.7, taper: 0.1 });
  }
};
