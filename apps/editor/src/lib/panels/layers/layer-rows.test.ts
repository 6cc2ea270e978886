import { describe, expect, it } from 'vitest';
import { groupInfo, layerInfo } from './layer-infos.test-helper.ts';
import { groupsAround, layerRows, outermost } from './layer-rows.ts';

const tree = [
  layerInfo('paper'),
  groupInfo('figure', [layerInfo('flats'), groupInfo('shade', [layerInfo('soft')], { visible: false })]),
  groupInfo('folded', [layerInfo('unseen')], { expanded: false }),
];

describe('layerRows', () => {
  it('lists the topmost first, groups before what is in them, and nothing of folded groups', () => {
    const lines = layerRows(tree).map(
      ({ layer, depth, index }) => `${'-'.repeat(depth)}${layer.id} ${index}`,
    );
    expect(lines).toEqual(['folded 2', 'figure 1', '-shade 1', '--soft 0', '-flats 0', 'paper 0']);
  });

  it('knows what a hidden group hides', () => {
    const hidden = layerRows(tree).filter(({ within }) => !within);
    expect(hidden.map(({ layer }) => layer.id)).toEqual(['soft']);
  });
});

it('outermost leaves out what comes along with its group', () => {
  const ids = ['soft', 'figure', 'unseen', 'paper'];
  expect(outermost(tree, ids).map(({ id }) => id)).toEqual(['paper', 'figure', 'unseen']);
});

it('groupsAround finds the way to a layer, also in folded groups', () => {
  expect(groupsAround(tree, 'soft')).toEqual(['figure', 'shade']);
  expect(groupsAround(tree, 'unseen')).toEqual(['folded']);
  expect(groupsAround(tree, 'paper')).toEqual([]);
  expect(groupsAround(tree, 'nobody')).toBeUndefined();
});
