import { expect, it } from 'vitest';
import { latest } from './latest.ts';

it('skips the values that were overtaken, never the last', async () => {
  const done: number[] = [];
  const gates: (() => void)[] = [];
  const send = latest(async (value: number) => {
    await new Promise<void>((resolve) => gates.push(resolve));
    done.push(value);
  });
  const all = [send(1), send(2), send(3), send(4)];
  expect(gates.length).toBe(1);
  gates[0]!();
  while (gates.length < 2) await Promise.resolve();
  gates[1]!();
  await Promise.all(all);
  expect(done).toEqual([1, 4]);

  const again = send(5);
  gates[2]!();
  await again;
  expect(done).toEqual([1, 4, 5]);
});
