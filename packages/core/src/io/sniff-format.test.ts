import { describe, expect, it } from 'vitest';
import { be, latin1 } from './build-file.test-helper.ts';
import { readFixture } from './read-fixture.test-helper.ts';
import { sniffFormat } from './sniff-format.ts';

const sniffText = (text: string) => sniffFormat(Uint8Array.from(latin1(text)));
const ftyp = (...brands: string[]) =>
  Uint8Array.from([...be(8 + brands.length * 4, 4), ...latin1(`ftyp${brands.join('')}`), ...latin1('junk')]);

describe('sniffFormat', () => {
  it('tells real files apart by content, not by name', () => {
    expect(sniffFormat(readFixture('good/grey.png'))).toBe('png');
    expect(sniffFormat(readFixture('good/q50.jpg'))).toBe('jpeg');
    expect(sniffFormat(readFixture('good/lossy.webp'))).toBe('webp');
    expect(sniffFormat(readFixture('bad/animated.gif'))).toBe('gif');
    expect(sniffFormat(readFixture('bad/script.svg'))).toBe('svg');
    expect(sniffFormat(readFixture('bad/not-an-image.png'))).toBe('unknown');
  });

  it.each([
    ['GIF87a', 'gif'],
    ['BM\x46\0\0\0\0\0\0\0\x36\0\0\0', 'bmp'],
    ['II*\0\x08\0\0\0', 'tiff'],
    ['MM\0*\0\0\0\x08', 'tiff'],
    ['MM\0+\0\x08\0\0', 'tiff'],
    ['\xff\x0a\0\0', 'jxl'],
    ['\0\0\0\x0cJXL \r\n\x87\n', 'jxl'],
    ['8BPS\0\x01', 'psd'],
    ['CSFCHUNK\0', 'clip'],
    ['%PDF-1.7', 'pdf'],
    ['PK\x03\x04' + '\0'.repeat(26) + 'mimetypeimage/openraster', 'ora'],
    ['PK\x03\x04' + '\0'.repeat(26) + 'mimetypeapplication/x-krita', 'kra'],
    ['PK\x03\x04' + '\0'.repeat(26) + 'page01.jpg', 'zip'],
  ])('names %j as %s', (start, format) => {
    expect(sniffText(start)).toBe(format);
  });

  it('tells AVIF from HEIC by any of the brands', () => {
    expect(sniffFormat(ftyp('avif', '\0\0\0\0', 'mif1'))).toBe('avif');
    expect(sniffFormat(ftyp('mif1', '\0\0\0\0', 'mif1', 'avif'))).toBe('avif');
    expect(sniffFormat(ftyp('heic', '\0\0\0\0', 'mif1'))).toBe('heic');
    expect(sniffFormat(ftyp('isom', '\0\0\0\0', 'mp42'))).toBe('unknown');
  });

  it('does not look for brands beyond the ftyp box, nor in the version', () => {
    expect(sniffFormat(Uint8Array.from([...ftyp('isom', '\0\0\0\0'), ...latin1('avif')]))).toBe('unknown');
    expect(sniffFormat(ftyp('isom', 'avif'))).toBe('unknown');
  });

  it('takes text, other RIFF files and beginnings of signatures for unknown', () => {
    for (const text of [
      '',
      'BMW is a car maker',
      'RIFF\0\0\0\0WAVE',
      '\x89PN',
      '\xff\xd8',
      'RIFF\0\0\0\0WEB',
      '<html>',
    ]) {
      expect(sniffText(text)).toBe('unknown');
    }
  });
});
