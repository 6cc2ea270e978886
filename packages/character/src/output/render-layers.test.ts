import { expect, test } from 'vitest';
import { drawCharacter } from '../draw-character.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { characterPalette } from '../palette/character-palette.ts';
import type { Character } from '../parameters/catalogue.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { finishPainter } from './finish-painter.ts';
import { pictureHeight } from './rasterize.ts';
import { rasterize } from './rasterize.test-helper.ts';
import { renderLayers, renderPartLayers, type PixelLayer } from './render-layers.ts';
import { toSvg } from './to-svg.ts';

const WIDTH = 160;
/** Rounding of several layers. */
const TOLERANCE = 3;

const SAMPLES = (['bust', 'full', 'chibi'] as const).flatMap((framing) =>
  (['cel', 'soft', 'tone', 'line'] as const).map(
    (finish, seed) =>
      [
        framing,
        finish,
        sampleCharacter(seed + 20, { spread: 'balanced', wishes: { framing, finish } }),
      ] as const,
  ),
);

test.each(SAMPLES)('layers laid over each other give the picture: %s, %s', (_, __, character) => {
  const { drawing, paint } = drawn(character);
  const height = pictureHeight(drawing, WIDTH);
  const whole = rasterize(toSvg(drawing, { ...paint, width: WIDTH }), WIDTH, height);
  const kinds = renderLayers(drawing, paint, WIDTH, rasterize);
  const parts = renderPartLayers(drawing, paint, WIDTH, rasterize).flatMap(({ layers }) => layers);
  expect(differing(whole, laidOver(kinds, height))).toBeLessThanOrEqual(0.01);
  expect(differing(whole, laidOver(parts, height))).toBeLessThanOrEqual(0.01);
});

test('layers by kind come from the bottom up, each at most once', () => {
  const { drawing, paint } = drawn(sampleCharacter(1, { wishes: { background: 'plain' } }));
  const names = renderLayers(drawing, paint, WIDTH, rasterize).map(({ name }) => name);
  expect(names).toEqual(['Background', 'Flats', 'Shade', 'Highlights', 'Line art']);
});

test('layers by part are named after their parts, and no two groups alike', () => {
  const { drawing, paint } = drawn(sampleCharacter(1));
  const groups = renderPartLayers(drawing, paint, WIDTH, rasterize);
  const names = groups.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining(['Background', 'Face', 'Eye (left)', 'Eye (right)', 'Hair (front)']),
  );
  const hair = groups.find(({ name }) => name === 'Hair (front)')!;
  expect(hair.layers.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Hair (front) / Flats', 'Hair (front) / Line art']),
  );
});

test('a flat over another part hides its lines in the layers, too', () => {
  const square = (from: number, to: number) => `M${from} ${from}L${to} ${from}L${to} ${to}L${from} ${to}Z`;
  const shape = { opacity: 1, material: 'cloth' } as const;
  const drawing: Drawing = {
    width: 8,
    height: 8,
    keyPoints: {},
    parts: [
      { name: 'top', depth: 1, shapes: [{ ...shape, role: 'line', tone: 'line', path: square(0, 6) }] },
      { name: 'sleeve', depth: 2, shapes: [{ ...shape, role: 'flat', tone: 'flat', path: square(2, 8) }] },
    ],
  };
  const paint = {
    paint: ({ role }: { role: string }) => (role === 'line' ? '#000000' : '#ff0000'),
    definitions: '',
  };
  const [flats, lines] = renderLayers(drawing, paint, 8, rasterize);
  expect(flats).toMatchObject({ name: 'Flats', x: 2, y: 2, width: 6, height: 6 });
  expect(lines).toMatchObject({ name: 'Line art', x: 0, y: 0, width: 6, height: 6 });
  expect(lines!.data[3]).toBe(255);
  // The line art is hidden at (4, 4).
  expect(lines!.data[(4 * 6 + 4) * 4 + 3]).toBe(0);
});

function drawn(character: Character) {
  const drawing = drawCharacter(character);
  return { drawing, paint: finishPainter(characterPalette(character), character, drawing.width / WIDTH) };
}

/** Straight RGBA layers laid over each other, premultiplied. */
function laidOver(layers: readonly PixelLayer[], height: number): Float32Array {
  const result = new Float32Array(WIDTH * height * 4);
  for (const { x, y, width, height: rows, data } of layers)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < width; column++) {
        const from = (row * width + column) * 4;
        const to = ((y + row) * WIDTH + x + column) * 4;
        const alpha = data[from + 3]! / 255;
        for (let c = 0; c < 3; c++) result[to + c] = data[from + c]! * alpha + result[to + c]! * (1 - alpha);
        result[to + 3] = 255 * alpha + result[to + 3]! * (1 - alpha);
      }
  return result;
}

/** The share of pixels that differ by more than rounding. */
function differing(whole: Uint8Array | Uint8ClampedArray, layered: Float32Array): number {
  let count = 0;
  for (let p = 0; p < whole.length; p += 4) {
    const alpha = whole[p + 3]! / 255;
    let most = Math.abs(whole[p + 3]! - layered[p + 3]!);
    for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs(whole[p + c]! * alpha - layered[p + c]!));
    if (most > TOLERANCE) count++;
  }
  return count / (whole.length / 4);
}
