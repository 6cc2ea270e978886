import { expect, it } from 'vitest';
import type { Recipe } from '../recipe.ts';
import { forgetUnusedInputs } from './forget-unused-inputs.ts';
import { noise, Page, type Maker } from './page.test-helper.ts';

const recipe = (...kept: string[]): Recipe => ({
  plugin: 'studio.koma.test',
  pluginVersion: '1.0.0',
  operation: 'draw',
  params: {},
  inputs: Object.fromEntries(kept.map((name, i) => [`input${i}`, { kept: name }])),
  placement: 'replace-layer',
});
const picture = (make: Maker, seed: number) => ({
  width: 9,
  height: 9,
  tiles: make.layer('', noise(9, 9, seed)).tiles,
});

it('forgets the pictures that no recipe names, and undo brings them back', () => {
  const page = new Page(
    9,
    9,
    (make) => [
      make.layer('a', undefined, { recipe: recipe('one') }),
      make.group('folder', [make.layer('b', undefined, { recipe: recipe('two', 'one') })]),
      make.layer('plain'),
    ],
    (make) => ({
      kept: new Map(['one', 'two', 'three', 'four'].map((name, i) => [name, picture(make, i)])),
    }),
  );
  page.editOnce(forgetUnusedInputs);
  expect([...page.page.kept.keys()]).toEqual(['one', 'two']);
});

it('does nothing where all are needed, or there is none', () => {
  const layers = (make: Maker) => [make.layer('a', undefined, { recipe: recipe('one') })];
  new Page(9, 9, layers, (make) => ({ kept: new Map([['one', picture(make, 1)]]) })).expectNoStep(
    forgetUnusedInputs,
  );
  new Page(9, 9, layers).expectNoStep(forgetUnusedInputs);
});
