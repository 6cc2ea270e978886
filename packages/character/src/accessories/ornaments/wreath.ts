import { depth } from '../../drawing/depth.ts';
import { add3, cross, crownFrame, localFrame, unit, viewDirection } from '../local-frame.ts';
import { frontOf, ringArc } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawBlossom, drawLeaf } from './flower.ts';

/** Degrees by which a wreath leans back. */
const BACK = 12;

/** A wreath of leaves and flowers around the crown. */
export const drawWreath: DrawAccessory = (stage) => {
  const { scene, head, far, random } = stage;
  const { scalp, frame } = head;
  const ring = crownFrame(scalp, scalp.ry * 0.5, BACK);
  const front = frontOf(ring);
  const radius = scalp.rx * 0.9;
  const roundness = { deep: scalp.rz / scalp.rx };
  const sheet = scene.sheet('hairOrnament', depth.hairOrnament);
  const vine = ringArc(ring, [radius, 0], front - 92, front + 92, 21, roundness);
  sheet.line('leaf', vine, 1.3, { start: 0.6, end: 0.6, taper: 0.2 });
  const view = viewDirection(frame);
  /** A frame on the vine that faces half outwards and half to the viewer. */
  const spot = (angle: number) => {
    const a = (angle * Math.PI) / 180;
    const b = (BACK * Math.PI) / 180;
    const z = radius * roundness.deep * Math.cos(a);
    const origin = [
      radius * Math.sin(a),
      scalp.y - scalp.ry * 0.5 * Math.cos(b) - z * Math.sin(b),
      scalp.z - scalp.ry * 0.5 * Math.sin(b) + z * Math.cos(b),
    ] as const;
    const out = unit(add3([Math.sin(a), -0.35, Math.cos(a)], view, 0.7));
    const right = unit([out[2], 0, -out[0]]);
    return localFrame(frame, origin, right, cross(out, right), out);
  };
  const angles: number[] = [];
  for (let angle = -180; angle < 180; angle += 15) {
    const from = ((angle - front + 540) % 360) - 180;
    if (Math.abs(from) < 94) angles.push(angle);
  }
  // What lies at the rim is drawn before what is nearer.
  angles.sort((a, b) => Math.abs(b - front) - Math.abs(a - front));
  for (const angle of angles) {
    const place = spot(angle);
    drawLeaf(sheet, place, -35 + random.between(-14, 14), 22);
    drawLeaf(sheet, place, 205 + random.between(-14, 14), 22);
  }
  for (const angle of angles) {
    const index = Math.round(angle / 15);
    if (index % 2 === 0) drawBlossom(sheet, spot(angle), far, index % 4 === 0 ? 15 : 10);
  }
  return [sheet.part()];
};
