import { depth } from '../../drawing/depth.ts';
import { spline } from '../../geometry/curve.ts';
import { outline } from '../../geometry/path.ts';
import { crownFrame } from '../local-frame.ts';
import { frontOf, ringArc, type Ring } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawBand, drawHairShadow, drawHatBody } from './hat-body.ts';

/** A beret pulled to one side, with its stalk. */
export const drawBeret: DrawAccessory = (stage) => {
  const { scene, head } = stage;
  const side = stage.random.pick([-1, 1] as const);
  const { rx, rz } = head.scalp;
  const frame = crownFrame(head.scalp, 46, 9, side * 9);
  const sheet = scene.sheet('hat', depth.hat);
  const wide = (value: number): number => rx + value;
  const rings: readonly Ring[] = [
    [wide(-5), 0],
    [wide(11), 12],
    [wide(17), 25],
    [wide(13), 40],
    [wide(-4), 54],
    [wide(-32), 65],
    [wide(-66), 71],
    [14, 73],
  ];
  const roundness = {
    deep: rz / rx,
    bend: (height: number) => [side * height * 0.16, -height * 0.06] as const,
  };
  const body = drawHatBody(stage, sheet, frame, rings, roundness, 'hat', 0);
  drawBand(stage, sheet, frame, 'hat', [wide(-5), -5], [wide(-2), 4], roundness);
  // Folds that run from the band into the puff.
  const front = frontOf(frame);
  for (const [angle, length] of [
    [-58, 1],
    [-30, 0.7],
    [34, 0.9],
    [62, 0.6],
  ] as const) {
    const on = (ring: Ring) => ringArc(frame, ring, front + angle, front + angle, 2, roundness)[0]!;
    sheet.line(
      'hat',
      spline([on([wide(0), 5]), on([wide(12), 5 + 9 * length]), on([wide(15.5), 5 + 18 * length])], 4),
      0.6,
      { start: 0.7 },
    );
  }
  const stalk = (u: number, v: number) => frame.at(u + side * 11.5, -72 - v, -5);
  sheet.flat(
    'hat',
    outline([stalk(-4, -2), stalk(-3, 8), stalk(0, 14)], [stalk(0, 14), stalk(5, 12), stalk(4, -2)]),
  );
  sheet.line('hat', [stalk(-4, -2), stalk(-3, 8), stalk(0, 14), stalk(5, 12), stalk(4, -2)], 0.8, {
    start: 0.5,
    end: 0.5,
  });
  return [sheet.part(), drawHairShadow(stage, body.edge)];
};
