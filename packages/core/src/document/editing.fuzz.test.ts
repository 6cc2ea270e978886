import { describe, expect, test } from 'vitest';
import { tileKey } from '../raster/index.ts';
import { emptyDocument, groupLayer, rasterLayer } from './document.ts';
import { EditSequence } from './edit-sequence.test-helper.ts';
import type { Transaction } from './transaction.ts';

/**
 * Sequences of {@link OPERATIONS} edits. Twelve meet every pair of a memory budget and a spill file. After a
 * change to the document or its history run more: `KOMA_FUZZ_SEEDS=300 npx vitest run editing.fuzz`.
 */
const SEEDS = Number(process.env['KOMA_FUZZ_SEEDS'] ?? 12);
const OPERATIONS = 200;

function check(seed: number): void {
  const sequence = new EditSequence(seed);
  sequence.run(OPERATIONS);
  expect(sequence.states).toBeGreaterThan(OPERATIONS / 4);
  sequence.thereAndBack();
  sequence.dispose();
}

describe('any sequence of edits can be undone and redone, dirties what it changes and leaves no tile behind', () => {
  test.each(Array.from({ length: SEEDS }, (_, seed) => seed))('seed %i', check);
});

describe('a group passes through only while nothing is clipped to it, so all of it is dirty when a layer above', () => {
  const clipped = () => rasterLayer('', { id: 'clipped', clip: true });
  const ground = { parent: undefined, index: 0 };
  const changes: readonly (readonly [string, (transaction: Transaction) => void])[] = [
    ['is clipped', (transaction) => transaction.setLayer('top', { clip: true })],
    ['is inserted, clipped', (transaction) => transaction.insertAbove(clipped(), 'group')],
    ['comes in between', (transaction) => transaction.move('paper', { parent: undefined, index: 2 })],
    ['is moved away', (transaction) => transaction.move('clipped', ground)],
    ['is removed', (transaction) => transaction.remove('clipped')],
  ];

  test.each(changes)('%s', (what, change) => {
    const sequence = new EditSequence(0);
    const isClippedBefore = !what.includes('clipped');
    sequence.make((transaction) => {
      const tiles = () => new Map([[tileKey(0, 0), sequence.known.pixels(2)]]);
      const shade = rasterLayer('', { id: 'shade', tiles: tiles(), blendMode: 'multiply' });
      transaction.open({
        ...emptyDocument('page', 90, 90),
        layers: [
          rasterLayer('', { id: 'ground', tiles: tiles() }),
          rasterLayer('', { id: 'paper' }),
          groupLayer('', { id: 'group', children: [shade] }),
          ...(isClippedBefore ? [clipped()] : []),
          rasterLayer('', { id: 'top' }),
        ],
      });
    });
    sequence.make(change);
    sequence.thereAndBack();
    sequence.dispose();
  });
});
