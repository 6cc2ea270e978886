import type { BlendMode } from '@koma/core/raster';
import type { MessageKey } from '#lib/i18n/i18n.svelte.ts';

interface BlendModeGroup {
  readonly label: Extract<MessageKey, `blend.group.${string}`>;
  readonly modes: readonly BlendMode[];
}

/** All blend modes in the order of Photoshop's menu, each once. */
export const BLEND_MODE_GROUPS: readonly BlendModeGroup[] = [
  { label: 'blend.group.normal', modes: ['normal'] },
  { label: 'blend.group.darken', modes: ['darken', 'multiply', 'color-burn', 'linear-burn'] },
  { label: 'blend.group.lighten', modes: ['lighten', 'screen', 'color-dodge', 'linear-dodge'] },
  { label: 'blend.group.contrast', modes: ['overlay', 'soft-light', 'hard-light'] },
  { label: 'blend.group.inversion', modes: ['difference', 'exclusion'] },
  { label: 'blend.group.component', modes: ['hue', 'saturation', 'color', 'luminosity'] },
];
