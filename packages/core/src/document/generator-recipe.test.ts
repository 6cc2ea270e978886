import { expect, it } from 'vitest';
import { generatedPartSchema, generatorRecipeSchema, type GeneratorRecipe } from './generator-recipe.ts';

const recipe: GeneratorRecipe = {
  plugin: 'studio.koma.generate',
  pluginVersion: '0.1.0',
  generator: 'character',
  options: { seed: 7, pose: 'waving', yaw: -12.5, glasses: true },
  as: 'kinds',
  place: { x: -5, y: 0, width: 800, height: 1024 },
};

it('takes a recipe as it is', () => {
  expect(generatorRecipeSchema.parse(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
});

it.each([
  ['an unknown key', { ...recipe, code: 'alert(1)' }],
  ["a plugin's id that is none", { ...recipe, plugin: '../generate' }],
  ['a version that is none', { ...recipe, pluginVersion: 'latest' }],
  ["a generator's name that JavaScript uses", { ...recipe, generator: 'constructor' }],
  ['options that are a list', { ...recipe, options: [] }],
  ['an option that is a list', { ...recipe, options: { seed: [7] } }],
  ['an option that is no number', { ...recipe, options: { seed: NaN } }],
  ['an option as long as a novel', { ...recipe, options: { pose: 'x'.repeat(10_001) } }],
  ['an unknown form', { ...recipe, as: 'sculpture' }],
  ['a place without height', { ...recipe, place: { ...recipe.place, height: 0 } }],
  ['a place between pixels', { ...recipe, place: { ...recipe.place, x: 0.5 } }],
])('refuses %s', (_, json) => {
  expect(generatorRecipeSchema.safeParse(json).success).toBe(false);
});

it('an option named like the prototype sets none', () => {
  const { options } = generatorRecipeSchema.parse({
    ...recipe,
    options: JSON.parse('{"__proto__":{"polluted":1}}'),
  });
  expect(options).toEqual({});
  expect(options).not.toHaveProperty('polluted');
});

it('takes parts, painted on or not, and nothing else', () => {
  expect(generatedPartSchema.parse({ id: 'kind-line' })).toEqual({ id: 'kind-line' });
  expect(generatedPartSchema.parse({ id: 'kind-line', painted: true }).painted).toBe(true);
  expect(generatedPartSchema.safeParse({ id: '' }).success).toBe(false);
  expect(generatedPartSchema.safeParse({ id: 'a', more: 1 }).success).toBe(false);
});
