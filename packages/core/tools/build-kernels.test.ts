import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildKernels } from './build-kernels.ts';

test('the committed kernels are what their sources compile to', async () => {
  const committed = new URL('../src/raster/blend/blend-kernels.wasm.ts', import.meta.url);
  expect(await buildKernels()).toBe(await readFile(committed, 'utf8'));
});
