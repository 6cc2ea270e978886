import { expect, it } from 'vitest';
import { fuzzNaive } from '../fuzz/rpc/fuzz-naive.ts';
import { fuzzRpc } from '../fuzz/rpc/fuzz-rpc.ts';

/** A hundredth of `npm run fuzz -- rpc`. */
const COUNT = 1000;

it('hostile messages leave prototypes, the document and other plugins as they are', async () => {
  const report = await fuzzRpc(COUNT, 1);
  expect(report.problems).toEqual([]);
  // It was a fight: workers were ended, calls went wrong, and some went right all the same.
  for (const seen of [report.ended, report.failed, report.answered, report.requests])
    expect(seen).toBeGreaterThan(0);
});

it('the same messages take over an endpoint that follows paths', async () => {
  const { polluted, secretsRead, wiped } = await fuzzNaive(COUNT, 1);
  expect([polluted, wiped]).toEqual([true, true]);
  expect(secretsRead).toBeGreaterThan(0);
});
