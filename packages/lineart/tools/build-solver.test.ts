import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildSolver } from './build-solver.ts';

test('the committed solvers are what their sources compile to', async () => {
  const committed = new URL('../src/solver/solver.wasm.ts', import.meta.url);
  expect(await buildSolver()).toBe(await readFile(committed, 'utf8'));
});
