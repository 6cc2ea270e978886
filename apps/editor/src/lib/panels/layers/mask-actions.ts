import type { LayerInfo, SelectionMode } from '#lib/raster/protocol.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { layerAction } from './layer-action.ts';

const mask = () => studio.selected?.mask;
const hasMask = () => mask() !== undefined;
const hasSelection = () => studio.document?.selection !== undefined;
const isRaster = () => studio.selected?.kind === 'raster';

/** Actions on the active layer's mask, and between layers and the selection. */
export const maskActions = {
  addMask: layerAction({
    label: () => (hasSelection() ? 'layers.addMaskFromSelection' : 'layers.addMask'),
    enabled: () => studio.selected !== undefined && !hasMask(),
    run: () => addMask(hasSelection() ? 'selection' : 'reveal'),
  }),
  addHidingMask: layerAction({
    label: 'layers.addHidingMask',
    enabled: () => studio.selected !== undefined && !hasMask(),
    run: () => addMask('hide'),
  }),
  enableMask: layerAction({
    label: 'layers.maskEnabled',
    enabled: hasMask,
    checked: () => mask()?.enabled ?? false,
    run: () => enableMask(studio.selected!),
  }),
  invertMask: layerAction({
    label: 'layers.invertMask',
    enabled: hasMask,
    run: () => studio.edit({ type: 'invert-mask', id: studio.selected!.id }),
  }),
  applyMask: layerAction({
    label: 'layers.applyMask',
    enabled: () => hasMask() && isRaster(),
    run: () => studio.edit({ type: 'apply-mask', id: studio.selected!.id }),
  }),
  deleteMask: layerAction({
    label: 'layers.deleteMask',
    enabled: hasMask,
    run: () => studio.edit({ type: 'delete-mask', id: studio.selected!.id }),
  }),
  selectMask: layerAction({
    label: 'layers.selectMask',
    enabled: hasMask,
    run: () => selectArea(studio.selected!, 'mask', 'replace'),
  }),
  selectAlpha: layerAction({
    label: 'layers.selectAlpha',
    enabled: isRaster,
    run: () => selectArea(studio.selected!, 'pixels', 'replace'),
  }),
  copySelection: layerAction({
    label: 'layers.copySelection',
    shortcut: '$mod+j',
    enabled: isRaster,
    run: () => layerFromSelection(false),
  }),
  cutSelection: layerAction({
    label: 'layers.cutSelection',
    shortcut: '$mod+Shift+j',
    enabled: () => isRaster() && hasSelection(),
    run: () => layerFromSelection(true),
  }),
};

/** What was added is painted on next. */
async function addMask(from: 'reveal' | 'hide' | 'selection'): Promise<void> {
  const { id } = studio.selected!;
  await studio.edit({ type: 'add-mask', id, from });
  if (studio.selected?.id === id && studio.selected.mask) studio.plane = 'mask';
}

function layerFromSelection(cut: boolean): void {
  const { id, name } = studio.selected!;
  const copy = `${name} ${i18n.t('layers.copySuffix')}`;
  void studio.edit({ type: 'layer-from-selection', id, cut, name: copy });
}

/** Turns a layer's mask on or off. */
export function enableMask({ id, mask: current }: LayerInfo): void {
  if (current) void studio.edit({ type: 'enable-mask', id, enabled: !current.enabled });
}

/** Makes a selection of where a layer, or its mask, is opaque. */
export function selectArea({ id }: LayerInfo, plane: 'pixels' | 'mask', mode: SelectionMode): void {
  void studio.select({ type: 'layer-alpha', id, plane, mode });
}
