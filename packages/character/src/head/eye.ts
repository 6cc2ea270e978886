import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Expression } from './expression.ts';
import { createEyeFrame, type EyeFrame } from './eye-frame.ts';
import type { FaceShape } from './face-shape.ts';
import type { HeadFrame } from './head-frame.ts';
import { drawIris, drawSparkles } from './iris.ts';
import { drawLashes } from './lashes.ts';
import { lidCurves } from './lid-curves.ts';
import { drawShutEye } from './shut-eye.ts';
import { drawTears } from './tears.ts';

/** The v of the line on which the lids meet when shut. */
const SHUT = 0.42;

/** Where an eye is and what it looks at: for labels and for measuring its colour. */
export interface DrawnEye {
  readonly part: Part;
  readonly centre: Point;
  readonly inner: Point;
  readonly outer: Point;
  /** The middle of the visible iris; absent when the eye is shut. */
  readonly iris?: Point;
}

/** Draws one eye with lids, lashes, iris and lights. */
export function drawEye(
  scene: Scene,
  frame: HeadFrame,
  shape: FaceShape,
  expression: Expression,
  side: 1 | -1,
): DrawnEye {
  const { character } = scene;
  const sheet = scene.sheet('eye', depth.eye, side === 1 ? 'left' : 'right');
  const eye = createEyeFrame(frame, shape, character.eyeTilt, side);
  const state = side === 1 ? expression.lidLeft : expression.lidRight;
  const corners = { inner: eye.at(-1, 0.3), outer: eye.at(1, 0.1), centre: eye.at(0, 0) };
  if (state !== 'open') {
    drawShutEye(scene, sheet, eye, state);
    return { part: sheet.part(), ...corners };
  }
  const curves = lidCurves[character.eyeShape];
  const open = expression.lids;
  const upper = curves.upper.map(([u, v]): Point => [u, SHUT + (v - SHUT) * (v < SHUT ? open : 1)]);
  const lower = curves.lower.map(([u, v]): Point => [u, SHUT + (v - SHUT) * (0.75 + 0.25 * open)]);
  const upperLine = spline(eye.points(upper), 3);
  const lowerLine = spline(eye.points(lower), 3);
  const white = outline(upperLine, lowerLine);

  sheet.flat('sclera', white);
  sheet.shade('sclera', outline(upperLine, shadowEdge(eye, upper)), { clip: white });
  const irisCentre = drawIris(scene, sheet, eye, expression, side, white);
  // The shadow of the lid and its lashes lies on the iris, too.
  sheet.shade('lash', outline(upperLine, shadowEdge(eye, upper)), {
    clip: white,
    tone: 'flat',
    opacity: 0.38,
  });
  drawSparkles(scene, sheet, eye, irisCentre, expression, white);
  drawLashes(scene, sheet, eye, upper, upperLine, lowerLine);
  if (expression.tears !== 'none') drawTears(sheet, eye, lower, expression.tears);
  return { part: sheet.part(), ...corners, iris: irisCentre };
}

/** The lower edge of the shadow under the upper lid, from the outer to the inner corner. */
function shadowEdge(eye: EyeFrame, upper: readonly Point[]): Point[] {
  return spline(eye.points(upper.map(([u, v]): Point => [u, v + 0.4 * (1 - u * u * 0.7)])).toReversed(), 2);
}
