import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, it, onTestFinished } from 'vitest';
import { bundleGuest } from './guest-text.ts';

it('makes one classic script of a module and what it imports', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'koma-guest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'part.ts'), 'export const part: number = 40;');
  writeFileSync(
    join(folder, 'main.ts'),
    "import { part } from './part.ts';\nexport const sum = part + 2;\n(globalThis as { seen?: number }).seen = sum;",
  );
  const { text, inputs } = await bundleGuest(join(folder, 'main.ts'), 'result');
  const context: { seen?: number; result?: { sum: number } } = {};
  runInNewContext(text, context);
  expect([context.seen, context.result?.sum]).toEqual([42, 42]);
  expect(inputs.map((path) => path.split('/').at(-1)).sort()).toEqual(['main.ts', 'part.ts']);
});
