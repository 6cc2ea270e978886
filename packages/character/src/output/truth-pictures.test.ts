import { expect, test } from 'vitest';
import { drawCharacter } from '../draw-character.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { rasterize } from './rasterize.test-helper.ts';
import { partClasses } from './truth-painters.ts';
import { occlusionOrder, truthPictures, type TruthPictures } from './truth-pictures.ts';

const WIDTH = 128;
const SAMPLES = (['bust', 'full', 'chibi'] as const).flatMap((framing) =>
  Array.from({ length: 4 }, (_, seed) => sampleCharacter(seed, { spread: 'balanced', wishes: { framing } })),
);

test.each(SAMPLES.map((character) => [character.framing, character.seed, character] as const))(
  'masks partition the figure, and every truth fits the picture: %s, seed %i',
  (_, __, character) => {
    const drawing = drawCharacter(character);
    const truth = truthPictures(drawing, characterPalette(character), WIDTH, rasterize);
    const pixels = truth.width * truth.height;
    const drawn = new Set(drawing.parts.map(({ name }) => name));
    // Each pixel has one class, and only those of parts that are drawn: nothing was mixed at edges.
    expect([...new Set(truth.parts)].filter((id) => id !== 0 && !drawn.has(partClasses[id]!))).toEqual([]);
    expect(truth.parts).toHaveLength(pixels);
    for (const plane of [truth.lineArt, truth.shade, truth.highlight, truth.figure])
      expect(plane).toHaveLength(pixels);
    expect(truth.flats).toHaveLength(pixels * 4);
    // What the masks of all parts cover is what the figure covers: they differ at most where edges are soft.
    expect(disagreement(truth)).toBeLessThan(0.004);
  },
);

/** The share of pixels that are a part but hardly figure, or wholly figure but no part. */
function disagreement({ parts, figure }: TruthPictures): number {
  let wrong = 0;
  for (let i = 0; i < parts.length; i++)
    if ((parts[i] !== 0 && figure[i]! < 64) || (parts[i] === 0 && figure[i]! > 250)) wrong++;
  return wrong / parts.length;
}

test('flats have only the plain colours of the palette', () => {
  const character = sampleCharacter(3);
  const palette = characterPalette(character);
  const drawing = drawCharacter(character);
  const { flats } = truthPictures(drawing, palette, WIDTH, rasterize);
  const flatShapes = drawing.parts.flatMap(({ shapes }) => shapes.filter(({ role }) => role === 'flat'));
  const allowed = new Set(flatShapes.map(({ material, tone }) => palette[material][tone]));
  const found = new Set<string>();
  for (let p = 0; p < flats.length; p += 4)
    if (flats[p + 3] === 255)
      found.add(
        `#${[...flats.subarray(p, p + 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`,
      );
  expect([...found].filter((colour) => !allowed.has(colour))).toEqual([]);
  expect(found.size).toBeGreaterThan(4);
});

test('line art is dark only where the picture has lines', () => {
  const character = sampleCharacter(5);
  const drawing = drawCharacter(character);
  const without = {
    ...drawing,
    parts: drawing.parts.map((part) => ({
      ...part,
      shapes: part.shapes.filter(({ role, tone }) => role !== 'line' && tone !== 'line'),
    })),
  };
  const palette = characterPalette(character);
  expect(Math.min(...truthPictures(without, palette, WIDTH, rasterize).lineArt)).toBe(255);
  expect(Math.min(...truthPictures(drawing, palette, WIDTH, rasterize).lineArt)).toBe(0);
});

test('the order of occlusion is that of drawing, runs of one part once', () => {
  const part = (name: 'face' | 'eye' | 'hairFront') => ({ name, depth: 0, shapes: [] });
  const drawing = {
    width: 1,
    height: 1,
    keyPoints: {},
    parts: [part('face'), part('eye'), part('eye'), part('hairFront'), part('eye')],
  };
  expect(occlusionOrder(drawing)).toEqual(['face', 'eye', 'hairFront', 'eye']);
});
