import type { Figure } from '../body/figure.ts';
import type { Skirt, Trousers } from '../body/lower-wear.ts';
import type { Material } from '../palette/material.ts';

/** A pleated school skirt. */
export const pleatedSkirt = (material: Material, more: Partial<Skirt> = {}): Skirt => ({
  kind: 'skirt',
  material,
  length: 0.42,
  flare: 34,
  pleats: 'knife',
  ...more,
});

/** Ordinary trousers with a crease. */
export const longTrousers = (material: Material, more: Partial<Trousers> = {}): Trousers => ({
  kind: 'trousers',
  material,
  end: 1.97,
  thigh: 1.12,
  hem: 1.75,
  crease: true,
  ...more,
});

/** Skirts for girls, trousers for boys. */
export const skirtOrTrousers = (figure: Figure, skirt: Skirt, trousers: Trousers): Skirt | Trousers =>
  figure.proportions.gender === 'girl' ? skirt : trousers;
