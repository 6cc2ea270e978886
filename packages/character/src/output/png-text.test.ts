import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterError } from '../character-error.ts';
import { parseCharacter, serializeCharacter } from '../parameters/parse-character.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { CHARACTER_KEYWORD, readPngText, writePngText } from './png-text.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0L4 0L0 3Z" fill="#123456"/></svg>';
const png = new Uint8Array(new Resvg(svg).render().asPng());

test('every character comes back from a picture as it was', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const character = sampleCharacter(seed, { spread: 'balanced' });
      const written = writePngText(png, CHARACTER_KEYWORD, serializeCharacter(character));
      expect(parseCharacter(readPngText(written, CHARACTER_KEYWORD))).toEqual(character);
    }),
    { numRuns: 50 },
  );
});

test('any text comes back, and writing it again replaces it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = writePngText(png, 'note', 'first');
      const twice = writePngText(once, 'note', text);
      expect(readPngText(twice, 'note')).toBe(text);
      expect(writePngText(twice, 'note', 'first')).toEqual(once);
    }),
  );
});

test('the picture is untouched, and other texts stay', () => {
  const written = writePngText(writePngText(png, 'a', 'one'), 'b', 'zwei — 二');
  expect(readPngText(written, 'a')).toBe('one');
  expect(readPngText(written, 'b')).toBe('zwei — 二');
  expect(readPngText(png, 'a')).toBeUndefined();
  expect(written.subarray(0, png.length - 12)).toEqual(png.subarray(0, -12));
  expect(written.subarray(-12)).toEqual(png.subarray(-12));
});

test('damaged and foreign bytes are refused, never misread', () => {
  const written = writePngText(png, 'note', 'text');
  const refuses = (bytes: Uint8Array) => {
    for (const use of [() => readPngText(bytes, 'note'), () => writePngText(bytes, 'note', 'x')])
      expect(use).toThrow(CharacterError);
  };
  refuses(new Uint8Array(0));
  refuses(new TextEncoder().encode('GIF89a, and more bytes than a chunk has'));
  for (let length = 0; length < written.length; length++) refuses(written.subarray(0, length));
  for (let at = 0; at < written.length; at++) refuses(written.with(at, written[at]! ^ 0x10));
});

test('a tEXt chunk of another program is read too', () => {
  // "Software\0x", with its checksum.
  const data = [...new TextEncoder().encode('tEXtSoftware\0x')];
  const chunk = Uint8Array.of(0, 0, 0, 10, ...data, ...crcOf(data));
  const bytes = new Uint8Array([...png.subarray(0, 33), ...chunk, ...png.subarray(33)]);
  expect(readPngText(bytes, 'Software')).toBe('x');
});

/** The checksum bit by bit, apart from the table that the code under test uses. */
function crcOf(bytes: readonly number[]): number[] {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  crc = ~crc >>> 0;
  return [24, 16, 8, 0].map((shift) => (crc >>> shift) & 255);
}
