import { expect, test } from 'vitest';
import { MODEL_SET } from './model-set.ts';

test('every model has a name of its own', () => {
  expect(new Set(MODEL_SET.map((spec) => spec.id)).size).toBe(MODEL_SET.length);
});

test('ids and sources say the same', () => {
  const find = (id: string) => MODEL_SET.find((spec) => spec.id === id);
  expect(find('upconv7-noise1-scale2x')?.source).toMatch(/upconv_7.*\/noise1_scale2\.0x_model$/);
  expect(find('cunet-noise3')).toMatchObject({ scale: 1, context: 28 });
  expect(find('vgg7-scale2x')?.source).toMatch(/models_rgb\/scale2\.0x_model\.json$/);
});
