import { depth } from '../../drawing/depth.ts';
import { crownFrame } from '../local-frame.ts';
import { frontOf, ringArc, type Ring } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawBand, drawBrim, drawHairShadow, drawHatBody } from './hat-body.ts';

/** A straw hat with a wide waving brim, worn on the back of the head. */
export const drawStraw: DrawAccessory = (stage) => {
  const { scene, head } = stage;
  const { rx, rz } = head.scalp;
  const frame = crownFrame(head.scalp, 40, 13, stage.random.between(-4, 4));
  const roundness = { deep: rz / rx };
  const wide = (value: number): number => rx + value;
  const phase = stage.random.between(0, 360);
  const brim = drawBrim(
    stage,
    frame,
    {
      inner: [wide(-2), 0],
      outer: [wide(60), -4],
      roundness,
      wave: (angle) =>
        5 * Math.sin(((angle * 3 + phase) * Math.PI) / 180) + 4 * Math.cos((angle * Math.PI) / 90),
    },
    'horn',
  );
  const sheet = scene.sheet('hat', depth.hat);
  const rings: readonly Ring[] = [
    [wide(-3), 0],
    [wide(-4), 22],
    [wide(-10), 44],
    [wide(-24), 60],
    [wide(-46), 70],
    [wide(-74), 75],
    [8, 76],
  ];
  const weave = (): void => {
    const front = frontOf(frame);
    for (const ring of [
      [wide(-6), 35],
      [wide(-14), 50],
      [wide(-32), 64],
    ] as const)
      sheet.line('horn', ringArc(frame, ring, front - 80, front + 80, 15, roundness), 0.4, { taper: 0.8 });
  };
  const crown = (): void => {
    drawHatBody(stage, sheet, frame, rings, roundness, 'horn', 0.8);
    weave();
    drawBand(stage, sheet, frame, 'trim', [wide(-2), 2], [wide(-3), 22], roundness);
  };
  if (brim.fromBelow) crown();
  brim.drawFront(sheet);
  for (const k of [0.35, 0.7]) {
    const line = brim.innerEdge.map(([x, y], i) => {
      const [ox, oy] = brim.frontEdge[Math.round((i * 24) / 16)]!;
      return [x + (ox - x) * k, y + (oy - y) * k] as const;
    });
    sheet.line('horn', line, 0.4, { taper: 0.7 });
  }
  if (!brim.fromBelow) crown();
  return [
    brim.back,
    sheet.part(),
    drawHairShadow(stage, brim.fromBelow ? brim.innerEdge : brim.frontEdge, 12),
  ];
};
