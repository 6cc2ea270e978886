import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import { buildJpeg, SCAN, sof } from './build-file.test-helper.ts';
import { inspectImage, MAX_INPUT_PIXELS } from './inspect-image.ts';
import type { InspectOptions } from './inspect-image.ts';
import { listFixtures, readFixture } from './read-fixture.test-helper.ts';

function refusal(bytes: Uint8Array, options?: InspectOptions): KomaError {
  try {
    inspectImage(bytes, options);
  } catch (error) {
    if (error instanceof KomaError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

const UPRIGHT = { width: 48, height: 32, orientation: 1, animated: false, hasIccProfile: false };
const PNG = { ...UPRIGHT, format: 'png', hasAlpha: false, bitDepth: 8, grey: false, lossless: true };
const JPEG = { ...UPRIGHT, format: 'jpeg', hasAlpha: false, bitDepth: 8, grey: false, lossless: false };
const WEBP = { ...UPRIGHT, format: 'webp', hasAlpha: false, bitDepth: 8, grey: false, lossless: false };

describe('inspectImage', () => {
  it.each([
    ['grey.png', { ...PNG, grey: true }],
    ['grey16.png', { ...PNG, grey: true, bitDepth: 16 }],
    ['rgb16.png', { ...PNG, bitDepth: 16 }],
    ['one-bit.png', { ...PNG, grey: true, bitDepth: 1 }],
    ['one-pixel.png', { ...PNG, width: 1, height: 1 }],
    ['palette.png', PNG],
    ['alpha.png', { ...PNG, hasAlpha: true }],
    ['p3-icc.png', { ...PNG, hasIccProfile: true }],
    ['q10.jpg', { ...JPEG, jpegQuality: 10 }],
    ['q98.jpg', { ...JPEG, jpegQuality: 98 }],
    ['grey.jpg', { ...JPEG, grey: true, jpegQuality: 80 }],
    ['progressive.jpg', { ...JPEG, dpi: 300, jpegQuality: 80 }],
    ['lossy.webp', WEBP],
    ['lossless-alpha.webp', { ...WEBP, hasAlpha: true, lossless: true }],
    ['animated.webp', { ...WEBP, animated: true }],
    ['orient-6.webp', { ...WEBP, orientation: 6, width: 32, height: 48, hasIccProfile: true }],
  ])('describes %s', (file, expected) => {
    // Resolution is dropped unless the test is about it: encoders add one where they please.
    const { dpi, ...info } = inspectImage(readFixture(`good/${file}`));
    expect('dpi' in expected ? { ...info, dpi } : info).toEqual(expected);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the displayed size for orientation %i', (orientation) => {
    const info = inspectImage(readFixture(`good/orient-${orientation}.jpg`));
    expect(info).toMatchObject({ orientation, width: 48, height: 32 });
  });

  it('accepts every good file', () => {
    for (const path of listFixtures('good'))
      expect(inspectImage(readFixture(path)).width, path).toBeGreaterThan(0);
  });

  it.each([
    ['empty.png', 'FILE_EMPTY'],
    ['not-an-image.png', 'FILE_NOT_AN_IMAGE'],
    ['script.svg', 'FILE_IS_SVG'],
    ['animated.gif', 'FILE_FORMAT_UNSUPPORTED'],
    ['truncated.png', 'FILE_DAMAGED'],
    ['truncated.jpg', 'FILE_DAMAGED'],
    ['truncated.webp', 'FILE_DAMAGED'],
    ['cmyk.jpg', 'FILE_CMYK'],
    ['bomb.png', 'IMAGE_TOO_LARGE'],
    ['claims-16384.png', 'IMAGE_TOO_LARGE'],
    ['huge-claim.webp', 'IMAGE_TOO_LARGE'],
  ])('refuses %s with %s, naming it', (file, code) => {
    const error = refusal(readFixture(`bad/${file}`), { name: file });
    expect(error.code).toBe(code);
    expect(error.message).toContain(`"${file}"`);
  });

  it('refuses every bad file', () => {
    for (const path of listFixtures('bad'))
      expect(refusal(readFixture(path)), path).toBeInstanceOf(KomaError);
  });

  it('fills the details that messages are translated from', () => {
    expect(refusal(readFixture('bad/animated.gif')).details).toEqual({ format: 'gif', formatName: 'GIF' });
    expect(refusal(readFixture('bad/bomb.png')).details).toEqual({
      width: 16384,
      height: 16384,
      megapixels: 268.5,
      limit: 64,
    });
  });

  it('counts the limit in pixels and includes it', () => {
    const png = readFixture('good/grey.png');
    expect(inspectImage(png, { maxPixels: 48 * 32 }).width).toBe(48);
    expect(refusal(png, { maxPixels: 48 * 32 - 1 }).code).toBe('IMAGE_TOO_LARGE');
    expect(refusal(png, { maxPixels: NaN }).code).toBe('IMAGE_TOO_LARGE');
    expect(inspectImage(buildJpeg(sof(8000, 8000), SCAN)).width * 8000).toBe(MAX_INPUT_PIXELS);
    expect(refusal(buildJpeg(sof(8000, 8001), SCAN)).code).toBe('IMAGE_TOO_LARGE');
  });

  it('ignores the name when it decides', () => {
    expect(inspectImage(readFixture('good/grey.png'), { name: 'x.svg' }).format).toBe('png');
  });

  it('only reads the bytes', () => {
    const bytes = readFixture('good/q50.jpg');
    inspectImage(bytes);
    expect(bytes).toEqual(readFixture('good/q50.jpg'));
  });
});
