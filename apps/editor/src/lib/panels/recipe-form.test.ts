import type { OperationSpec } from '@koma/core/plugin';
import { expect, it } from 'vitest';
import { recipeForm } from './recipe-form.ts';

const label = { en: 'x' };
const number = (id: string) => ({ id, label, type: 'number' as const, min: 0, max: 9 });
const spec: OperationSpec = {
  id: 'enlarge',
  title: label,
  summary: label,
  inputs: [{ name: 'image', type: 'image', label }],
  outputs: [{ name: 'image', type: 'image' }],
  params: [
    number('scale'),
    number('width'),
    number('height'),
    { id: 'exact', label, type: 'boolean', default: false },
  ],
  exclusive: [
    {
      id: 'size',
      label,
      members: [
        { label, params: ['scale'] },
        { label, params: ['width', 'height'] },
      ],
    },
  ],
  placement: ['new-layer'],
};

it('takes the values over and opens the member that they belong to', () => {
  expect(recipeForm(spec, { height: 3, exact: true })).toEqual({
    values: { height: 3, exact: true },
    members: { size: 1 },
  });
});

it('opens the first member where none was given, and forgets what the operation no longer knows', () => {
  expect(recipeForm(spec, { exact: false, sharpen: 2 })).toEqual({
    values: { exact: false },
    members: { size: 0 },
  });
});
