import { expect, test } from 'vitest';
import { drawCharacter } from '../draw-character.ts';
import { pictureHeight } from '../output/rasterize.ts';
import { rasterize } from '../output/rasterize.test-helper.ts';
import { toSvg } from '../output/to-svg.ts';
import { partPainter } from '../output/truth-painters.ts';
import { truthPictures } from '../output/truth-pictures.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { keyPointParts } from './key-points.ts';
import { labelCharacter } from './label-character.ts';

const WIDTH = 256;
/** Pixels by which a point on an outline may lie outside of it. */
const REACH = 3;

const SAMPLES = (['bust', 'full', 'chibi'] as const).flatMap((framing) =>
  Array.from({ length: 8 }, (_, i) => [framing, i * 101] as const),
);

test.each(SAMPLES)('key points lie on their parts: %s, seed %i', (framing, seed) => {
  const character = sampleCharacter(seed, { spread: 'balanced', wishes: { framing } });
  const drawing = drawCharacter(character);
  const height = pictureHeight(drawing, WIDTH);
  const { keyPoints } = labelCharacter(character, drawing, WIDTH);
  const off = Object.entries(keyPoints).filter(([name, [x, y, visibility]]) => {
    if (visibility === 0) return false;
    const own = keyPointParts[name]!;
    // The parts alone: another part may hide them in the picture.
    const svg = toSvg(drawing, {
      paint: partPainter,
      parts: (part) => own.includes(part.name),
      width: WIDTH,
      crisp: true,
    });
    const pixels = rasterize(svg, WIDTH, height);
    return !isCovered(pixels, WIDTH, height, x, y);
  });
  expect(off).toEqual([]);
});

function isCovered(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  x: number,
  y: number,
): boolean {
  for (let dy = -REACH; dy <= REACH; dy++)
    for (let dx = -REACH; dx <= REACH; dx++) {
      const [px, py] = [Math.floor(x) + dx, Math.floor(y) + dy];
      if (px >= 0 && px < width && py >= 0 && py < height && rgba[(py * width + px) * 4 + 3]! > 0)
        return true;
    }
  return false;
}

test('a label has every attribute, and the face box holds eyes, nose and mouth', () => {
  const character = sampleCharacter(8, { wishes: { yaw: 0 } });
  const label = labelCharacter(character, drawCharacter(character), WIDTH);
  expect({ ...label.attributes, seed: label.seed }).toEqual(character);
  const [x, y, width, height] = label.face!;
  for (const name of ['eyeLeft', 'eyeRight', 'nose', 'mouth']) {
    const [px, py] = label.keyPoints[name]!;
    expect(px).toBeGreaterThan(x);
    expect(px).toBeLessThan(x + width);
    expect(py).toBeGreaterThan(y);
    expect(py).toBeLessThan(y + height);
  }
  // Left is the character's own: the picture's right.
  expect(label.keyPoints['eyeLeft']![0]).toBeGreaterThan(label.keyPoints['eyeRight']![0]);
});

test('points outside the picture and behind other parts are told', () => {
  const character = sampleCharacter(8);
  const drawing = drawCharacter(character);
  const { parts } = truthPictures(drawing, characterPalette(character), WIDTH, rasterize);
  const moved = { ...drawing, keyPoints: { nose: [-5, 10], mouth: drawing.keyPoints['mouth']! } as const };
  expect(labelCharacter(character, moved, WIDTH, parts).keyPoints['nose']![2]).toBe(0);
  expect(labelCharacter(character, moved, WIDTH, parts).keyPoints['mouth']![2]).toBe(2);
  const hidden = new Uint8Array(parts.length).fill(2);
  expect(labelCharacter(character, moved, WIDTH, hidden).keyPoints['mouth']![2]).toBe(1);
});
