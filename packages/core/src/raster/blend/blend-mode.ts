/**
 * The blend modes of layers, by the names that CSS and the W3C's Compositing and Blending Level 1 use,
 * and two that painters expect: `linear-dodge` (add: min(1, cb + cs)) and `linear-burn`
 * (max(0, cb + cs - 1)). In the order of menus: darker, lighter, contrast, comparison, colour.
 */
export const BLEND_MODES = [
  'normal',
  'darken',
  'multiply',
  'color-burn',
  'linear-burn',
  'lighten',
  'screen',
  'color-dodge',
  'linear-dodge',
  'overlay',
  'soft-light',
  'hard-light',
  'difference',
  'exclusion',
  'hue',
  'saturation',
  'color',
  'luminosity',
] as const;

/** How the colour of a layer is mixed with what lies under it. */
export type BlendMode = (typeof BLEND_MODES)[number];

/** A group may also let its children blend with what lies under the group. */
export type GroupBlendMode = BlendMode | 'pass-through';
