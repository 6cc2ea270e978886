import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { at, spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import { add, mix, type Point } from '../geometry/point.ts';
import type { EyeFrame } from './eye-frame.ts';

/** Draws an eye of which only the lash line is seen: laughing or asleep. */
export function drawShutEye(scene: Scene, sheet: Sheet, eye: EyeFrame, state: 'happy' | 'shut'): void {
  const amount = scene.character.gender === 'boy' ? 0.3 : scene.character.lashes;
  const weight = 2.7 + amount * 0.7;
  const arc: Point[] =
    state === 'happy'
      ? [
          [-1, 0.42],
          [-0.62, -0.04],
          [0, -0.26],
          [0.62, -0.04],
          [1.04, 0.44],
        ]
      : [
          [-1, 0.2],
          [-0.6, 0.48],
          [0, 0.62],
          [0.6, 0.5],
          [1.05, 0.12],
        ];
  const line = spline(eye.points(arc), 5);
  // The lid itself is in the shade of the brow.
  const lid = spline(eye.points(arc.map(([u, v]): Point => [u * 0.96, v - 0.52 * (1 - u * u * 0.8)])), 3);
  sheet.shade('skin', outline(line, lid.toReversed()), { tone: 'deep' });
  sheet.line('lash', line, weight, { taper: 0.55 });
  const lashes = amount > 0.25 ? [0.9, 0.8] : [];
  for (const t of lashes) {
    const root = at(line, t);
    const drop = state === 'happy' ? 0.02 : 0.2;
    const tip = add(root, [(root[0] - eye.at(0, 0)[0]) * 0.24, eye.halfHeight * (drop + 0.02)]);
    sheet.line('lash', [root, mix(root, tip, 0.5), tip], 1, { start: 1 });
  }
  const crease = arc.slice(1, 4).map(([u, v]): Point => [u * 0.9 + 0.05, v - 0.4]);
  sheet.line('skin', spline(eye.points(crease), 4), 0.6, { taper: 0.9 });
}
