import { flattenPortable, type PortableLayer } from '@koma/core/layered';
import { seededRandom } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { expect, test } from 'vitest';
import { composeLines } from './compose-lines.ts';
import { paint, pixel } from './drawings.test-helper.ts';

function layer(image: RasterImage, blendMode: PortableLayer['blendMode']): PortableLayer {
  return {
    kind: 'layer',
    id: blendMode,
    name: blendMode,
    visible: true,
    opacity: 1,
    clip: false,
    locked: false,
    alphaLocked: false,
    colourTag: 'none',
    blendMode,
    role: 'none',
    colourMode: 'colour',
    image,
    x: 0,
    y: 0,
  };
}

test('is what the compositor makes of the two layers, to a level', () => {
  const random = seededRandom(11);
  const byte = (): number => Math.floor(random() * 256);
  const alpha = (): number => [0, 255, byte()][Math.floor(random() * 3)]!;
  const [width, height] = [70, 40];
  const [colours, lines] = [0, 1].map(() =>
    paint(width, height, () => [byte(), byte(), byte(), alpha()]),
  ) as [RasterImage, RasterImage];
  const nodes = [layer(colours, 'normal'), layer(lines, 'multiply')];
  const expected = flattenPortable({ name: 'both', width, height, dpi: 72, nodes });
  const composed = composeLines(colours, lines);
  for (let p = 0; p < width * height; p++) {
    const [x, y] = [p % width, Math.floor(p / width)];
    const [ours, theirs] = [pixel(composed, x, y), pixel(expected, x, y)];
    expect(Math.abs(ours[3]! - theirs[3]!)).toBeLessThanOrEqual(1);
    // Colours of what hardly shows are coarse in 8 bits.
    const tolerance = theirs[3]! > 0 ? 1 + 255 / theirs[3]! : 255;
    for (let c = 0; c < 3; c++) expect(Math.abs(ours[c]! - theirs[c]!)).toBeLessThanOrEqual(tolerance);
  }
});

test('white paper over colour is the colour, black is black, and nothing over nothing is nothing', () => {
  const colours = paint(4, 1, (x) => (x < 3 ? [10, 200, 90, 255] : [0, 0, 0, 0]));
  const lines = paint(
    4,
    1,
    (x) => [[255, 255, 255, 255] as const, [0, 0, 0, 255] as const][x] ?? [50, 60, 70, 0],
  );
  const composed = composeLines(colours, lines);
  expect([0, 1, 2, 3].map((x) => pixel(composed, x, 0))).toEqual([
    [10, 200, 90, 255],
    [0, 0, 0, 255],
    [10, 200, 90, 255],
    [0, 0, 0, 0],
  ]);
});

test('refuses lines of another size', () => {
  expect(() =>
    composeLines(
      paint(2, 2, () => [0, 0, 0, 0]),
      paint(2, 3, () => [0, 0, 0, 0]),
    ),
  ).toThrow(RangeError);
});
