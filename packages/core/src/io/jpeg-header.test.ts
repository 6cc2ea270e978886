import { describe, expect, it } from 'vitest';
import { be, buildJpeg, latin1, SCAN, segment, sof, tiff } from './build-file.test-helper.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { readFixture } from './read-fixture.test-helper.ts';

const read = (...parts: (readonly number[])[]) => readJpegHeader(buildJpeg(...parts, sof(5, 7), SCAN));
const exif = (orientation: number) => segment(0xe1, [...latin1('Exif\0\0'), ...tiff(orientation)]);
const jfif = (unit: number, density: number) =>
  segment(0xe0, [...latin1('JFIF\0'), 1, 2, unit, ...be(density, 2), ...be(density, 2), 0, 0]);

describe('readJpegHeader', () => {
  it.each([
    [
      'good/q50.jpg',
      { width: 48, height: 32, components: 3, progressive: false, orientation: 1, complete: true },
    ],
    ['good/progressive.jpg', { progressive: true, dpi: 300, complete: true }],
    ['good/grey.jpg', { components: 1, complete: true }],
    ['good/orient-6.jpg', { width: 32, height: 48, orientation: 6, complete: true }],
    ['good/orient-2.jpg', { width: 48, height: 32, orientation: 2, complete: true }],
    ['bad/cmyk.jpg', { components: 4, complete: true }],
    ['bad/truncated.jpg', { width: 48, height: 32, complete: false }],
  ])('describes %s', (file, expected) => {
    expect(readJpegHeader(readFixture(file))).toMatchObject(expected);
  });

  it('reads what the application segments say', () => {
    expect(read(exif(8)).orientation).toBe(8);
    expect(read(exif(8), exif(3)).orientation).toBe(8);
    expect(read(segment(0xe1, latin1('http://ns.adobe.com/xap/1.0/\0'))).orientation).toBe(1);
    expect(read(segment(0xe2, latin1('ICC_PROFILE\0\x01\x01'))).hasIccProfile).toBe(true);
    expect(read(segment(0xe2, latin1('MPF\0'))).hasIccProfile).toBe(false);
    expect(read(segment(0xee, [...latin1('Adobe'), 0, 100, 0, 0, 0, 0, 2])).adobeTransform).toBe(2);
    expect(read()).not.toHaveProperty('adobeTransform');
  });

  it('reads density an inch and a centimetre, and none without a unit', () => {
    expect(read(jfif(1, 600)).dpi).toBe(600);
    expect(read(jfif(2, 100)).dpi).toBe(254);
    expect(read(jfif(0, 1))).not.toHaveProperty('dpi');
  });

  it("gives the first component's table as it stands at the first scan", () => {
    const table = (step: number) => segment(0xdb, [0, ...Array<number>(64).fill(step)]);
    const bytes = buildJpeg(table(3), table(4), sof(5, 7), SCAN, table(9), SCAN);
    expect(readJpegHeader(bytes).lumaTable?.[0]).toBe(4);
    expect(read()).not.toHaveProperty('lumaTable');
  });

  it('is complete only if a scan is followed by EOI, whatever comes after', () => {
    expect(read().complete).toBe(true);
    expect(readJpegHeader(Uint8Array.from([...buildJpeg(sof(5, 7), SCAN), 1, 2, 0xff])).complete).toBe(true);
    expect(readJpegHeader(buildJpeg(sof(5, 7))).complete).toBe(false);
    expect(readJpegHeader(buildJpeg(sof(5, 7), SCAN).slice(0, -1)).complete).toBe(false);
  });

  it("is not misled by a preview's EOI inside a segment", () => {
    const preview = segment(0xe1, [...latin1('Exif\0\0'), ...tiff(1), 0xff, 0xd8, 0xff, 0xd9]);
    expect(readJpegHeader(buildJpeg(preview, sof(5, 7), SCAN).slice(0, -2)).complete).toBe(false);
  });

  it('refuses missing and repeated frame headers and impossible lengths', () => {
    expect(() => readJpegHeader(buildJpeg(SCAN))).toThrow(/before its size/);
    expect(() => read(sof(5, 7))).toThrow(/two headers/);
    expect(() => read([0xff, 0xe0, 0, 1])).toThrow(/impossible length/);
  });
});
