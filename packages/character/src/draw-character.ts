import { drawAccessories } from './accessories/draw-accessories.ts';
import { headroom } from './accessories/headroom.ts';
import { drawBackground } from './background/draw-background.ts';
import { drawBody } from './body/draw-body.ts';
import { poseSkeleton, skeletonBounds } from './body/skeleton.ts';
import { frameFigure } from './drawing/camera.ts';
import type { Drawing } from './drawing/drawing.ts';
import { createScene } from './drawing/scene.ts';
import { drawHead } from './head/draw-head.ts';
import { createHeadFrame } from './head/head-frame.ts';
import type { Character } from './parameters/catalogue.ts';

/** Draws a character. Pure: the same character is the same drawing, to the byte. */
export function drawCharacter(character: Character): Drawing {
  const skeleton = poseSkeleton(character);
  const { width, height, scale, origin } = frameFigure(
    character,
    skeletonBounds(skeleton),
    headroom(character) * skeleton.headScale,
  );
  const scene = createScene(character, scale, origin);
  const frame = createHeadFrame({
    yaw: character.yaw,
    pitch: character.pitch,
    roll: skeleton.headTilt,
    origin: scene.place(skeleton.joints.head),
    scale: scale * skeleton.headScale,
  });
  const body = drawBody(scene, skeleton);
  const head = drawHead(scene, frame);
  const worn = drawAccessories(scene, head, skeleton);
  const parts = [...drawBackground(scene, width, height), ...body.parts, ...head.parts, ...worn.parts].sort(
    (a, b) => a.depth - b.depth,
  );
  return { width, height, parts, keyPoints: { ...body.keyPoints, ...head.keyPoints, ...worn.keyPoints } };
}
