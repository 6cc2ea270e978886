import { expect, it } from 'vitest';
import { warmUp } from './warm-up.ts';

it('asks for one picture, after everything that is waited for', async () => {
  const asked: unknown[] = [];
  const ready = await warmUp({
    ask: (method: string, request: unknown, options?: { rank?: string }) => {
      asked.push([method, options?.rank]);
      return Promise.resolve({ seed: 1 } as never);
    },
  });
  expect(ready).toBe(true);
  expect(asked).toEqual([
    ['sample', 'background'],
    ['draw', 'background'],
  ]);
});

it('leaves it to the first real question to say what is wrong', async () => {
  await expect(warmUp({ ask: () => Promise.reject(new Error('no worker')) })).resolves.toBe(false);
});
