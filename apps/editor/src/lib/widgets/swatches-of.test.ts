import type { AttributeSpec } from '@koma/core/plugin';
import { expect, it } from 'vitest';
import { swatchesOf } from './swatches-of.ts';

const spec: Extract<AttributeSpec, { type: 'colour' }> = {
  id: 'hue',
  group: 'colours',
  label: { en: 'Hue' },
  type: 'colour',
  custom: true,
  options: [
    { value: 'red', label: { en: 'Red' }, swatch: '#ff0000' },
    { value: 'same', label: { en: 'Same' } },
  ],
};

it('named colours and others are shown as what they are, each once', () => {
  expect(swatchesOf(spec, ['red', '#123456', '#ff0000'])).toEqual(['#ff0000', '#123456']);
});

it('what stands for no colour is not shown', () => {
  expect(swatchesOf(spec, ['same'])).toEqual([]);
});
