import type { Part } from '../../drawing/drawing.ts';
import type { Character } from '../../parameters/catalogue.ts';
import type { DrawAccessory, Stage } from '../stage.ts';
import { drawBeanie } from './beanie.ts';
import { drawBeret } from './beret.ts';
import { drawCap } from './cap.ts';
import { drawCrown } from './crown.ts';
import { drawHood } from './hood.ts';
import { drawSailorCap } from './sailor-cap.ts';
import { drawStraw } from './straw.ts';
import { drawTopHat } from './top-hat.ts';
import { drawWitch } from './witch.ts';

/** How each hat is drawn. */
const hats: Readonly<Record<Exclude<Character['hat'], 'none'>, DrawAccessory>> = {
  beret: drawBeret,
  cap: drawCap,
  straw: drawStraw,
  witch: drawWitch,
  beanie: drawBeanie,
  sailor: drawSailorCap,
  top: drawTopHat,
  hood: drawHood,
  crown: drawCrown,
};

/** Draws the hat of the scene's character. */
export function drawHat(stage: Stage): Part[] {
  const { hat } = stage.scene.character;
  return hat === 'none' ? [] : hats[hat](stage);
}
