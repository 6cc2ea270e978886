import { depth } from '../../drawing/depth.ts';
import { outline } from '../../geometry/path.ts';
import { crownFrame } from '../local-frame.ts';
import { closed, frontOf, meridian, ringArc, silhouette, type Ring } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawBand, drawBrim, drawHairShadow, drawHatBody } from './hat-body.ts';

/** A top hat, tilted a little, with a ribbon around it. */
export const drawTopHat: DrawAccessory = (stage) => {
  const { scene, head, far } = stage;
  const { rx, rz } = head.scalp;
  const frame = crownFrame(head.scalp, 56, 8, stage.random.pick([-6, 6]));
  const roundness = { deep: rz / rx };
  const wide = (value: number): number => rx + value;
  const brim = drawBrim(stage, frame, {
    inner: [wide(-16), 0],
    outer: [wide(24), 2],
    roundness,
    // Rolled up at the sides.
    wave: (angle) => -5 * Math.cos((angle * Math.PI) / 90) + 3,
  });
  const sheet = scene.sheet('hat', depth.hat);
  const rings: readonly Ring[] = [
    [wide(-17), 0],
    [wide(-20), 24],
    [wide(-21), 48],
    [wide(-18), 70],
    [wide(-14), 82],
  ];
  const crown = (): void => {
    drawHatBody(stage, sheet, frame, rings, roundness, 'hat', 0.7);
    const top = rings.at(-1)!;
    if (frame.facing(0, -1, 0) > 0.02) {
      sheet.flat('hat', closed(silhouette(frame, [top, top], roundness, 30)), { tone: 'light' });
      sheet.line('hat', ringArc(frame, top, frontOf(frame) - 90, frontOf(frame) + 90, 15, roundness), 0.8, {
        start: 0.5,
        end: 0.5,
      });
    }
    const light = (angle: number) => meridian(frame, rings.slice(1), -far * angle, roundness);
    sheet.highlight('hat', outline(light(52), light(42).toReversed()), { opacity: 0.5 });
    drawBand(stage, sheet, frame, 'trim', [wide(-15.5), 1], [wide(-18.5), 22], roundness);
  };
  if (brim.fromBelow) crown();
  brim.drawFront(sheet);
  if (!brim.fromBelow) crown();
  return [
    brim.back,
    sheet.part(),
    drawHairShadow(stage, brim.fromBelow ? brim.innerEdge : brim.frontEdge, 10),
  ];
};
