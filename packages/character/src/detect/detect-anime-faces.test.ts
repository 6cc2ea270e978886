import { expect, test } from 'vitest';
import { drawCharacter } from '../draw-character.ts';
import { labelCharacter } from '../labels/label-character.ts';
import { finishPainter } from '../output/finish-painter.ts';
import { filled, rasterize } from '../output/rasterize.test-helper.ts';
import { toSvg } from '../output/to-svg.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { randomStream } from '../random/random-stream.ts';
import { detectAnimeFaces } from './detect-anime-faces.ts';

const SIZE = 256;

/** What the cascade was trained to find: light skin, open eyes, hair around the face, nothing over it. */
const frontal = (seed: number) =>
  sampleCharacter(seed, {
    wishes: {
      expression: 'smile',
      finish: 'cel',
      skinColor: 'fair',
      background: 'plain',
      backgroundColor: 'dusk',
      backHair: 'long',
      fringe: 'full',
      hat: 'none',
      glasses: 'none',
      yaw: 0,
      pitch: 0,
      roll: 0,
    },
  });

function pictureOf(seed: number): Uint8Array | Uint8ClampedArray {
  const character = frontal(seed);
  const drawing = drawCharacter(character);
  const paint = finishPainter(characterPalette(character), character);
  return rasterize(toSvg(drawing, { ...paint, width: SIZE }), SIZE, SIZE);
}

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

test('finds faces that look ahead, where they are', () => {
  const found = SEEDS.filter((seed) => {
    const [box] = detectAnimeFaces(pictureOf(seed), SIZE, SIZE);
    const { keyPoints } = labelCharacter(frontal(seed), drawCharacter(frontal(seed)), SIZE);
    const inside = (name: string): boolean => {
      const [x, y] = keyPoints[name]!;
      return box !== undefined && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
    };
    return inside('eyeLeft') && inside('eyeRight') && inside('nose');
  });
  expect(found.length).toBeGreaterThanOrEqual(18);
});

test('finds no face that stands on its head', () => {
  const wrong = SEEDS.filter((seed) => detectAnimeFaces(turned(pictureOf(seed)), SIZE, SIZE).length > 0);
  expect(wrong.length).toBeLessThanOrEqual(1);
});

test('finds no face in a blank sheet, in noise or in stripes', () => {
  const random = randomStream(1, 'noise');
  const sheets = [() => 255, () => 0, () => random.whole(0, 255), (x: number) => (x % 16 < 8 ? 0 : 255)];
  for (const value of sheets) expect(detectAnimeFaces(filled(SIZE, SIZE, value), SIZE, SIZE)).toEqual([]);
});

test('pictures smaller than the window have no face', () => {
  expect(
    detectAnimeFaces(
      filled(20, 20, (x, y) => x * y),
      20,
      20,
    ),
  ).toEqual([]);
});

/** By 180°. */
function turned(rgba: Uint8Array | Uint8ClampedArray): Uint8Array {
  const result = new Uint8Array(rgba.length);
  for (let p = 0; p < rgba.length; p += 4) result.set(rgba.subarray(p, p + 4), rgba.length - 4 - p);
  return result;
}
