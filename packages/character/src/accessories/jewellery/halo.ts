import { depth } from '../../drawing/depth.ts';
import { outline } from '../../geometry/path.ts';
import { crownFrame } from '../local-frame.ts';
import { frontOf, ringArc } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';

/** A shining ring that floats above the head. */
export const drawHalo: DrawAccessory = (stage) => {
  const { scene, head } = stage;
  // Tipped forward, so that it reads as a ring from in front.
  const frame = crownFrame(head.scalp, head.scalp.ry + 25, -20);
  const front = frontOf(frame);
  const parts = ([1, 0] as const).map((isBack) => {
    const sheet = scene.sheet('accessory', isBack ? depth.hatBack : depth.hairOrnament + 0.3);
    const from = front + (isBack ? 89 : -91);
    const arc = (radius: number, height: number, a = from, b = from + 182) =>
      ringArc(frame, [radius, height], a, b, 19);
    sheet.flat('metal', outline(arc(58, 0), arc(46, 0).toReversed()), { tone: 'light' });
    sheet.shade('metal', outline(arc(58, 0), arc(54.5, 0).toReversed()), { tone: 'flat' });
    sheet.highlight('metal', outline(arc(53, 0, from + 20, from + 162), arc(50, 0, from + 162, from + 20)), {
      opacity: 0.9,
    });
    sheet.line('metal', arc(58, 0), 0.8, { start: 0.8, end: 0.8 });
    sheet.line('metal', arc(46, 0), 0.8, { start: 0.8, end: 0.8 });
    return sheet.part();
  });
  return parts;
};
