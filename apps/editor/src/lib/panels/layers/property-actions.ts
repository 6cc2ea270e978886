import type { ColourMode, ColourTag, LayerRole } from '@koma/core/document';
import type { GroupBlendMode } from '@koma/core/raster';
import type { EditCommand, HistoryLabel, LayerInfo } from '#lib/raster/protocol.ts';
import { locateInfo } from '#lib/studio/layer-infos.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { chosenIds, chosenRasters, layerAction, type LayerActionOptions } from './layer-action.ts';
import { groupsAround } from './layer-rows.ts';
import { layersPanel } from './layers-panel.svelte.ts';

type Change = Extract<EditCommand, { type: 'set-layers' }>['change'];

/** Actions that turn a property of the chosen layers on or off. */
export const propertyActions = {
  clip: layerAction({
    ...toggle('clip', 'layers.clip', 'history.clip', () => [...studio.selection]),
    shortcut: '$mod+Alt+g',
    enabled: () => studio.selection.some((layer) => layer.clip || hasLayerBelow(layer)),
  }),
  alphaLock: layerAction({
    ...toggle('alphaLocked', 'layers.alphaLock', 'history.alphaLock', chosenRasters),
    shortcut: '/',
  }),
  lock: layerAction(toggle('locked', 'layers.lock', 'history.lock', () => [...studio.selection])),
  reference: layerAction(toggle('reference', 'layers.reference', 'history.reference', chosenRasters)),
  lineArt: layerAction({
    label: 'layers.lineArt',
    enabled: () => chosenRasters().length > 0,
    checked: isLineArt,
    run: () => setRole(isLineArt() ? 'none' : 'line-art'),
  }),
};

function toggle(
  key: 'clip' | 'alphaLocked' | 'locked' | 'reference',
  label: LayerActionOptions['label'],
  step: HistoryLabel,
  targets: () => LayerInfo[],
): LayerActionOptions {
  const checked = () => targets().length > 0 && targets().every((layer) => layer[key]);
  return {
    label,
    enabled: () => targets().length > 0,
    checked,
    run: () =>
      set(
        targets().map(({ id }) => id),
        { [key]: !checked() },
        step,
      ),
  };
}

function set(ids: readonly string[], change: Change, label: HistoryLabel, amend = false): Promise<void> {
  if (ids.length === 0) return Promise.resolve();
  return studio.edit({ type: 'set-layers', ids, change, label, ...(amend ? { amend } : {}) });
}

function isLineArt(): boolean {
  return chosenRasters().length > 0 && chosenRasters().every(({ role }) => role === 'line-art');
}

function hasLayerBelow({ id }: LayerInfo): boolean {
  return (locateInfo(studio.document?.layers ?? [], id)?.index ?? 0) > 0;
}

/** Line art is in multiply, so that what is painted below it shows through the white of the paper. */
export function setRole(role: LayerRole): void {
  const rasters = chosenRasters();
  const all = (mode: GroupBlendMode) => rasters.every(({ blendMode }) => blendMode === mode);
  const blend: Change =
    role === 'line-art' && all('normal')
      ? { blendMode: 'multiply' }
      : role !== 'line-art' && isLineArt() && all('multiply')
        ? { blendMode: 'normal' }
        : {};
  void set(
    rasters.map(({ id }) => id),
    { role, ...blend },
    'history.role',
  );
}

export function setColourTag(colourTag: ColourTag): void {
  void set(chosenIds(), { colourTag }, 'history.colourTag');
}

export function setColourMode(colourMode: ColourMode): void {
  void set(
    chosenRasters().map(({ id }) => id),
    { colourMode },
    'history.colourMode',
  );
}

/** Pass-through is for groups only. */
export function setBlendMode(blendMode: GroupBlendMode): void {
  const layers = studio.selection.filter(({ kind }) => blendMode !== 'pass-through' || kind === 'group');
  void set(
    layers.map(({ id }) => id),
    { blendMode },
    'history.blendMode',
  );
}

/** @param amend joins it to the last step: a slider on the move */
export function setOpacity(opacity: number, amend: boolean): Promise<void> {
  return set(chosenIds(), { opacity }, 'history.opacity', amend);
}

export function setVisible(ids: readonly string[], visible: boolean): void {
  void set(ids, { visible }, 'history.visibility');
}

export function renameLayer(layer: LayerInfo, name: string): void {
  const trimmed = name.trim();
  if (trimmed && trimmed !== layer.name) void set([layer.id], { name: trimmed }, 'history.renameLayer');
}

export async function setExpanded(layer: LayerInfo, expanded: boolean): Promise<void> {
  if (layer.kind === 'group' && layer.expanded !== expanded)
    await set([layer.id], { expanded }, 'history.properties');
}

/** Hides everything but one layer and its groups; the second time everything is as it was. */
export function showOnly(layer: LayerInfo): void {
  const layers = studio.document?.layers;
  if (!layers) return;
  const { solo } = layersPanel;
  const isVisible = new Set(studio.layers.filter(({ visible }) => visible).map(({ id }) => id));
  if (solo?.id === layer.id && !solo.hidden.some((id) => isVisible.has(id)) && isVisible.has(layer.id)) {
    layersPanel.solo = undefined;
    void studio.edit({ type: 'show-layers', shown: solo.hidden, hidden: solo.shown });
    return;
  }
  const around = new Set(groupsAround(layers, layer.id));
  const rivals = [layers, ...studio.layers.filter(({ id }) => around.has(id)).map(({ children }) => children)]
    .flat()
    .filter(({ id }) => id !== layer.id && !around.has(id));
  const hidden = rivals.filter(({ visible }) => visible).map(({ id }) => id);
  const shown = [layer.id, ...around].filter((id) => !isVisible.has(id));
  if (hidden.length + shown.length === 0) {
    // Nothing else is visible, and not by our doing: show everything.
    const all = rivals.map(({ id }) => id);
    if (all.length > 0) void studio.edit({ type: 'show-layers', shown: all, hidden: [] });
    return;
  }
  layersPanel.solo = { id: layer.id, hidden, shown };
  void studio.edit({ type: 'show-layers', shown, hidden });
}
