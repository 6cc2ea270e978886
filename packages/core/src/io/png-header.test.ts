import { describe, expect, it } from 'vitest';
import { be, buildPng, ihdr, latin1, tiff } from './build-file.test-helper.ts';
import { readFixture } from './read-fixture.test-helper.ts';
import { readPngHeader } from './png-header.ts';

type Chunk = [type: string, data: number[]];
const IHDR: Chunk = ['IHDR', ihdr(4, 3)];
const IDAT: Chunk = ['IDAT', [1, 2, 3]];
const IEND: Chunk = ['IEND', []];
const read = (...chunks: Chunk[]) => readPngHeader(buildPng(IHDR, ...chunks, IDAT, IEND));

describe('readPngHeader', () => {
  it.each([
    ['grey.png', { width: 48, height: 32, bitDepth: 8, colorType: 0, grey: true, hasAlpha: false }],
    ['grey16.png', { bitDepth: 16, colorType: 0, grey: true }],
    ['rgb16.png', { bitDepth: 16, colorType: 2, grey: false }],
    ['one-bit.png', { bitDepth: 1, colorType: 0, grey: true }],
    ['palette.png', { bitDepth: 4, colorType: 3, grey: false, hasAlpha: false }],
    ['alpha.png', { bitDepth: 8, colorType: 6, hasAlpha: true, hasIccProfile: false }],
    ['p3-icc.png', { hasIccProfile: true }],
    ['one-pixel.png', { width: 1, height: 1 }],
  ])('describes %s', (file, expected) => {
    expect(readPngHeader(readFixture(`good/${file}`))).toMatchObject({ ...expected, complete: true });
  });

  it('sees transparency in tRNS', () => {
    expect(read().hasAlpha).toBe(false);
    expect(read(['tRNS', [0, 0, 0, 0, 0, 0]]).hasAlpha).toBe(true);
  });

  it('sees colour chunks', () => {
    expect(read(['sRGB', [0]], ['gAMA', be(45455, 4)], ['cHRM', []], ['iCCP', latin1('p3')])).toMatchObject({
      hasSrgb: true,
      hasGamma: true,
      hasChromaticities: true,
      hasIccProfile: true,
    });
    expect(read()).toMatchObject({
      hasSrgb: false,
      hasGamma: false,
      hasChromaticities: false,
      hasIccProfile: false,
    });
  });

  it('calls a palette grey if all its entries are', () => {
    const withPalette = (palette: number[]) =>
      readPngHeader(buildPng(['IHDR', ihdr(4, 3, 8, 3)], ['PLTE', palette], IDAT, IEND)).grey;
    expect(withPalette([0, 0, 0, 128, 128, 128, 255, 255, 255])).toBe(true);
    expect(withPalette([0, 0, 0, 128, 128, 129])).toBe(false);
  });

  it('reads the resolution only where its unit is the metre', () => {
    const metres = [...be(11811, 4), ...be(11811, 4), 1];
    expect(read(['pHYs', metres]).dpi).toBe(300);
    expect(read(['pHYs', [...metres.slice(0, 8), 0]])).not.toHaveProperty('dpi');
    expect(read(['pHYs', metres.slice(0, 8)])).not.toHaveProperty('dpi');
    expect(read()).not.toHaveProperty('dpi');
  });

  it('reads the orientation before and after the picture data', () => {
    expect(read(['eXIf', tiff(6)]).orientation).toBe(6);
    expect(readPngHeader(buildPng(IHDR, IDAT, ['eXIf', tiff(8, 'II')], IEND)).orientation).toBe(8);
    expect(read().orientation).toBe(1);
  });

  it('calls it animated from two frames on', () => {
    expect(read(['acTL', [...be(1, 4), ...be(0, 4)]]).animated).toBe(false);
    expect(read(['acTL', [...be(2, 4), ...be(0, 4)]]).animated).toBe(true);
  });

  it('is incomplete without picture data, without IEND, and with IEND cut', () => {
    expect(readPngHeader(buildPng(IHDR, IEND)).complete).toBe(false);
    expect(readPngHeader(buildPng(IHDR, IDAT)).complete).toBe(false);
    expect(readPngHeader(buildPng(IHDR, IDAT, IEND).slice(0, -1)).complete).toBe(false);
    expect(readPngHeader(readFixture('bad/truncated.png'))).toMatchObject({
      width: 48,
      height: 32,
      complete: false,
    });
  });

  it('allows bytes after IEND', () => {
    expect(readPngHeader(Uint8Array.from([...buildPng(IHDR, IDAT, IEND), 1, 2, 3])).complete).toBe(true);
  });

  it('refuses lengths that would overflow, second headers and missing palettes', () => {
    const bytes = buildPng(IHDR, IDAT, IEND);
    bytes[33] = 0x80; // the top bit of the second chunk's length
    expect(() => readPngHeader(bytes)).toThrow(/impossible length/);
    expect(() => read(['IHDR', ihdr(9000, 9000)])).toThrow(/two headers/);
    expect(() => readPngHeader(buildPng(['IHDR', ihdr(4, 3, 8, 3)], IDAT, IEND))).toThrow(
      /palette is missing/,
    );
  });

  it('stops at a chunk that claims more than the file has', () => {
    const bytes = buildPng(IHDR, IDAT, IEND);
    bytes.set([0x7f, 0xff, 0xff, 0xff], 33);
    expect(readPngHeader(bytes).complete).toBe(false);
  });
});
