import type { SelectionMode } from '#lib/raster/protocol.ts';

/**
 * How a new selection joins the old one, by the keys held when it is begun: Shift adds, Alt takes away,
 * both keep what is in both. Without keys it is what the options say.
 */
export function selectionMode(chosen: SelectionMode, keys: { shift: boolean; alt: boolean }): SelectionMode {
  if (keys.shift && keys.alt) return 'intersect';
  if (keys.shift) return 'add';
  return keys.alt ? 'subtract' : chosen;
}
