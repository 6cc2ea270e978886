import type { Sleeve } from '../body/sleeve.ts';
import type { Figure } from '../body/figure.ts';
import type { LowerWear } from '../body/lower-wear.ts';

/** How an outfit is drawn. Everything below the chest is left out of busts. */
export interface Outfit {
  /** Leaves shoulders bare, so the torso's skin is drawn too. */
  readonly bare?: boolean;
  sleeve(figure: Figure): Sleeve | undefined;
  /** Draws the parts that cover the torso: top, collar, ribbon. */
  draw(figure: Figure): void;
  /** What covers hips and legs; drawn along the legs, not called for busts. */
  lower(figure: Figure): LowerWear;
}
