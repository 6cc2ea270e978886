import { expect, it } from 'vitest';
import { jointStep } from './joint-step.ts';

it('arrow keys move a joint by a hundredth of the picture, with Shift by five', () => {
  expect(jointStep({ key: 'ArrowLeft', shiftKey: false })).toEqual({ x: -0.01, y: 0 });
  expect(jointStep({ key: 'ArrowDown', shiftKey: true })).toEqual({ x: 0, y: 0.05 });
});

it('other keys move nothing', () => {
  for (const key of ['Enter', 'a', 'constructor'])
    expect(jointStep({ key, shiftKey: false })).toBeUndefined();
});
