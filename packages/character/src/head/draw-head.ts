import { hatCovers } from '../accessories/hats/hat-cover.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Point } from '../geometry/point.ts';
import { drawAhoge } from '../hair/ahoge.ts';
import { drawBackHair } from '../hair/back-hair.ts';
import { drawFringe } from '../hair/fringe.ts';
import { createScalp, type Scalp } from '../hair/scalp.ts';
import { drawSideLocks } from '../hair/side-locks.ts';
import { drawBrow } from './brow.ts';
import { drawEar } from './ear.ts';
import { expressionOf } from './expression.ts';
import { drawEye } from './eye.ts';
import { drawFace } from './face.ts';
import { faceShape, type FaceShape } from './face-shape.ts';
import type { HeadFrame } from './head-frame.ts';
import { drawMouth } from './mouth.ts';
import { drawNose } from './nose.ts';

/** A drawn head, and what hats, glasses and labels need to know about it. */
export interface DrawnHead {
  readonly parts: Part[];
  readonly keyPoints: Readonly<Record<string, Point>>;
  readonly frame: HeadFrame;
  readonly shape: FaceShape;
  readonly scalp: Scalp;
}

/** Draws head, face and hair of the scene's character. */
export function drawHead(scene: Scene, frame: HeadFrame): DrawnHead {
  const { character } = scene;
  const covered = hatCovers(character.hat);
  const shape = faceShape(character);
  const expression = expressionOf(character);
  const scalp = createScalp(frame, character);
  const fringe = drawFringe(scene, scalp);
  const face = drawFace(scene, frame, shape, expression, fringe.castShadow);
  const eyeRight = drawEye(scene, frame, shape, expression, -1);
  const eyeLeft = drawEye(scene, frame, shape, expression, 1);
  const browRight = drawBrow(scene, frame, shape, expression, -1);
  const browLeft = drawBrow(scene, frame, shape, expression, 1);
  const nose = drawNose(scene, frame, shape);
  const mouth = drawMouth(scene, frame, shape, expression);
  const earRight = drawEar(scene, frame, shape, -1);
  const earLeft = drawEar(scene, frame, shape, 1);
  const parts = [
    ...(covered.backHair ? [] : drawBackHair(scene, scalp, shape)),
    // A hood hides what would stand out of it: pointed ears and the ends of long locks.
    ...[earRight, earLeft].flatMap((ear) =>
      ear && !(covered.backHair && character.ears === 'elf') ? [ear.part] : [],
    ),
    face.part,
    mouth.part,
    nose.part,
    eyeRight.part,
    eyeLeft.part,
    ...drawSideLocks(
      covered.backHair && character.sideLocks !== 'none'
        ? { ...scene, character: { ...character, sideLocks: 'short' } }
        : scene,
      scalp,
      shape,
    ),
    fringe.part,
    browRight.part,
    browLeft.part,
    ...(covered.ahoge ? [] : drawAhoge(scene, scalp)),
  ];
  return {
    parts,
    frame,
    shape,
    scalp,
    keyPoints: {
      head: frame.flat(0, 0),
      chin: face.contour.chin,
      eyeRight: eyeRight.centre,
      eyeRightInner: eyeRight.inner,
      eyeRightOuter: eyeRight.outer,
      eyeLeft: eyeLeft.centre,
      eyeLeftInner: eyeLeft.inner,
      eyeLeftOuter: eyeLeft.outer,
      browRight: browRight.centre,
      browLeft: browLeft.centre,
      nose: nose.tip,
      mouth: mouth.centre,
      mouthRight: mouth.corners[0],
      mouthLeft: mouth.corners[1],
    },
  };
}
