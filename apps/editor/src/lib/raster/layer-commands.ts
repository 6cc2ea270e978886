import {
  addLayer,
  addMask,
  applyMask,
  assertUnlocked,
  clearSelection,
  deleteLayers,
  deleteMask,
  duplicateLayers,
  editPixels,
  fillSelection,
  flattenAll,
  groupLayers,
  invertMask,
  layerFromSelection,
  mergeDown,
  mergeLayers,
  mergeVisible,
  moveLayers,
  ungroup,
  type LayerNode,
  type PlainProperties,
  type Transaction,
} from '@koma/core/document';
import { parseHex, type TileCompositor } from '@koma/core/raster';
import type { EditCommand, HistoryLabel } from './protocol.ts';

/** What a command is called in the history. */
export function labelOf(command: EditCommand): HistoryLabel {
  switch (command.type) {
    case 'set-layers':
      return command.label;
    case 'show-layers':
      return 'history.visibility';
    case 'add-layer':
      return 'history.addLayer';
    case 'group-layers':
      return 'history.group';
    case 'ungroup':
      return 'history.ungroup';
    case 'delete-layers':
      return 'history.deleteLayer';
    case 'move-layers':
      return 'history.moveLayer';
    case 'duplicate-layers':
      return 'history.duplicate';
    case 'merge-down':
    case 'merge-layers':
    case 'merge-visible':
      return 'history.merge';
    case 'flatten':
      return 'history.flatten';
    case 'add-mask':
      return 'history.addMask';
    case 'delete-mask':
      return 'history.deleteMask';
    case 'apply-mask':
      return 'history.applyMask';
    case 'invert-mask':
      return 'history.invertMask';
    case 'enable-mask':
      return 'history.enableMask';
    case 'clear':
      return 'history.clear';
    case 'fill-selection':
      return 'history.fillColour';
    case 'layer-from-selection':
      return 'history.layerFromSelection';
    case 'rename-document':
      return 'history.renameDocument';
  }
}

/**
 * Carries out a command of the layers panel or a menu.
 * @returns the layers to select then, where it makes any
 */
export function carryOut(
  transaction: Transaction,
  command: EditCommand,
  compositor: TileCompositor,
): readonly string[] | undefined {
  switch (command.type) {
    case 'set-layers':
      return setLayers(transaction, command.ids, command.change);
    case 'show-layers':
      for (const id of command.shown) transaction.setLayer(id, { visible: true });
      for (const id of command.hidden) transaction.setLayer(id, { visible: false });
      return undefined;
    case 'add-layer':
      return [addLayer(transaction, command.name, command.above, (command.properties ?? {}) as object)];
    case 'group-layers':
      return [groupLayers(transaction, command.ids, command.name, command.above)];
    case 'ungroup':
      return ungroup(transaction, command.id);
    case 'delete-layers':
      return void deleteLayers(transaction, command.ids);
    case 'move-layers':
      return void moveLayers(transaction, command.ids, command.parent, command.index);
    case 'duplicate-layers':
      return duplicateLayers(transaction, command.ids, command.suffix);
    case 'merge-down':
      return [mergeDown(transaction, command.id, compositor)];
    case 'merge-layers':
      return [mergeLayers(transaction, command.ids, compositor)];
    case 'merge-visible':
      return [mergeVisible(transaction, compositor)];
    case 'flatten':
      return [flattenAll(transaction, compositor)];
    case 'add-mask':
      return void addMask(transaction, command.id, command.from);
    case 'delete-mask':
      return void deleteMask(transaction, command.id);
    case 'apply-mask':
      return void applyMask(transaction, command.id);
    case 'invert-mask':
      return void invertMask(transaction, command.id);
    case 'enable-mask':
      return void transaction.enableMask(command.id, command.enabled);
    case 'clear':
      for (const id of command.ids) clearSelection(transaction, id, command.plane);
      return undefined;
    case 'fill-selection':
      return void fillSelection(transaction, command.id, command.plane, parseColour(command.colour));
    case 'layer-from-selection':
      return [layerFromSelection(transaction, command.id, command.name, command.cut)];
    case 'rename-document':
      return void transaction.setDocument({ name: command.name });
  }
}

type LayerChange = Extract<EditCommand, { type: 'set-layers' }>['change'];

/** What a lock forbids; names and colours of the panel are free. */
const LOCKED_PROPERTIES = new Set(['opacity', 'blendMode', 'clip', 'colourMode']);

function setLayers(transaction: Transaction, ids: readonly string[], change: LayerChange): undefined {
  for (const id of ids) {
    const layer = transaction.layer(id);
    const properties = applicable(layer, change);
    if (Object.keys(properties).some((key) => LOCKED_PROPERTIES.has(key)))
      assertUnlocked(transaction.document, layer);
    transaction.setLayer(id, properties);
    // Pixels follow a narrower colour mode.
    if (layer.kind === 'raster' && properties.colourMode !== undefined)
      editPixels(transaction, id, layer.tiles.keys(), () => true);
  }
  return undefined;
}

/** What of a change there is on a layer of this kind, and what comes with it. */
function applicable(layer: LayerNode, change: LayerChange): PlainProperties {
  if (layer.kind === 'group') {
    const { role: _role, reference: _reference, colourMode: _mode, ...rest } = change;
    return rest;
  }
  const { expanded: _expanded, blendMode, ...rest } = change;
  // Line art lies over the colours and darkens them; fills look for it.
  const mode = blendMode ?? (change.role === 'line-art' ? 'multiply' : undefined);
  return mode === undefined || mode === 'pass-through' ? rest : { ...rest, blendMode: mode };
}

function parseColour(colour: string): readonly [number, number, number] {
  const { r, g, b } = parseHex(colour) ?? { r: 0, g: 0, b: 0 };
  return [r, g, b];
}
