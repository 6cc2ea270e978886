import { beforeAll, expect, test } from 'vitest';
import { drawCharacter } from '../draw-character.ts';
import { finishPainter } from '../output/finish-painter.ts';
import { rasterize } from '../output/rasterize.test-helper.ts';
import { toSvg } from '../output/to-svg.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { faceWindows, type FaceWindow } from './face-windows.ts';
import { equalize, toGrey, type GreyImage } from './grey-image.ts';

const SIZE = 80;
const ALL = { scaleFactor: 1.1, from: 1, to: Infinity };
let image: GreyImage;

beforeAll(() => {
  const wishes = { expression: 'smile', finish: 'cel', yaw: 0, pitch: 0, roll: 0, glasses: 'none' } as const;
  const character = sampleCharacter(1, { wishes });
  const paint = finishPainter(characterPalette(character), character);
  const svg = toSvg(drawCharacter(character), { ...paint, width: SIZE });
  image = equalize(toGrey(rasterize(svg, SIZE, SIZE), SIZE, SIZE));
});

const names = (windows: readonly FaceWindow[]): string[] =>
  windows.map(({ x, y, side }) => `${x},${y},${side}`);

test('trying every window where it is worth it finds more, and all that were found before', () => {
  const [few, many] = [faceWindows(image, ALL), faceWindows(image, { ...ALL, dense: true })];
  expect(few.length).toBeGreaterThan(0);
  expect(many.length).toBeGreaterThan(few.length);
  expect(names(many)).toEqual(expect.arrayContaining(names(few)));
  expect(new Set(names(many)).size).toBe(many.length);
});

test('sizes can be told apart, and then together give all', () => {
  const middle = 1.1 ** 5;
  const [small, large] = [
    faceWindows(image, { ...ALL, to: middle }),
    faceWindows(image, { ...ALL, from: middle }),
  ];
  expect(names([...small, ...large])).toEqual(names(faceWindows(image, ALL)));
  expect(small.every(({ side }) => side < 24 * middle)).toBe(true);
});

test('windows that begin beyond a part are left out, and no others', () => {
  const windows = faceWindows(image, ALL);
  const xs = windows.map(({ x }) => x).toSorted((a, b) => a - b);
  const within = { width: xs[xs.length >> 1]!, height: SIZE };
  const part = faceWindows(image, { ...ALL, within });
  expect(names(part)).toEqual(names(windows.filter(({ x }) => x < within.width)));
  expect(part.length).toBeLessThan(windows.length);
});
