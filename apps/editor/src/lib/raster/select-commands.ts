import {
  changeSelection,
  invertSelection,
  modifySelectionSteps,
  moveSelection,
  regionAtSteps,
  selectAll,
  selectLayer,
  softenMaskSteps,
  type Transaction,
} from '@koma/core/document';
import type { TileCompositor, TileMap } from '@koma/core/raster';
import { part, type Steps } from '@koma/core/steps';
import {
  ellipseMask,
  featherSteps,
  polygonMask,
  rectangleMask,
  type PlacedMask,
  type RegionWatcher,
} from '@koma/core/tools';
import type { HistoryLabel, SelectCommand } from './protocol.ts';

/** What a change of the selection is called in the history. */
export function labelOfSelection(command: SelectCommand): HistoryLabel {
  switch (command.type) {
    case 'none':
      return 'history.deselect';
    case 'invert':
      return 'history.invertSelection';
    case 'grow':
    case 'shrink':
    case 'feather':
    case 'move':
      return 'history.changeSelection';
    default:
      return 'history.select';
  }
}

/**
 * Changes the selection, by the last of its steps.
 * @param last what was selected before nothing was
 * @param watch is told of the wand's region while it grows
 */
export function* selectSteps(
  transaction: Transaction,
  command: SelectCommand,
  compositor: TileCompositor,
  last: TileMap | undefined,
  watch?: RegionWatcher,
): Steps<void> {
  const { document, store } = transaction;
  switch (command.type) {
    case 'all':
      return selectAll(transaction);
    case 'none':
      return transaction.setSelection(undefined);
    case 'again':
      if (document.selection || !last) return;
      for (const tile of last.values()) store.retain(tile);
      return transaction.setSelection(last);
    case 'invert':
      return invertSelection(transaction);
    case 'grow':
    case 'shrink':
    case 'feather':
      return yield* modifySelectionSteps(transaction, command.type, command.pixels);
    case 'move':
      return moveSelection(transaction, command.dx, command.dy);
    case 'layer-alpha':
      return selectLayer(transaction, command.id, command.plane, command.mode);
    case 'wand': {
      const finding = regionAtSteps(transaction, command.at, command, compositor, undefined, watch);
      const region = yield* part(finding, 0, 0.8);
      if (!region) return;
      const mask = command.antialias ? yield* part(softenMaskSteps(region, document), 0.8, 1) : region;
      return changeSelection(transaction, mask, command.mode);
    }
    default: {
      const mask = shapeMask(command, document);
      const soft = command.feather > 0 ? yield* featherSteps(mask, command.feather, document) : mask;
      return changeSelection(transaction, soft, command.mode);
    }
  }
}

function shapeMask(
  command: Extract<SelectCommand, { type: 'rectangle' | 'ellipse' | 'polygon' }>,
  canvas: { readonly width: number; readonly height: number },
): PlacedMask {
  const options = { antialias: command.antialias };
  if (command.type === 'polygon')
    return polygonMask(
      command.points.flatMap(({ x, y }) => [x, y]),
      canvas,
      options,
    );
  if (command.type === 'ellipse') return ellipseMask(command.rect, canvas, options);
  return rectangleMask(command.rect, canvas, options);
}
