import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readPngHeader } from '../png-header.ts';
import { coverage, decodeWithSharp, group, layer, picture, portable } from './portable.test-helper.ts';
import { writeKoma } from './write-koma.ts';

const ink = picture(40, 30, (x, y) => [0, 0, 0, x === y ? 255 : 0]);
const photo = picture(40, 30, (x, y) => [x * 6, y * 8, x ^ y, 255]);
const mask = { image: coverage(5, 5, (x) => x * 60), x: 3, y: 4, enabled: true, outside: 0 } as const;

it('is a ZIP archive whose type is in its first bytes', () => {
  const bytes = writeKoma(portable(40, 30, []));
  expect(new TextDecoder().decode(bytes.subarray(30, 56))).toBe('mimetypeapplication/x-koma');
});

it('holds the manifest and one PNG for each picture, as small as its colours allow', async () => {
  const nodes = [
    layer('紙', photo, { mask, original: { image: ink, frame: { x: 0, y: 0, width: 20, height: 15 } } }),
    group('flats', [layer('empty'), layer('ink', ink)], { mask: { ...mask, image: undefined } }),
  ];
  const kept = new Map([['source', { image: photo }]]);
  const files = unzipSync(writeKoma(portable(40, 30, nodes, { kept, composite: photo })));
  expect(Object.keys(files)).toEqual([
    'mimetype',
    'manifest.json',
    'masks/1.png',
    'layers/2.png',
    'originals/3.png',
    'layers/4.png',
    'kept/5.png',
  ]);
  expect(readPngHeader(files['masks/1.png']!)).toMatchObject({ colorType: 0, bitDepth: 8 });
  expect(readPngHeader(files['layers/4.png']!)).toMatchObject({ colorType: 3, bitDepth: 1 });
  expect(await decodeWithSharp(files['layers/2.png']!)).toEqual(photo);
  expect(await decodeWithSharp(files['originals/3.png']!)).toEqual(ink);
  expect(await decodeWithSharp(files['kept/5.png']!)).toEqual(photo);
  expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).toMatchObject({
    formatVersion: 1,
    width: 40,
    nodes: [
      { name: '紙', picture: { file: 'layers/2.png', width: 40, height: 30 }, mask: { x: 3, outside: 0 } },
      { kind: 'group', children: [{ name: 'empty' }, { name: 'ink' }] },
    ],
  });
});

it('the same document gives the same bytes', () => {
  const document = portable(40, 30, [layer('a', photo), layer('b', ink, { mask })]);
  expect(writeKoma(document)).toEqual(writeKoma(document));
});

it('never writes what could not be read again', () => {
  const one = layer('a', ink);
  expect(() => writeKoma(portable(40, 30, [one, group('g', [one])]))).toThrow('same id');
  expect(() => writeKoma(portable(40, 30, [layer('a', ink, { opacity: NaN })]))).toThrow('opacity');
  expect(() => writeKoma(portable(40, 30, [layer('a', ink, { x: 1.5 })]))).toThrow('"x"');
});
