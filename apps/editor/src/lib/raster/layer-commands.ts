import {
  addLayer,
  addMask,
  applyMask,
  assertPaintable,
  assertUnlocked,
  constrainPixels,
  deleteLayers,
  deleteMask,
  duplicateLayers,
  editMask,
  editPixels,
  fillCoverage,
  flattenAll,
  groupLayers,
  invertMask,
  layerFromSelection,
  mergeDown,
  mergeLayers,
  mergeVisible,
  moveLayers,
  SelectionReader,
  selectedKeys,
  ungroup,
  withinCanvas,
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
      for (const id of command.ids) clear(transaction, id, command.plane);
      return undefined;
    case 'fill-selection':
      return void fillSelection(transaction, command.id, command.plane, command.colour);
    case 'layer-from-selection':
      return [layerFromSelection(transaction, command.id, command.name, command.cut)];
    case 'rename-document':
      return void transaction.setDocument({ name: command.name });
  }
}

/** What a lock forbids; names and colours of the panel are free. */
const LOCKED_PROPERTIES = new Set(['opacity', 'blendMode', 'clip', 'colourMode']);

function setLayers(
  transaction: Transaction,
  ids: readonly string[],
  change: Extract<EditCommand, { type: 'set-layers' }>['change'],
): undefined {
  for (const id of ids) {
    const layer = transaction.layer(id);
    if (Object.keys(change).some((key) => LOCKED_PROPERTIES.has(key)))
      assertUnlocked(transaction.document, layer);
    const properties: Record<string, unknown> = { ...change };
    if (layer.kind === 'group') {
      for (const key of ['role', 'reference', 'colourMode']) delete properties[key];
    } else {
      delete properties['expanded'];
      // Line art lies over the colours and darkens them; fills look for it.
      if (change.role === 'line-art') properties['blendMode'] ??= 'multiply';
      if (properties['blendMode'] === 'pass-through') delete properties['blendMode'];
    }
    transaction.setLayer(id, properties as PlainProperties);
    if (layer.kind === 'raster' && change.colourMode && change.colourMode !== layer.colourMode)
      editPixels(transaction, id, layer.tiles.keys(), (pixels) =>
        constrainPixels(pixels, change.colourMode!),
      );
  }
}

function clear(transaction: Transaction, id: string, plane: 'pixels' | 'mask'): void {
  const layer = assertPaintable(transaction.document, id, plane);
  const selection = new SelectionReader(transaction.store, transaction.document);
  if (plane === 'mask') return fillSelection(transaction, id, plane, '#000000');
  if (layer.kind !== 'raster') return;
  const keys = [...layer.tiles.keys()].filter((key) => selection.coverage(key) !== 0);
  editPixels(transaction, id, keys, (pixels, key) =>
    fillCoverage(pixels, selection.coverage(key), undefined, layer.alphaLocked),
  );
}

function fillSelection(transaction: Transaction, id: string, plane: 'pixels' | 'mask', colour: string): void {
  const layer = assertPaintable(transaction.document, id, plane);
  const selection = new SelectionReader(transaction.store, transaction.document);
  const { r, g, b } = parseHex(colour) ?? { r: 0, g: 0, b: 0 };
  const keys = selectedKeys(transaction.document);
  if (plane === 'mask') {
    const value = Math.round((r * 299 + g * 587 + b * 114) / 1000);
    editMask(transaction, id, keys, (mask, key) => {
      const coverage = selection.coverage(key);
      for (let i = 0; i < mask.length; i++) {
        const c = typeof coverage === 'number' ? coverage : coverage[i]!;
        mask[i] = Math.round(mask[i]! + ((value - mask[i]!) * c) / 255);
      }
    });
    return;
  }
  editPixels(transaction, id, keys, (pixels, key) => {
    const coverage = withinCanvas(transaction.document, key, selection.coverage(key));
    return fillCoverage(pixels, coverage, [r, g, b], layer.alphaLocked);
  });
}
