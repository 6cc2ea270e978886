import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownShare, poolingBlocks } from './pooling-blocks.ts';

it("the tiles' shares are the whole map, each position once", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom<1 | 2>(1, 2),
      (quarters, tileQuarters, scale) => {
        const total = quarters * 4;
        const size = Math.min(tileQuarters * 4, total);
        for (const block of poolingBlocks(scale)) {
          const counted = new Uint8Array(total * block.factor + block.surplus);
          for (let start = 0; start < total; start += size) {
            const { from, to } = ownShare(block, start, size, total, start + size >= total);
            expect(to).toBeLessThanOrEqual(size * block.factor + block.surplus);
            for (let i = from; i < to; i++) counted[i + start * block.factor]!++;
          }
          expect([...counted].every((count) => count === 1)).toBe(true);
        }
      },
    ),
  );
});
