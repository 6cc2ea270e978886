import type { Part } from '../../drawing/drawing.ts';
import type { Character } from '../../parameters/catalogue.ts';
import type { DrawAccessory, Stage } from '../stage.ts';
import { drawEyepatch } from './eyepatch.ts';
import { drawMonocle } from './monocle.ts';
import { drawHalfRimGlasses, drawRoundGlasses, drawSquareGlasses, drawSunglasses } from './spectacles.ts';

/** How each kind of glasses is drawn. */
const glassesKinds: Readonly<Record<Exclude<Character['glasses'], 'none'>, DrawAccessory>> = {
  round: drawRoundGlasses,
  square: drawSquareGlasses,
  halfRim: drawHalfRimGlasses,
  sunglasses: drawSunglasses,
  eyepatch: drawEyepatch,
  monocle: drawMonocle,
};

/** Draws the glasses of the scene's character. */
export function drawGlasses(stage: Stage): Part[] {
  const { glasses } = stage.scene.character;
  return glasses === 'none' ? [] : glassesKinds[glasses](stage);
}
