import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Expression } from './expression.ts';
import type { FaceShape } from './face-shape.ts';
import { onFace } from './face-surface.ts';
import type { HeadFrame } from './head-frame.ts';

/** Half the thickness at the thickest place and the length, head units. */
const styles = {
  thin: { half: 1.25, length: 38, arch: 6 },
  natural: { half: 2.1, length: 40, arch: 5.5 },
  thick: { half: 3.6, length: 42, arch: 4.5 },
  short: { half: 3.4, length: 20, arch: 2 },
  angled: { half: 2.3, length: 41, arch: 3 },
} as const;

/** Draws one brow; it lies over the fringe, faintly, as artists draw it. */
export function drawBrow(
  scene: Scene,
  frame: HeadFrame,
  shape: FaceShape,
  expression: Expression,
  side: 1 | -1,
): { readonly part: Part; readonly centre: Point } {
  const sheet = scene.sheet('brow', depth.brow, side === 1 ? 'left' : 'right');
  const { brows, gender } = scene.character;
  const style = styles[brows];
  const half = style.half * (gender === 'boy' ? 1.35 : 1);
  const angle = ((expression.browAngle + (brows === 'angled' ? 7 : 0)) * Math.PI) / 180;
  const place = (t: number, offset: number): Point => {
    // t from the inner (0) to the outer end (1).
    const x = (t - 0.42) * style.length;
    const y = -style.arch * (1 - (t * 2 - 1.15) ** 2) + style.arch * 0.4 + offset;
    const turned = [x * Math.cos(angle) + y * Math.sin(angle) * 0.2, y + -x * Math.sin(angle)] as const;
    return onFace(
      frame,
      side * (shape.eyeX + turned[0] + 1),
      shape.browY -
        expression.browRaise +
        turned[1] +
        (expression.browAngle > 0 ? expression.browAngle * 0.12 : 0),
      3,
    );
  };
  const width = [0.55, 1, 1, 0.7, 0];
  const steps = [0, 0.25, 0.5, 0.78, 1];
  const upper = spline(
    steps.map((t, i) => place(t, -half * (width[i] ?? 0))),
    3,
  );
  const lower = spline(steps.map((t, i) => place(t, half * (width[i] ?? 0))).toReversed(), 3);
  sheet.black('brow', outline(upper, lower));
  return { part: sheet.part(), centre: place(0.45, 0) };
}
