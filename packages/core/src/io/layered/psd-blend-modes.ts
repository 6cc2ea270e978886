import type { BlendMode as PsdBlendMode } from 'ag-psd';
import type { GroupBlendMode } from '../../raster/index.ts';

/** ag-psd's names of Photoshop's blend modes; all of ours exist there. */
export const PSD_BLEND_MODES: Readonly<Record<GroupBlendMode, PsdBlendMode>> = {
  'pass-through': 'pass through',
  normal: 'normal',
  darken: 'darken',
  multiply: 'multiply',
  'color-burn': 'color burn',
  'linear-burn': 'linear burn',
  lighten: 'lighten',
  screen: 'screen',
  'color-dodge': 'color dodge',
  'linear-dodge': 'linear dodge',
  overlay: 'overlay',
  'soft-light': 'soft light',
  'hard-light': 'hard light',
  difference: 'difference',
  exclusion: 'exclusion',
  hue: 'hue',
  saturation: 'saturation',
  color: 'color',
  luminosity: 'luminosity',
};
