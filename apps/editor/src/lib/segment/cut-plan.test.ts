import type { OperationOutputs } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { buffersOfCut, keepsAnything, outputsFor, planCut, type CutAim } from './cut-plan.ts';

const TITLES = { piece: 'Cut out', subject: 'Subject', group: 'Areas', rest: 'Rest', below: 'Below' };
const RECIPE = {
  plugin: 'studio.koma.segment',
  pluginVersion: '0.1.0',
  operation: 'segment',
  params: {},
  strokes: { strokes: [] },
};
const place = (output: 'layer' | 'hole' | 'mask' | 'split'): CutAim => ({
  kind: 'place',
  output,
  mode: 'replace',
  source: { type: 'visible' },
  layerId: 'chosen',
});
const layer = (name: string) => ({
  name: { en: name },
  image: createImage(2, 3),
  x: 4,
  y: 5,
  blendMode: 'normal' as const,
  role: 'none' as const,
});
const outputs = (...names: readonly string[]): OperationOutputs => ({
  mask: { width: 9, height: 9, data: new Uint8Array(81) },
  cutout: createImage(9, 9),
  layers: { width: 9, height: 9, layers: names.map(layer) },
});

describe('outputsFor', () => {
  it('asks for no more than is needed', () => {
    expect(outputsFor({ kind: 'selection', mode: 'add', source: { type: 'visible' } })).toEqual(['mask']);
    expect(outputsFor(place('mask'))).toEqual(['mask']);
    expect(outputsFor(place('layer'))).toEqual(['mask', 'cutout']);
    expect(outputsFor(place('hole'))).toEqual(['mask', 'cutout']);
    expect(outputsFor(place('split'))).toEqual(['mask', 'layers']);
    const relative = { layerId: 'a', name: 'a', plane: 'pixels', only: 2, isHole: false } as const;
    expect(outputsFor({ kind: 'update', relatives: [relative] })).toEqual(['mask', 'layers']);
    expect(outputsFor({ kind: 'update', relatives: [{ ...relative, only: 0 }] })).toEqual(['mask', 'cutout']);
    expect(outputsFor({ kind: 'update', relatives: [{ ...relative, plane: 'mask' }] })).toEqual(['mask']);
  });
});

describe('planCut', () => {
  it('selects by the mask', () => {
    const source = { type: 'layer', id: 'page' } as const;
    const call = planCut({ kind: 'selection', mode: 'subtract', source }, outputs(), ['fg'], RECIPE, TITLES);
    expect(call).toMatchObject({
      type: 'selectMask',
      mode: 'subtract',
      mask: { width: 9 },
      made: { recipe: RECIPE, source },
    });
    expect(buffersOfCut(call)).toHaveLength(1);
  });

  it('names the one layer, and gives its memory away with the mask', () => {
    const call = planCut(place('hole'), outputs(), ['fg'], RECIPE, TITLES);
    expect(call).toMatchObject({
      type: 'placeCut',
      cut: { output: 'hole', layerId: 'chosen', pieces: [{ name: 'Cut out', x: 0, y: 0 }] },
    });
    expect(buffersOfCut(call)).toHaveLength(2);
  });

  it('makes a layer of each area that has pixels, which remembers which one it is', () => {
    const call = planCut(place('split'), outputs('Skin', 'Motiv'), ['fg', 'Hair', 'Skin'], RECIPE, TITLES);
    expect(call).toMatchObject({
      cut: {
        pieces: [
          { name: 'Skin', params: { only: 3 }, x: 4, y: 5 },
          { name: 'Subject', params: { only: 1 } },
        ],
      },
    });
  });

  it('gives every relative its own, and nothing to an area without strokes', () => {
    const relative = (layerId: string, plane: 'pixels' | 'mask', only: number, isHole = false) => {
      const found = { layerId, name: layerId, plane, only, isHole };
      return found;
    };
    const relatives = [
      relative('whole', 'pixels', 0),
      relative('hair', 'pixels', 2),
      relative('gone', 'pixels', 3),
      relative('below', 'mask', 0, true),
    ];
    const call = planCut({ kind: 'update', relatives }, outputs('Hair'), ['fg', 'Hair'], RECIPE, TITLES);
    if (call.type !== 'updateCut') throw new TypeError('it is not an update');
    const [whole, hair, gone, below] = call.cut.targets;
    expect(whole!.piece!.image.width).toBe(9);
    expect(hair!.piece).toMatchObject({ image: { width: 2 }, params: { only: 2 } });
    expect([...gone!.piece!.image.data]).toEqual([0, 0, 0, 0]);
    expect(below).toEqual({ layerId: 'below', plane: 'mask', isHole: true });
  });
});

describe('keepsAnything', () => {
  it('wants a stroke over what is kept', () => {
    const stroke = (label: string) => ({ label, radius: 1, points: [[0, 0]] as const });
    expect(keepsAnything([])).toBe(false);
    expect(keepsAnything([stroke('bg'), stroke('erase'), stroke('edge')])).toBe(false);
    expect(keepsAnything([stroke('bg'), stroke('Hair')])).toBe(true);
  });
});
