import type { Material } from '../palette/material.ts';

/** A skirt from the waist; lengths in thigh lengths below the hips. */
export interface Skirt {
  readonly kind: 'skirt';
  readonly material: Material;
  readonly length: number;
  /** How far the hem stands out beyond the hips, torso units. */
  readonly flare: number;
  readonly pleats: 'knife' | 'gathered' | 'plain' | 'wrap';
  readonly band?: Material;
  /** Stripes or a frill along the hem. */
  readonly hem?: { readonly material: Material; readonly kind: 'stripe' | 'frill' };
  readonly apron?: Material;
}

/** Trousers along the legs; `end` 0 hip, 1 knee, 2 ankle. */
export interface Trousers {
  readonly kind: 'trousers';
  readonly material: Material;
  readonly end: number;
  /** Width as a multiple of the leg's, at the thigh and at the hem. */
  readonly thigh: number;
  readonly hem: number;
  readonly crease?: boolean;
  readonly cuff?: Material;
  readonly stripes?: Material;
  readonly plates?: Material;
}

/** What covers hips and legs. */
export type LowerWear = Skirt | Trousers;
