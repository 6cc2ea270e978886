import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FORMAT_BYTES,
  packCoverage,
  packPixels,
  planCoverage,
  planPixels,
  unpackCoverage,
  unpackPixels,
  type TileFormat,
} from './tile-codec.ts';
import { TILE_PIXELS } from './tile-key.ts';

function roundTrip(pixels: Uint32Array): TileFormat {
  const plan = planPixels(pixels);
  const bytes = new Uint8Array(FORMAT_BYTES[plan.format]);
  packPixels(pixels, plan, bytes);
  const back = new Uint32Array(TILE_PIXELS).fill(0x12345678);
  unpackPixels(plan, bytes, back);
  expect(Buffer.compare(Buffer.from(back.buffer), Buffer.from(pixels.slice().buffer))).toBe(0);
  return plan.format;
}

function fill(colour: (index: number) => number): Uint32Array {
  return Uint32Array.from({ length: TILE_PIXELS }, (_, i) => colour(i));
}

describe('pixels', () => {
  test.each([
    ['solid', fill(() => 0x80112233)],
    ['bit', fill((i) => (i % 7 === 0 ? 0xff000000 : 0))],
    ['bit', fill((i) => (i === TILE_PIXELS - 1 ? 0xffffffff : 0xff0000ff))],
    ['ink', fill((i) => ((i % 256) << 24) | 0x102030)],
    ['grey', fill((i) => 0xff000000 | ((i % 256) * 0x010101))],
    ['rgba', fill((i) => (i * 2654435761) >>> 0)],
    ['rgba', fill((i) => (i < 3 ? 0 : 0xff000000 | ((i % 256) * 0x010101)))],
  ] as const)('take %s where that is exact', (format, pixels) => {
    expect(roundTrip(pixels)).toBe(format);
  });

  test('come back as they were, whatever they are', () => {
    const palette = fc.uint32Array({ minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(palette, fc.nat(1000), (colours, step) => {
        roundTrip(fill((i) => colours[Math.floor((i * (step + 1)) / 97) % colours.length]!));
      }),
      { numRuns: 40 },
    );
  });

  test('keep the colours under full transparency', () => {
    expect(roundTrip(fill((i) => (i % 2 ? 0x00112233 : 0x00445566)))).toBe('bit');
  });
});

describe('coverage', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 5 }), (values) => {
        const coverage = Uint8Array.from({ length: TILE_PIXELS }, (_, i) => values[i % values.length]!);
        const plan = planCoverage(coverage);
        const bytes = new Uint8Array(FORMAT_BYTES[plan.format]);
        packCoverage(coverage, plan, bytes);
        const back = new Uint8Array(TILE_PIXELS).fill(77);
        unpackCoverage(plan, bytes, back);
        expect(Buffer.compare(back, coverage)).toBe(0);
        const distinct = new Set(values).size;
        expect(plan.format).toBe(distinct === 1 ? 'solid' : distinct === 2 ? 'bit' : 'coverage');
      }),
      { numRuns: 40 },
    );
  });

  test('cannot be read as colours', () => {
    const plan = { format: 'coverage', colour: 0, second: 0 } as const;
    expect(() => unpackPixels(plan, new Uint8Array(TILE_PIXELS), new Uint32Array(TILE_PIXELS))).toThrow(
      'no colours',
    );
  });
});
