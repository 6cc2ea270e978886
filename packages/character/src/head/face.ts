import { at, section, spline } from '../geometry/curve.ts';
import { ellipse, outline, polygon, type PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import type { Expression } from './expression.ts';
import { faceContour, type FaceContour } from './face-contour.ts';
import type { FaceShape } from './face-shape.ts';
import { onFace } from './face-surface.ts';
import type { HeadFrame } from './head-frame.ts';

/** A drawn face: others need its outline to cast shadows on it. */
export interface DrawnFace {
  readonly part: Part;
  readonly contour: FaceContour;
  readonly outline: PathData;
}

/**
 * Draws the skin of the face: outline, the shaded side, blush and marks, without features.
 *
 * @param castShadow What the fringe covers, in drawing units: its shadow falls on the forehead.
 */
export function drawFace(
  scene: Scene,
  frame: HeadFrame,
  shape: FaceShape,
  expression: Expression,
  castShadow: readonly PathData[],
): DrawnFace {
  const sheet = scene.sheet('face', depth.face);
  const contour = faceContour(frame, shape);
  const crown = spline(
    [
      at(contour.left, 1),
      frame.flat(-shape.halfWidth * 0.7, -84),
      frame.flat(0, -98),
      frame.flat(shape.halfWidth * 0.7, -84),
      at(contour.right, 0),
    ],
    4,
  );
  const right = spline(contour.right, 4);
  const left = spline(contour.left, 4);
  const skin = outline(right, left, crown);
  sheet.flat('skin', skin);
  drawSideShade(scene, sheet, frame, shape, right, left, skin);
  drawBlush(scene, sheet, frame, shape, expression, skin);
  for (const path of castShadow) sheet.shade('skin', path, { clip: skin });
  drawMarks(scene, sheet, frame, shape);
  // The line is heaviest around the chin and fades towards the temples, where hair takes over.
  const jaw = [...right.slice(6), ...left.slice(1, -6)];
  sheet.line('skin', jaw, 1.15, { taper: 0.7 });
  return { part: sheet.part(), contour, outline: skin };
}

/** The side of the face that the light does not reach: a strip along the outline. */
function drawSideShade(
  scene: Scene,
  sheet: Sheet,
  frame: HeadFrame,
  shape: FaceShape,
  right: readonly Point[],
  left: readonly Point[],
  clip: PathData,
): void {
  const dark = scene.light === -1 ? section(right, 0.1, 0.98, 10) : section(left, 0.9, 0.02, 10);
  const side = -scene.light;
  const inner = [
    frame.flat(side * shape.halfWidth * 0.16 + frame.turn * 22, shape.chin + 6, 44),
    onFace(frame, side * shape.halfWidth * 0.52, shape.mouthY + 9),
    onFace(frame, side * shape.halfWidth * 0.8, shape.noseY - 2),
    onFace(frame, side * shape.halfWidth * 0.86, shape.eyeY - 4),
    onFace(frame, side * shape.halfWidth * 0.82, -30),
  ];
  sheet.shade('skin', outline(dark, spline(inner, 3)), { clip, opacity: 0.75 });
}

function drawBlush(
  scene: Scene,
  sheet: Sheet,
  frame: HeadFrame,
  shape: FaceShape,
  expression: Expression,
  clip: PathData,
): void {
  const amount = Math.min(1, scene.character.blush + expression.blush);
  if (amount < 0.12) return;
  for (const side of [-1, 1] as const) {
    const y = shape.eyeY + shape.eyeHeight * 0.98 + 7;
    const centre = onFace(frame, side * (shape.eyeX + 9), y);
    const reach = onFace(frame, side * (shape.eyeX + 9) + 17, y);
    const rx = Math.hypot(reach[0] - centre[0], reach[1] - centre[1]);
    sheet.shade('blush', ellipse(centre, rx, frame.scale * 8.5, scene.character.roll), {
      tone: 'flat',
      opacity: 0.2 + amount * 0.22,
      clip,
    });
    sheet.shade('blush', ellipse(centre, rx * 0.62, frame.scale * 5, scene.character.roll), {
      tone: 'flat',
      opacity: 0.16 + amount * 0.16,
      clip,
    });
    if (amount > 0.75) {
      // Short hatches across the cheek, the comic sign of a hot face.
      for (const offset of [-8, 0, 8]) {
        const x = side * (shape.eyeX + 9) + offset;
        sheet.line(
          'blush',
          [onFace(frame, x + 2.5, y - 4), onFace(frame, x, y), onFace(frame, x - 2.5, y + 4)],
          0.55,
          { opacity: 0.9 },
        );
      }
    }
  }
}

function drawMarks(scene: Scene, sheet: Sheet, frame: HeadFrame, shape: FaceShape): void {
  const side = scene.light;
  const spot = (x: number, y: number, radius: number): void =>
    sheet.black('skin', ellipse(onFace(frame, x, y), frame.scale * radius, frame.scale * radius));
  switch (scene.character.marks) {
    case 'none':
      return;
    case 'moleEye':
      return spot(side * (shape.eyeX + 9), shape.eyeY + shape.eyeHeight + 9, 1.7);
    case 'moleMouth':
      return spot(side * 19, shape.mouthY + 9, 1.6);
    case 'freckles':
      for (const half of [-1, 1])
        for (const [x, y] of [
          [-9, 0],
          [-2, -3],
          [5, 1],
          [12, -2],
          [1, 4.5],
        ] as const)
          sheet.shade(
            'skin',
            ellipse(
              onFace(frame, half * (shape.eyeX - 4 + x), shape.noseY - 3 + y),
              frame.scale * 1.5,
              frame.scale * 1.2,
            ),
            { tone: 'deep' },
          );
      return;
    case 'scar': {
      const x = side * (shape.eyeX + 4);
      const y = shape.eyeY + shape.eyeHeight + 6;
      sheet.line(
        'blush',
        [onFace(frame, x - 9, y - 4), onFace(frame, x, y + 1), onFace(frame, x + 10, y + 9)],
        1.1,
      );
      for (const t of [-5, 1, 6])
        sheet.line(
          'blush',
          [
            onFace(frame, x + t + 3, y + t * 0.6 - 4),
            onFace(frame, x + t, y + t * 0.6),
            onFace(frame, x + t - 3, y + t * 0.6 + 4),
          ],
          0.6,
        );
      return;
    }
    case 'plaster': {
      const x = side * (shape.eyeX + 6);
      const y = shape.noseY + 4;
      const corner = (u: number, v: number): Point => onFace(frame, x + u * 12 + v * 2.5, y + v * 5 - u * 4);
      const box = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
      sheet.flat('linen', polygon(box), { tone: 'shade' });
      sheet.flat('linen', polygon([corner(-0.4, -1), corner(0.4, -1), corner(0.4, 1), corner(-0.4, 1)]));
      sheet.line('skin', [...box, box[0] as Point], 0.6, { start: 1, end: 1 });
      return;
    }
  }
}
