import type { Figure } from '../body/figure.ts';
import type { LowerWear } from '../body/lower-wear.ts';
import { drawSkirt } from './draw-skirt.ts';
import { drawTrousers } from './draw-trousers.ts';

/** Draws what covers hips and legs. */
export function drawLowerWear(figure: Figure, wear: LowerWear): void {
  if (wear.kind === 'skirt') drawSkirt(figure, wear);
  else drawTrousers(figure, wear);
}
