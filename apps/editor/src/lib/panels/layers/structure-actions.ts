import { i18n, type MessageKey } from '#lib/i18n/i18n.svelte.ts';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { locateInfo } from '#lib/studio/layer-infos.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { chosenIds, isSingle, layerAction } from './layer-action.ts';
import { outermost } from './layer-rows.ts';
import { layersPanel } from './layers-panel.svelte.ts';
import { nextNumber } from './next-number.ts';
import { stepMove } from './step-move.ts';

/** Actions that make, order and merge layers. */
export const structureActions = {
  addLayer: layerAction({
    label: 'layers.new',
    shortcut: '$mod+Shift+n',
    run: () => studio.edit({ type: 'add-layer', name: freeName('layers.layer'), ...aboveSelected() }),
  }),
  addGroup: layerAction({
    label: 'layers.newGroup',
    run: () =>
      studio.edit({
        type: 'group-layers',
        ids: [],
        name: freeName('layers.groupName'),
        ...aboveSelected(),
      }),
  }),
  group: layerAction({
    label: 'layers.group',
    shortcut: '$mod+g',
    enabled: hasChosen,
    run: () => studio.edit({ type: 'group-layers', ids: roots(), name: freeName('layers.groupName') }),
  }),
  ungroup: layerAction({
    label: 'layers.ungroup',
    shortcut: '$mod+Shift+g',
    enabled: () => isSingle() && studio.selected?.kind === 'group',
    run: () => studio.edit({ type: 'ungroup', id: studio.selected!.id }),
  }),
  duplicate: layerAction({
    label: 'layers.duplicate',
    enabled: hasChosen,
    run: () =>
      studio.edit({ type: 'duplicate-layers', ids: roots(), suffix: ` ${i18n.t('layers.copySuffix')}` }),
  }),
  delete: layerAction({
    label: 'layers.delete',
    shortcut: 'Delete',
    enabled: hasChosen,
    run: deleteChosen,
  }),
  rename: layerAction({
    label: 'layers.rename',
    shortcut: 'F2',
    enabled: hasChosen,
    run: () => (layersPanel.renaming = studio.selected?.id),
  }),
  selectAll: layerAction({
    label: 'layers.selectAll',
    shortcut: '$mod+Alt+a',
    enabled: () => studio.layers.length > 0,
    run: () => (studio.selectedIds = withActive(studio.layers)),
  }),
  moveUp: layerAction({
    label: 'layers.up',
    shortcut: '$mod+]',
    enabled: () => nextPlace(1) !== undefined,
    run: () => move(1),
  }),
  moveDown: layerAction({
    label: 'layers.down',
    shortcut: '$mod+[',
    enabled: () => nextPlace(-1) !== undefined,
    run: () => move(-1),
  }),
  mergeDown: layerAction({
    label: () =>
      !isSingle()
        ? 'layers.mergeLayers'
        : studio.selected?.kind === 'group'
          ? 'layers.mergeGroup'
          : 'layers.mergeDown',
    shortcut: '$mod+e',
    enabled: () => studio.selection.length > 1 || studio.selected?.kind === 'group' || hasLayerBelow(),
    run: () =>
      isSingle()
        ? studio.edit({ type: 'merge-down', id: studio.selected!.id })
        : studio.edit({ type: 'merge-layers', ids: chosenIds() }),
  }),
  mergeVisible: layerAction({
    label: 'layers.mergeVisible',
    shortcut: '$mod+Shift+e',
    enabled: () => studio.layers.some(({ visible, kind }) => visible && kind === 'raster'),
    run: () => studio.edit({ type: 'merge-visible' }),
  }),
  flatten: layerAction({
    label: 'layers.flatten',
    enabled: () => studio.layers.length > 0,
    run: () => studio.edit({ type: 'flatten' }),
  }),
};

function hasChosen(): boolean {
  return studio.selection.length > 0;
}

/** The chosen layers, without those that come along with a chosen group. */
function roots(): string[] {
  return outermost(studio.document?.layers ?? [], chosenIds()).map(({ id }) => id);
}

function aboveSelected(): { above?: string } {
  return studio.selected ? { above: studio.selected.id } : {};
}

/** "Layer 4" where there are layers up to "Layer 3". */
function freeName(key: MessageKey): string {
  const names = studio.layers.map(({ name }) => name);
  return i18n.t(key, { n: nextNumber(names, (n) => i18n.t(key, { n })) });
}

function nextPlace(by: 1 | -1) {
  return studio.document && stepMove(studio.document.layers, chosenIds(), by);
}

function move(by: 1 | -1): void {
  const place = nextPlace(by);
  if (place) moveLayers(place.ids, place.parent, place.index);
}

/** Moves layers as one step; `index` counts the layers of the group that stay there. */
export function moveLayers(ids: readonly string[], parent: string | undefined, index: number): void {
  void studio.edit({ type: 'move-layers', ids, ...(parent === undefined ? {} : { parent }), index });
}

function hasLayerBelow(): boolean {
  const id = studio.selected?.id;
  const place = id === undefined ? undefined : locateInfo(studio.document?.layers ?? [], id);
  return place !== undefined && place.index > 0;
}

function withActive(layers: readonly LayerInfo[]): string[] {
  const active = studio.selected?.id;
  const ids = layers.map(({ id }) => id).filter((id) => id !== active);
  return active === undefined ? ids : [...ids, active];
}

/** The neighbour of what was deleted is chosen then, so that the next one can be deleted at once. */
async function deleteChosen(): Promise<void> {
  const gone = new Set(roots().flatMap((id) => [id, ...insideOf(id)]));
  const order = studio.layers.map(({ id }) => id);
  const last = order.findLastIndex((id) => gone.has(id));
  const next =
    order.slice(last + 1).find((id) => !gone.has(id)) ?? order.slice(0, last).findLast((id) => !gone.has(id));
  await studio.edit({ type: 'delete-layers', ids: roots() });
  const left = studio.layers.some(({ id }) => id === next);
  if (left && next !== undefined && !studio.layers.some(({ id }) => gone.has(id)))
    studio.selectedIds = [next];
}

function insideOf(id: string): string[] {
  const group = studio.layers.find((layer) => layer.id === id);
  return (group?.children ?? []).flatMap((child) => [child.id, ...insideOf(child.id)]);
}
