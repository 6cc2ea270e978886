import { expect, test } from 'vitest';
import { TileStore } from '../raster/index.ts';
import { emptyDocument, groupLayer } from './document.ts';
import { Editing } from './editing.ts';
import { findLayer } from './layer-tree.ts';

test('folding a group is no step, and survives undo and redo', () => {
  const editing = new Editing<string>(new TileStore());
  const group = groupLayer('figures');
  editing.transact('open', (transaction) =>
    transaction.open({ ...emptyDocument('page', 8, 8), layers: [group] }),
  );
  editing.transact('fade', (transaction) => transaction.setLayer(group.id, { opacity: 0.5 }));
  const { done, state } = editing;
  editing.setExpanded(group.id, false);
  expect([editing.done, editing.state]).toEqual([done, state]);
  const isExpanded = () => {
    const layer = findLayer(editing.document!, group.id);
    return layer?.kind === 'group' && layer.expanded;
  };
  expect(isExpanded()).toBe(false);
  editing.undo();
  expect(isExpanded()).toBe(false);
  editing.redo();
  expect(isExpanded()).toBe(false);
  expect(findLayer(editing.document!, group.id)?.opacity).toBe(0.5);
});
