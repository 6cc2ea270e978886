import { describe, expect, it } from 'vitest';
import { vp8, vp8l } from './build-file.test-helper.ts';
import { ByteReader } from './byte-reader.ts';
import { readWebpBitstream } from './webp-bitstream.ts';

const read = (type: string, data: number[]) =>
  readWebpBitstream({ type, data: new ByteReader(Uint8Array.from(data)) });

describe('readWebpBitstream', () => {
  it('reads lossy heads, without the upscaling bits', () => {
    const expected = { width: 300, height: 16383, hasAlpha: false, lossless: false };
    expect(read('VP8 ', vp8(300, 16383))).toEqual(expected);
    expect(read('VP8 ', vp8(300 + 0x4000, 16383 + 0x8000))).toEqual(expected);
  });

  it('reads lossless heads up to the largest size', () => {
    expect(read('VP8L', vp8l(16384, 16384, 1))).toEqual({
      width: 16384,
      height: 16384,
      hasAlpha: true,
      lossless: true,
    });
    expect(read('VP8L', vp8l(1, 2))).toEqual({ width: 1, height: 2, hasAlpha: false, lossless: true });
  });

  it('is not concerned with other chunks', () => {
    expect(read('ALPH', vp8(3, 3))).toBeUndefined();
  });

  it('refuses heads that are cut or wrong', () => {
    expect(() => read('VP8 ', vp8(3, 3).slice(0, 9))).toThrow(/ends before/);
    expect(() => read('VP8L', vp8l(3, 3).slice(0, 4))).toThrow(/ends before/);
    expect(() => read('VP8 ', vp8(0, 3))).toThrow(/no WebP has/);
    expect(() => read('VP8 ', [0x11, ...vp8(3, 3).slice(1)])).toThrow(/no WebP has/);
    expect(() => read('VP8L', [0x2e, ...vp8l(3, 3).slice(1)])).toThrow(/no WebP has/);
    expect(() => read('VP8L', [0x2f, 0, 0, 0, 0x20])).toThrow(/no WebP has/);
  });
});
