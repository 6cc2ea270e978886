import { describe, expect, it } from 'vitest';
import { groupInfo, layerInfo } from '../panels/layers/layer-infos.test-helper.ts';
import { findInfo, flattenInfos, generatedAround, locateInfo } from './layer-infos.ts';

const tree = [
  layerInfo('paper'),
  groupInfo('figure', [layerInfo('flats'), groupInfo('shade', [layerInfo('soft'), layerInfo('hard')])]),
  layerInfo('ink'),
];

describe('findInfo', () => {
  it('finds layers wherever they are', () => {
    for (const id of ['paper', 'figure', 'flats', 'hard']) expect(findInfo(tree, id)?.id).toBe(id);
    expect([findInfo(tree, 'nobody'), findInfo(tree, undefined), findInfo([], 'ink')]).toEqual(
      Array(3).fill(undefined),
    );
  });
});

describe('flattenInfos', () => {
  it('lists the topmost first, groups before what is in them', () => {
    expect(flattenInfos(tree).map(({ id }) => id)).toEqual([
      'ink',
      'figure',
      'shade',
      'hard',
      'soft',
      'flats',
      'paper',
    ]);
  });
});

describe('locateInfo', () => {
  it('tells the group, the index from the bottom and the depth', () => {
    expect(locateInfo(tree, 'ink')).toEqual({ parent: undefined, index: 2, depth: 0 });
    expect(locateInfo(tree, 'shade')).toEqual({ parent: 'figure', index: 1, depth: 1 });
    expect(locateInfo(tree, 'soft')).toEqual({ parent: 'shade', index: 0, depth: 2 });
    expect(locateInfo(tree, 'nobody')).toBeUndefined();
  });
});

describe('generatedAround', () => {
  const generated = {
    plugin: 'studio.koma.test',
    pluginVersion: '1.0.0',
    generator: 'squares',
    options: { seed: 1 },
    as: 'kinds',
    place: { x: 0, y: 0, width: 1, height: 1 },
  } as const;
  const sheet = [
    layerInfo('paper'),
    groupInfo('sheet', [
      { ...groupInfo('hero', [layerInfo('flats'), { ...layerInfo('badge'), generated }]), generated },
      layerInfo('note'),
    ]),
  ];

  it('finds the innermost generated picture around a layer', () => {
    const around = (id: string | undefined) => generatedAround(sheet, id)?.id;
    expect(around('flats')).toBe('hero');
    expect(around('hero')).toBe('hero');
    expect(around('badge')).toBe('badge');
    expect(['paper', 'sheet', 'note', 'nobody', undefined].map(around)).toEqual(Array(5).fill(undefined));
  });
});
