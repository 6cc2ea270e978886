import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { mix, type Point } from '../geometry/point.ts';
import { drawLowerWear } from '../clothes/draw-lower-wear.ts';
import { outfits } from '../clothes/outfits.ts';
import { drawArm } from './arm.ts';
import { Figure, signs } from './figure.ts';
import { BALL_OF_FOOT, MIDDLE_OF_HAND } from './joint-places.ts';
import { drawLeg } from './leg.ts';
import { drawNeck } from './neck.ts';
import { jointNames, type Skeleton } from './skeleton.ts';
import { drawStool } from './stool.ts';

/** What is drawn of a body, and where its joints are in drawing units. */
export interface BodyDrawing {
  readonly parts: Part[];
  readonly keyPoints: Readonly<Record<string, Point>>;
}

/**
 * Draws a posed body in its clothes, without the head. Parts are in no particular order: whoever puts the
 * drawing together sorts them by depth. Key points are the
 * joints (hands at the middle of the hand); those of a bust may lie below the picture.
 */
export function drawBody(scene: Scene, skeleton: Skeleton): BodyDrawing {
  const figure = new Figure(scene, skeleton);
  const outfit = outfits[scene.character.outfit];
  drawNeck(figure, outfit.bare ?? false);
  for (const sign of signs) drawArm(figure, sign, outfit.sleeve(figure));
  outfit.draw(figure);
  if (!figure.bust) {
    for (const sign of signs) drawLeg(figure, sign);
    drawLowerWear(figure, outfit.lower(figure));
    if (skeleton.pose.seat !== undefined) drawStool(figure);
  }
  const keyPoints: Record<string, Point> = {};
  for (const name of jointNames) keyPoints[name] = scene.place(skeleton.joints[name]);
  for (const side of ['Left', 'Right'] as const) {
    // The skeleton ends at stretched fingertips; labels want the middle of the hand, whatever it does.
    keyPoints[`hand${side}`] = mix(
      keyPoints[`wrist${side}`] as Point,
      keyPoints[`hand${side}`] as Point,
      MIDDLE_OF_HAND,
    );
    keyPoints[`toe${side}`] = mix(
      keyPoints[`ankle${side}`] as Point,
      keyPoints[`toe${side}`] as Point,
      BALL_OF_FOOT,
    );
  }
  return { parts: figure.parts(), keyPoints };
}
