import { describe, expect, it } from 'vitest';
import { groupInfo, layerInfo, moved, outline } from './layer-infos.test-helper.ts';
import { stepMove } from './step-move.ts';

const tree = [
  layerInfo('paper'),
  groupInfo('figure', [layerInfo('flats'), layerInfo('shade')]),
  layerInfo('ink'),
];

function after(ids: readonly string[], by: 1 | -1): string[] | undefined {
  const move = stepMove(tree, ids, by);
  return move && outline(moved(tree, move.ids, move.parent, move.index));
}

describe('stepMove', () => {
  it('moves a layer past its neighbour, a group being one', () => {
    expect(after(['paper'], 1)).toEqual(['ink', 'paper', 'figure', '  shade', '  flats']);
    expect(after(['ink'], -1)).toEqual(['figure', '  shade', '  flats', 'ink', 'paper']);
    expect(after(['flats'], 1)).toEqual(['ink', 'figure', '  flats', '  shade', 'paper']);
  });

  it('takes a layer out of its group at either end', () => {
    expect(after(['shade'], 1)).toEqual(['ink', 'shade', 'figure', '  flats', 'paper']);
    expect(after(['flats'], -1)).toEqual(['ink', 'figure', '  shade', 'flats', 'paper']);
  });

  it('moves several together, gathering them', () => {
    expect(after(['ink', 'paper'], -1)).toEqual(undefined);
    expect(after(['figure', 'shade'], -1)).toEqual(['ink', 'paper', 'figure', '  shade', '  flats']);
    expect(after(['shade', 'flats'], 1)).toEqual(['ink', 'shade', 'flats', 'figure', 'paper']);
  });

  it('is impossible at the ends, for layers of different groups, and for none', () => {
    expect(stepMove(tree, ['ink'], 1)).toBeUndefined();
    expect(stepMove(tree, ['paper'], -1)).toBeUndefined();
    expect(stepMove(tree, ['ink', 'flats'], -1)).toBeUndefined();
    expect(stepMove(tree, [], 1)).toBeUndefined();
    expect(stepMove(tree, ['nobody'], 1)).toBeUndefined();
  });
});
