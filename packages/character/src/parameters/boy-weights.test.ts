import { expect, test } from 'vitest';
import { attributes } from './attribute-schema.ts';
import { boyWeights } from './boy-weights.ts';
import { type AttributeName, catalogue } from './catalogue.ts';

test.each(Object.entries(boyWeights))('the weights of %s are of options that there are', (name, weights) => {
  const attribute = attributes[name as AttributeName];
  const options =
    attribute.kind === 'choice'
      ? attribute.options
      : attribute.kind === 'colour'
        ? Object.keys(attribute.swatches)
        : [];
  expect(options).toEqual(expect.arrayContaining(Object.keys(weights)));
  expect(Math.min(...Object.values(weights))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...Object.values(weights))).toBeGreaterThan(0);
});

test('the gender is known before anything that depends on it', () => {
  const names = Object.keys(catalogue);
  for (const name of Object.keys(boyWeights))
    expect(names.indexOf(name), name).toBeGreaterThan(names.indexOf('gender'));
});
