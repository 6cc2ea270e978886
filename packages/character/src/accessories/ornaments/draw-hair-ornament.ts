import type { Part } from '../../drawing/drawing.ts';
import type { Character } from '../../parameters/catalogue.ts';
import type { DrawAccessory, Stage } from '../stage.ts';
import { drawBell } from './bell.ts';
import { drawBows, drawLargeBow } from './bows.ts';
import { drawFrill, drawHairband } from './hairband.ts';
import { drawFlower } from './flower.ts';
import { drawCrossedPins, drawPins, drawStar } from './pins.ts';
import { drawWreath } from './wreath.ts';

/** How each hair ornament is drawn. */
const hairOrnaments: Readonly<Record<Exclude<Character['hairOrnament'], 'none'>, DrawAccessory>> = {
  pin: drawPins,
  cross: drawCrossedPins,
  flower: drawFlower,
  star: drawStar,
  bow: drawLargeBow,
  bows: drawBows,
  hairband: drawHairband,
  frill: drawFrill,
  wreath: drawWreath,
  bell: drawBell,
};

/** Draws the hair ornament of the scene's character. */
export function drawHairOrnament(stage: Stage): Part[] {
  const { hairOrnament } = stage.scene.character;
  return hairOrnament === 'none' ? [] : hairOrnaments[hairOrnament](stage);
}
