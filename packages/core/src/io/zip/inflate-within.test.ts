import { deflateSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflateWithin } from './inflate-within.ts';

/** Packed by another implementation. */
const packed = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

describe('inflateWithin', () => {
  it('gives what was packed, and nothing for any other size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 1, max: 40 }),
        async (bytes, times) => {
          const whole = new Uint8Array(bytes.length * times).map((_, i) => bytes[i % bytes.length]!);
          const data = await packed(whole);
          expect(inflateWithin(data, whole.length)).toEqual(whole);
          expect(inflateWithin(data, whole.length + 1)).toBeUndefined();
          if (whole.length > 0) expect(inflateWithin(data, whole.length - 1)).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not unpack a bomb any further than it says', () => {
    const bomb = deflateSync(new Uint8Array(60 * 2 ** 20), { level: 9 });
    expect(bomb.length).toBeLessThan(2 ** 16);
    expect(inflateWithin(bomb, 60 * 2 ** 20)).toHaveLength(60 * 2 ** 20);
    expect(inflateWithin(bomb, 1000)).toBeUndefined();
  });

  it('gives nothing for damage', () => {
    const data = deflateSync(new Uint8Array(1000).map((_, i) => (i * i) % 251));
    expect(inflateWithin(data.subarray(0, data.length - 4), 1000)).toBeUndefined();
    expect(inflateWithin(Uint8Array.of(7, 255, 255), 10)).toBeUndefined();
    expect(inflateWithin(new Uint8Array(0), 0)).toBeUndefined();
  });
});
