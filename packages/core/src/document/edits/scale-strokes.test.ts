import { describe, expect, it } from 'vitest';
import { parseStrokes } from '../../plugin/index.ts';
import type { Recipe } from '../recipe.ts';
import { scaleRecipe, scaleStrokes } from './scale-strokes.ts';

const STROKES = {
  strokes: [
    { label: 'fg', radius: 4, hard: true, points: [[10, 20] as const, [30.3, 40] as const] },
    { label: 'Hair', radius: 0.5, shape: 'inside', points: [[-5, 0] as const] },
  ],
} as const;
const recipe = (inputs: Recipe['inputs']): Recipe => ({
  plugin: 'studio.koma.test',
  pluginVersion: '1.0.0',
  operation: 'segment',
  params: { feather: 3 },
  inputs,
  placement: 'new-layer',
});

describe('strokes over a picture of another size', () => {
  it('lie where they lay, as thick as before in proportion', () => {
    const { strokes } = scaleStrokes(STROKES, 4, 1);
    expect(strokes[0]).toEqual({
      label: 'fg',
      radius: 8,
      hard: true,
      points: [
        [40, 20],
        [121.2, 40],
      ],
    });
    expect(strokes[1]).toEqual({ label: 'Hair', radius: 1, shape: 'inside', points: [[-20, 0]] });
  });

  it('are strokes still, whatever the sizes', () => {
    for (const scale of [1e-5, 1e5]) {
      const scaled = scaleStrokes(STROKES, scale, scale);
      expect(parseStrokes(scaled)).toEqual(scaled);
    }
  });

  it('follow in recipes, and a recipe without any stays as it is', () => {
    const without = recipe({ image: { layerId: 'page' } });
    expect(scaleRecipe(without, 2, 2)).toBe(without);
    const scaled = scaleRecipe(recipe({ image: { kept: 'page' }, strokes: STROKES }), 2, 2);
    expect(scaled.inputs).toEqual({ image: { kept: 'page' }, strokes: scaleStrokes(STROKES, 2, 2) });
  });
});
