import { describe, expect, it } from 'vitest';
import { buildWebp, le, riffChunks, tiff, vp8, vp8l, vp8x } from './build-file.test-helper.ts';
import { readFixture } from './read-fixture.test-helper.ts';
import { readWebpHeader } from './webp-header.ts';

const ANIMATION = 0x02;
const ALPHA = 0x10;

function anmf(x: number, y: number, width: number, height: number, picture: number[]): [string, number[]] {
  const head = [x / 2, y / 2, width - 1, height - 1, 100].flatMap((value) => le(value, 3));
  return ['ANMF', [...head, 0, ...picture]];
}

describe('readWebpHeader', () => {
  it.each([
    [
      'good/lossy.webp',
      { width: 48, height: 32, hasAlpha: false, lossless: false, animated: false, complete: true },
    ],
    ['good/lossy-alpha.webp', { width: 48, height: 32, hasAlpha: true, lossless: false, complete: true }],
    ['good/lossless.webp', { width: 48, height: 32, hasAlpha: false, lossless: true, complete: true }],
    ['good/lossless-alpha.webp', { width: 48, height: 32, hasAlpha: true, lossless: true, complete: true }],
    ['good/animated.webp', { width: 48, height: 32, animated: true, complete: true }],
    ['good/orient-6.webp', { width: 48, height: 32, orientation: 6, complete: true }],
    ['bad/truncated.webp', { width: 48, height: 32, complete: false }],
    ['bad/huge-claim.webp', { width: 16384, height: 16384, lossless: true }],
  ])('describes %s', (file, expected) => {
    expect(readWebpHeader(readFixture(file))).toMatchObject(expected);
  });

  it('reads what the extended container says', () => {
    const header = readWebpHeader(
      buildWebp(['VP8X', vp8x(ALPHA, 6, 4)], ['ICCP', [1]], ['VP8 ', vp8(6, 4)], ['EXIF', tiff(5, 'II')]),
    );
    expect(header).toEqual({
      width: 6,
      height: 4,
      hasAlpha: true,
      animated: false,
      lossless: false,
      hasIccProfile: true,
      orientation: 5,
      complete: true,
    });
  });

  it('counts frames, and calls an animation lossless if all of them are', () => {
    const lossy = riffChunks(['VP8 ', vp8(6, 4)]);
    const lossless = riffChunks(['VP8L', vp8l(6, 4, 1)]);
    const read = (...pictures: number[][]) =>
      readWebpHeader(
        buildWebp(['VP8X', vp8x(ANIMATION, 6, 4)], ...pictures.map((data) => anmf(0, 0, 6, 4, data))),
      );
    expect(read(lossless)).toMatchObject({ animated: false, lossless: true, hasAlpha: true });
    expect(read(lossless, lossless)).toMatchObject({ animated: true, lossless: true });
    expect(read(lossless, lossy)).toMatchObject({ animated: true, lossless: false });
  });

  it('is incomplete where the file is shorter than it says, or has no picture', () => {
    const whole = buildWebp(['VP8 ', vp8(6, 4)]);
    expect(readWebpHeader(whole).complete).toBe(true);
    expect(readWebpHeader(whole.slice(0, -1)).complete).toBe(false);
    expect(readWebpHeader(buildWebp(['VP8X', vp8x(0, 6, 4)])).complete).toBe(false);
  });

  it('allows bytes after the end that RIFF gives', () => {
    expect(readWebpHeader(Uint8Array.from([...buildWebp(['VP8 ', vp8(6, 4)]), 1, 2, 3])).complete).toBe(true);
  });

  it('refuses sizes that contradict each other', () => {
    const still = buildWebp(['VP8X', vp8x(0, 6, 4)], ['VP8L', vp8l(16384, 16384)]);
    expect(() => readWebpHeader(still)).toThrow(/different sizes/);
    const beyond = anmf(2, 0, 6, 4, riffChunks(['VP8L', vp8l(6, 4)]));
    expect(() => readWebpHeader(buildWebp(['VP8X', vp8x(ANIMATION, 6, 4)], beyond))).toThrow(/larger than/);
    const swollen = anmf(0, 0, 6, 4, riffChunks(['VP8L', vp8l(16384, 4)]));
    expect(() => readWebpHeader(buildWebp(['VP8X', vp8x(ANIMATION, 6, 4)], swollen))).toThrow(/larger than/);
  });

  it('refuses impossible canvases and missing headers', () => {
    expect(() => readWebpHeader(buildWebp(['VP8X', vp8x(0, 2 ** 24, 2 ** 24)]))).toThrow(/impossible size/);
    expect(() => readWebpHeader(buildWebp(['JUNK', [1, 2]]))).toThrow(/header is missing/);
    expect(() => readWebpHeader(buildWebp())).toThrow(/before its size/);
  });
});
