import { depth } from '../../drawing/depth.ts';
import { spline } from '../../geometry/curve.ts';
import { ellipse } from '../../geometry/path.ts';
import { around, closed, evenly } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { lensOf, lensOutline } from './lens.ts';
import { drawGlint } from './spectacles.ts';
import { drawTube } from './tube.ts';

/** A single lens in a golden rim, on a chain that hangs from the ear. */
export const drawMonocle: DrawAccessory = (stage) => {
  const { scene, head } = stage;
  const { frame, shape } = head;
  const sheet = scene.sheet('glasses', depth.glasses);
  // Worn on the side that is turned towards the viewer.
  const near: 1 | -1 = frame.turn > 0 ? -1 : 1;
  const side = Math.abs(frame.turn) > 0.3 ? near : stage.random.pick([-1, 1] as const);
  const lens = lensOf(stage, side, 1, 'round');
  const edge = lensOutline(lens, 2.1);
  sheet.highlight('glass', closed(edge), { tone: 'flat', opacity: 0.1 });
  drawGlint(stage, sheet, lens, 0.6);
  const unit = frame.scale;
  drawTube(sheet, 'metal', around(edge), 3.6 * unit);
  const chain = spline(
    [
      lens.at(0.82, 0.72),
      frame.at(side * (shape.halfWidth * 0.86), shape.eyeY + 56, 26),
      frame.at(side * (shape.halfWidth * 0.99), shape.eyeY + 46, 6),
      frame.at(side * (shape.halfWidth + 2), shape.eyeY + 14, -4),
    ],
    6,
  );
  // Beads on a thread.
  sheet.line('metal', chain, 0.5, { start: 0.8, end: 0.8 });
  for (const link of evenly(chain, 18)) sheet.black('metal', ellipse(link, 1.5 * unit, 1.5 * unit));
  return [sheet.part()];
};
