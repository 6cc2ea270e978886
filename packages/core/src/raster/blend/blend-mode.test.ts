import { expect, test } from 'vitest';
import { createBlendKernels } from './blend-kernels.ts';
import { BLEND_MODES } from './blend-mode.ts';

test('there is one kernel for each blend mode, and no two share one', () => {
  const { blend } = createBlendKernels();
  expect(Object.keys(blend)).toEqual([...BLEND_MODES]);
  expect(new Set(Object.values(blend)).size).toBe(BLEND_MODES.length);
});
