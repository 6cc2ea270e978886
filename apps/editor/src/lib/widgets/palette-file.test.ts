import { parsePalette } from '@koma/core/plugin';
import { expect, it } from 'vitest';
import { readPalette, writePalette } from './palette-file.ts';

it('what is written is what the command line takes, and is read again', () => {
  const colours = ['#ff8800', '#3a7bd5'];
  const text = writePalette(colours);
  expect(parsePalette(JSON.parse(text))).toEqual({ colors: colours });
  expect(readPalette(text, 'sunset.json')).toEqual(colours);
});

it('colours that are there twice are read once, in small letters', () => {
  expect(readPalette('{"colors":["#FF8800","#ff8800","#000000"]}', 'a.json')).toEqual(['#ff8800', '#000000']);
});

it.each([
  ['no JSON', '#ff8800'],
  ['no palette', '[1,2]'],
  ['no colours', '{"colors":[]}'],
  ['a colour that is none', '{"colors":["orange"]}'],
  ['something more', '{"colors":["#ff8800"],"name":"sunset"}'],
])('refuses %s with a message that names the file', (_, text) => {
  expect(() => readPalette(text, 'sunset.json')).toThrow(
    expect.objectContaining({ code: 'PALETTE_INVALID', details: { name: 'sunset.json' } }),
  );
});
