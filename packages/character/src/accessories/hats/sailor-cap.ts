import { depth } from '../../drawing/depth.ts';
import { outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { crownFrame } from '../local-frame.ts';
import { frontOf, ringArc, type Ring } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawBand, drawHairShadow, drawHatBody } from './hat-body.ts';

/** A sailor's cap with a coloured band. */
export const drawSailorCap: DrawAccessory = (stage) => {
  const { scene, head } = stage;
  const { rx, rz } = head.scalp;
  const side = stage.random.pick([-1, 1] as const);
  const frame = crownFrame(head.scalp, 50, 9, side * 5);
  const roundness = { deep: rz / rx };
  const wide = (value: number): number => rx + value;
  const sheet = scene.sheet('hat', depth.hat);
  const rings: readonly Ring[] = [
    [wide(-8), 14],
    [wide(4), 24],
    [wide(14), 38],
    [wide(15), 45],
    [wide(6), 54],
    [wide(-20), 61],
    [wide(-60), 66],
    [10, 67],
  ];
  drawHatBody(stage, sheet, frame, rings, roundness, 'linen', 0);
  drawBand(stage, sheet, frame, 'cloth', [wide(-7), -4], [wide(-7), 18], roundness);
  const front = frontOf(frame);
  const arc = (height: number, from: number, to: number): Point[] =>
    ringArc(frame, [wide(-6.8), height], front + from, front + to, 15, roundness);
  sheet.flat('linen', outline(arc(11, -86, 86), arc(13, 86, -86)));
  for (const angle of [-60, -36, -12, 12, 36, 60]) {
    const on = (ring: Ring): Point =>
      ringArc(frame, ring, front + angle, front + angle, 2, roundness)[0] as Point;
    sheet.line('linen', [on([wide(-7), 19]), on([wide(-1), 24]), on([wide(6), 30])], 0.5, { start: 0.8 });
  }
  return [sheet.part(), drawHairShadow(stage, arc(-4, -90, 90))];
};
