import type { Recipe } from '@koma/core/document';
import { describe, expect, it } from 'vitest';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import { leadingRecipe, readCutMade, readCutRecipe, relativesOf } from './cut-recipe.ts';
import { DEFAULT_EDGE } from './cut-settings.ts';

const PLUGIN = 'studio.koma.segment';
const STROKES = { strokes: [{ label: 'fg', radius: 3, points: [[1, 2]] as const }] };

const recipe = (change: Partial<Recipe> = {}): Recipe => ({
  plugin: PLUGIN,
  pluginVersion: '0.1.0',
  operation: 'segment',
  params: { owner: 'ridge', grow: -2, smooth: 4000, invert: true },
  inputs: { image: { layerId: 'page' }, strokes: STROKES },
  placement: 'new-layer',
  ...change,
});

const info = (id: string, change: Partial<LayerInfo> = {}) =>
  ({ id, name: id, kind: 'raster', children: [], ...change }) as unknown as LayerInfo;

describe('readCutRecipe', () => {
  it('gives the strokes, the picture and the border as they were', () => {
    expect(readCutRecipe(recipe(), PLUGIN)).toEqual({
      strokes: STROKES,
      source: { type: 'layer', id: 'page' },
      edge: { ...DEFAULT_EDGE, owner: 'ridge', grow: -2, smooth: 30 },
      invert: true,
    });
    const kept = recipe({ inputs: { image: { kept: 'copy' }, strokes: STROKES } });
    expect(readCutRecipe(kept, PLUGIN)?.source).toEqual({ type: 'kept', key: 'copy' });
  });

  it('knows what is no cut-out', () => {
    expect(readCutRecipe(undefined, PLUGIN)).toBeUndefined();
    expect(readCutRecipe(recipe({ plugin: 'studio.koma.upscale' }), PLUGIN)).toBeUndefined();
    expect(readCutRecipe(recipe({ inputs: { image: { layerId: 'page' } } }), PLUGIN)).toBeUndefined();
    expect(readCutRecipe(recipe({ inputs: { strokes: STROKES } }), PLUGIN)).toBeUndefined();
  });
});

describe('readCutMade', () => {
  it('gives the strokes of a selection, and which picture they are over', () => {
    const { inputs: _, placement: __, ...rest } = recipe();
    const made = { recipe: { ...rest, strokes: STROKES }, source: { type: 'visible' } as const };
    expect(readCutMade(made, PLUGIN)).toEqual({
      strokes: STROKES,
      source: { type: 'visible' },
      edge: { ...DEFAULT_EDGE, owner: 'ridge', grow: -2, smooth: 30 },
      invert: true,
    });
    expect(readCutMade(made, 'studio.koma.upscale')).toBeUndefined();
    expect(readCutMade(undefined, PLUGIN)).toBeUndefined();
  });
});

describe('leadingRecipe', () => {
  it('is that of the cut-out where a mask hides what was cut out, so that both go on showing what they do', () => {
    const hole = recipe({ params: { invert: true } });
    const piece = recipe({ params: {} });
    const page = info('page', { mask: { enabled: true, recipe: hole } });
    expect(leadingRecipe([page, info('piece', { recipe: piece })], hole)).toBe(piece);
    expect(leadingRecipe([page], hole)).toBe(hole);
    expect(leadingRecipe([page], undefined)).toBeUndefined();
  });
});

describe('relativesOf', () => {
  it('finds what came out of the same strokes, in groups too, and which mask hides it', () => {
    const own = recipe({ params: {} });
    const other = recipe({ inputs: { image: { layerId: 'page' }, strokes: { strokes: [] } } });
    const layers = [
      info('page', { mask: { enabled: true, recipe: recipe({ params: { invert: true } }) } }),
      info('masked', { mask: { enabled: true, recipe: own } }),
      info('group', { kind: 'group', children: [info('hair', { recipe: recipe({ params: { only: 2 } }) })] }),
      info('stranger', { recipe: other, mask: { enabled: true } }),
      info('piece', { recipe: own }),
    ];
    const found = relativesOf(layers, own).toSorted((a, b) => a.layerId.localeCompare(b.layerId));
    expect(found.map(({ layerId, plane, only, isHole }) => [layerId, plane, only, isHole])).toEqual([
      ['hair', 'pixels', 2, false],
      ['masked', 'mask', 0, false],
      ['page', 'mask', 0, true],
      ['piece', 'pixels', 0, false],
    ]);
  });
});
