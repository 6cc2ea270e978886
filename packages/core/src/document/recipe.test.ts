import { expect, it } from 'vitest';
import { isMarkedInput, parseRecipe, type Recipe } from './recipe.ts';

const recipe: Recipe = {
  plugin: 'studio.koma.upscale',
  pluginVersion: '0.1.0',
  operation: 'upscale',
  params: { scale: 2, noise: 'auto', exact: false },
  inputs: { image: { layerId: 'a' }, style: { kept: 'source-1' } },
  placement: 'new-layer',
};

it('takes a recipe as it is, with a seed and without', () => {
  expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  expect(parseRecipe({ ...recipe, seed: 2 ** 32 - 1 })).toEqual({ ...recipe, seed: 2 ** 32 - 1 });
});

it('takes what a person marked', () => {
  const marked = {
    strokes: { strokes: [{ label: 'fg', radius: 2, hard: true, points: [[1.5, 2] as const] }] },
    hints: { hints: [{ x: 1, y: 2, radius: 3, color: '#ff8800' }] },
    palette: { colors: ['#ff8800'] },
  };
  const inputs = { image: { layerId: 'a' }, ...marked };
  const parsed = parseRecipe(JSON.parse(JSON.stringify({ ...recipe, inputs })));
  expect(parsed.inputs).toEqual(inputs);
  expect(Object.values(parsed.inputs).filter(isMarkedInput)).toEqual(Object.values(marked));
});

it('takes what a mask was joined to', () => {
  const joined: Recipe = { ...recipe, joined: { mode: 'subtract', kept: 'before' } };
  expect(parseRecipe(JSON.parse(JSON.stringify(joined)))).toEqual(joined);
});

it.each([
  ['nothing', undefined],
  ['text', 'upscale'],
  ['an unknown key', { ...recipe, code: 'alert(1)' }],
  ['no plugin', { ...recipe, plugin: undefined }],
  ["a plugin's id that is none", { ...recipe, plugin: '../upscale' }],
  ['a version that is none', { ...recipe, pluginVersion: 'latest' }],
  ["an operation's name that JavaScript uses", { ...recipe, operation: 'constructor' }],
  ['a parameter that is a list', { ...recipe, params: { scale: [2] } }],
  ['a parameter that is no number', { ...recipe, params: { scale: NaN } }],
  ['a parameter whose name JavaScript uses', { ...recipe, params: { constructor: 1 } }],
  ['half a seed', { ...recipe, seed: 0.5 }],
  ['a negative seed', { ...recipe, seed: -1 }],
  ['a seed of 33 bits', { ...recipe, seed: 2 ** 32 }],
  ['an input from two places', { ...recipe, inputs: { image: { layerId: 'a', kept: 'b' } } }],
  ['an input from nowhere', { ...recipe, inputs: { image: {} } }],
  ['an input without a name', { ...recipe, inputs: { image: { kept: '' } } }],
  ['strokes that are none', { ...recipe, inputs: { strokes: { strokes: [{ label: 'fg' }] } } }],
  ['strokes from a layer', { ...recipe, inputs: { strokes: { strokes: [], layerId: 'a' } } }],
  ['a mask that is joined to nothing', { ...recipe, joined: { mode: 'add' } }],
  ['a mask that is joined by replacing', { ...recipe, joined: { mode: 'replace', kept: 'a' } }],
  ['an unknown placement', { ...recipe, placement: 'everywhere' }],
])('refuses %s', (_, json) => {
  expect(() => parseRecipe(json)).toThrow(expect.objectContaining({ code: 'RECIPE_INVALID' }));
});

it('a parameter named like the prototype sets none', () => {
  const { params } = parseRecipe({ ...recipe, params: JSON.parse('{"__proto__":{"polluted":1}}') });
  expect(params).toEqual({});
  expect(params).not.toHaveProperty('polluted');
});

it('says where a recipe is wrong', () => {
  expect(() => parseRecipe({ ...recipe, seed: -1 })).toThrow(/^This is not a valid recipe \(seed: /);
});
