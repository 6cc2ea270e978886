import { drawAccessories } from './accessories/draw-accessories.ts';
import { drawBackground } from './background/draw-background.ts';
import { drawBody } from './body/draw-body.ts';
import type { Drawing } from './drawing/drawing.ts';
import { createScene } from './drawing/scene.ts';
import { drawHead } from './head/draw-head.ts';
import type { Character } from './parameters/catalogue.ts';
import { stageFigure } from './stage-figure.ts';

/** Draws a character. Pure: the same character is the same drawing, to the byte. */
export function drawCharacter(character: Character): Drawing {
  const { skeleton, camera, headFrame } = stageFigure(character);
  const { width, height, scale, origin } = camera;
  const scene = createScene(character, scale, origin);
  const body = drawBody(scene, skeleton);
  const head = drawHead(scene, headFrame);
  const worn = drawAccessories(scene, head, skeleton);
  const parts = [...drawBackground(scene, width, height), ...body.parts, ...head.parts, ...worn.parts].sort(
    (a, b) => a.depth - b.depth,
  );
  return { width, height, parts, keyPoints: { ...body.keyPoints, ...head.keyPoints, ...worn.keyPoints } };
}
