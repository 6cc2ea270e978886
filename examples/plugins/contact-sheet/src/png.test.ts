import fc from 'fast-check';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deflate } from './deflate.ts';
import { encodePng } from './png.ts';

describe('deflate', () => {
  it('is undone by zlib', () => {
    const noise = fc.uint8Array({ maxLength: 3000 });
    // Few different bytes and repeated pieces, so that copies of every length and distance come up.
    const repeats = fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 60, max: 3 }), fc.nat({ max: 600 }))
      .map(([piece, times]) =>
        Uint8Array.from({ length: piece.length * times }, (_, i) => piece[i % piece.length]!),
      );
    fc.assert(
      fc.property(fc.oneof(noise, repeats), (bytes) => {
        expect(new Uint8Array(inflateRawSync(deflate(bytes)))).toEqual(bytes);
      }),
      { numRuns: 150, seed: 8 },
    );
  });

  it('finds copies from as far back as there may be, and none from farther', () => {
    const bytes = new Uint8Array(80_000);
    let state = 1;
    for (let i = 0; i < 32_768; i++)
      bytes[i] = (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24;
    bytes.copyWithin(32_768, 0, 32_768);
    bytes.copyWithin(65_536, 0, 14_000);
    const packed = deflate(bytes);
    expect(new Uint8Array(inflateRawSync(packed))).toEqual(bytes);
    expect(packed.length).toBeLessThan(40_000);
  });
});

/** Undoes PNG's filters, as section 9.2 says. */
function unfiltered(rows: Uint8Array, stride: number): Uint8Array {
  const out = new Uint8Array((rows.length / (stride + 1)) * stride);
  for (let y = 0; y * (stride + 1) < rows.length; y++)
    for (let i = 0; i < stride; i++) {
      const a = i >= 3 ? out[y * stride + i - 3]! : 0;
      const b = y > 0 ? out[(y - 1) * stride + i]! : 0;
      const c = i >= 3 && y > 0 ? out[(y - 1) * stride + i - 3]! : 0;
      const p = a + b - c;
      const nearest = [a, b, c].toSorted((m, n) => Math.abs(p - m) - Math.abs(p - n))[0]!;
      const guess = [0, a, b, (a + b) >> 1, nearest][rows[y * (stride + 1)]!]!;
      out[y * stride + i] = rows[y * (stride + 1) + 1 + i]! + guess;
    }
  return out;
}

it('encodePng writes what a decoder reads back', () => {
  for (const [width, height] of [
    [1, 1],
    [7, 5],
    [64, 40],
  ] as const) {
    const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * i * 7 + (i >> 3)) & 255);
    const png = encodePng(width, height, data);
    const view = new DataView(png.buffer);
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect([view.getUint32(16), view.getUint32(20), png[24], png[25]]).toEqual([width, height, 8, 2]);
    let at = 8;
    let pixels: Uint8Array | undefined;
    const types: string[] = [];
    while (at < png.length) {
      const length = view.getUint32(at);
      const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
      types.push(type);
      if (type === 'IDAT') pixels = inflateSync(png.subarray(at + 8, at + 8 + length));
      at += length + 12;
    }
    expect(types).toEqual(['IHDR', 'sRGB', 'IDAT', 'IEND']);
    expect(unfiltered(pixels!, width * 3)).toEqual(data);
  }
});

it('encodePng ends its chunks with the checksums of the standard', () => {
  // The CRC of IEND, which every PNG ends in.
  expect([...encodePng(1, 1, new Uint8Array(3)).subarray(-4)]).toEqual([0xae, 0x42, 0x60, 0x82]);
});
