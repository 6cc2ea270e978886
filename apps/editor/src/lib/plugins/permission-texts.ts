import type { Permission } from '@koma/core/plugin';
import type { MessageKey } from '#lib/i18n/i18n.svelte.ts';

/** What a permission means, in the person's words. */
export const PERMISSION_TEXTS: Readonly<Record<Permission, MessageKey>> = {
  'layer:read': 'plugin.permission.layerRead',
  'layer:write': 'plugin.permission.layerWrite',
  'selection:read': 'plugin.permission.selectionRead',
  storage: 'plugin.permission.storage',
  network: 'plugin.permission.network',
  inference: 'plugin.permission.inference',
};
