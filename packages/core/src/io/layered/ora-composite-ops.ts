import type { BlendMode } from '../../raster/index.ts';

/**
 * The `composite-op` of each blend mode. The OpenRaster baseline names no operator for exclusion and
 * linear burn; they become what looks most like them.
 */
export const ORA_COMPOSITE_OPS: Readonly<Record<BlendMode, string>> = {
  normal: 'svg:src-over',
  darken: 'svg:darken',
  multiply: 'svg:multiply',
  'color-burn': 'svg:color-burn',
  'linear-burn': 'svg:multiply',
  lighten: 'svg:lighten',
  screen: 'svg:screen',
  'color-dodge': 'svg:color-dodge',
  'linear-dodge': 'svg:plus',
  overlay: 'svg:overlay',
  'soft-light': 'svg:soft-light',
  'hard-light': 'svg:hard-light',
  difference: 'svg:difference',
  exclusion: 'svg:difference',
  hue: 'svg:hue',
  saturation: 'svg:saturation',
  color: 'svg:color',
  luminosity: 'svg:luminosity',
};

/** Blend modes that OpenRaster has no operator for. */
export const ORA_APPROXIMATED: ReadonlySet<string> = new Set<BlendMode>(['linear-burn', 'exclusion']);
