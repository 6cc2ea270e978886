import type { Material } from '../palette/material.ts';
import { widths } from './limb.ts';

/** What covers an arm. Lengths along the arm: 0 the shoulder, 1 the elbow, 2 the wrist. */
export interface Sleeve {
  readonly material: Material;
  readonly end: number;
  /** How much wider than the arm at the shoulder, the elbow and the hem, as multiples of its width there. */
  readonly shoulder: number;
  readonly elbow: number;
  readonly hem: number;
  /** A band at the hem: its length, and stripes on it. */
  readonly cuff?: { readonly material: Material; readonly length: number; readonly stripes?: Material };
  /** Where the sleeve is sewn on, as a thin line round the shoulder. */
  readonly seam?: boolean;
  /** Gathered at shoulder and hem: a puff. */
  readonly puff?: boolean;
  /** Stripes along the outer side. */
  readonly stripes?: Material;
  /** Ruffles at the hem. */
  readonly frill?: Material;
  /** Hangs from the wrist by so many torso units (kimono). */
  readonly drop?: number;
}

/** How wide a sleeve is at `t` in multiples of the arm there. */
export function sleeveRoom(sleeve: Sleeve): (t: number) => number {
  if (sleeve.puff) {
    const middle = sleeve.end * 0.5;
    return widths(
      [0, sleeve.shoulder],
      [middle, sleeve.elbow],
      [sleeve.end * 0.86, sleeve.hem * 1.04],
      [sleeve.end, sleeve.hem],
    );
  }
  if (sleeve.end <= 1) return widths([0, sleeve.shoulder], [sleeve.end, sleeve.hem]);
  const cuff = sleeve.cuff?.length ?? 0;
  // A gathered cuff: the sleeve hangs over it.
  if (cuff > 0.1 && sleeve.hem < sleeve.elbow)
    return widths(
      [0, sleeve.shoulder],
      [1, sleeve.elbow],
      [sleeve.end - cuff * 1.4, sleeve.elbow * 1.22],
      [sleeve.end - cuff, sleeve.hem * 1.12],
      [sleeve.end, sleeve.hem],
    );
  return widths([0, sleeve.shoulder], [1, sleeve.elbow], [sleeve.end, sleeve.hem]);
}
