import { describe, expect, it } from 'vitest';
import { seededRandom } from '@koma/core/plugin';
import { formatHex, rgbToLab, squaredDeltaE, type Lab } from '@koma/core/raster';
import { snapToPalette } from './snap-to-palette.ts';

const PALETTE = ['#d04030', '#f2d2c0', '#3050a0', '#202020'];

/** Planes of a list of colours of 0-1. */
function planes(colours: readonly (readonly [number, number, number])[]): Float32Array {
  return Float32Array.from(
    { length: 3 * colours.length },
    (_, i) => colours[i % colours.length]![Math.floor(i / colours.length) as 0],
  );
}
const hexAt = (values: Float32Array, p: number): string => {
  const size = values.length / 3;
  return formatHex({ r: 255 * values[p]!, g: 255 * values[size + p]!, b: 255 * values[2 * size + p]! });
};
const labAt = (values: Float32Array, p: number): Lab => {
  const size = values.length / 3;
  return rgbToLab(values[p]!, values[size + p]!, values[2 * size + p]!);
};
const ones = (length: number): Float32Array => new Float32Array(length).fill(1);

describe('snapToPalette', () => {
  it('gives flat colours exactly the nearest of the palette', () => {
    const flats = planes([
      [0.75, 0.3, 0.25],
      [0.95, 0.85, 0.8],
      [0.25, 0.3, 0.7],
      [0.05, 0.05, 0.1],
    ]);
    const snapped = snapToPalette(flats, ones(4), PALETTE);
    expect([0, 1, 2, 3].map((p) => hexAt(snapped, p))).toEqual(PALETTE);
  });

  it('chooses by the distance in CIELAB, whatever the order of the palette', () => {
    const random = seededRandom(2);
    const colours = Array.from({ length: 200 }, () => [random(), random(), random()] as const);
    const input = planes(colours);
    const snapped = snapToPalette(input, ones(200), PALETTE);
    const reversed = snapToPalette(input, ones(200), PALETTE.toReversed());
    expect(reversed).toEqual(snapped);
    const targets = PALETTE.map((hex) => {
      const code = Number.parseInt(hex.slice(1), 16);
      return rgbToLab((code >> 16) / 255, ((code >> 8) & 255) / 255, (code & 255) / 255);
    });
    colours.forEach((colour, p) => {
      const distances = targets.map((target) => squaredDeltaE(target, rgbToLab(...colour)));
      const nearest = targets[distances.indexOf(Math.min(...distances))]!;
      // L* is shifted by shading; hue and chroma are the palette's where sRGB can show them.
      const [l, a, b] = labAt(snapped, p);
      expect(Math.abs(l - nearest[0])).toBeLessThanOrEqual(16.5);
      if (Math.hypot(nearest[1], nearest[2]) < 5)
        expect(Math.hypot(a - nearest[1], b - nearest[2])).toBeLessThan(3);
    });
  });

  it('keeps shading as it was, around the colour of the palette', () => {
    const shades = [0.5, 0.55, 0.6, 0.65, 0.7];
    const input = planes(shades.map((v) => [v * 0.5, v * 0.55, v] as const));
    const snapped = snapToPalette(input, ones(5), ['#5060a0']);
    const steps = (values: Float32Array) =>
      shades.slice(1).map((_, i) => labAt(values, i + 1)[0] - labAt(values, i)[0]);
    steps(snapped).forEach((step, i) => expect(step).toBeCloseTo(steps(input)[i]!, 1));
    const mean = shades.reduce((sum, _, p) => sum + labAt(snapped, p)[0], 0) / 5;
    expect(mean).toBeCloseTo(rgbToLab(0x50 / 255, 0x60 / 255, 0xa0 / 255)[0], 1);
  });

  it('does not count bare paper in the average', () => {
    const input = planes([
      [0.5, 0.5, 0.5],
      [1, 1, 1],
    ]);
    const snapped = snapToPalette(input, Float32Array.of(1, 0), ['#808080']);
    expect(hexAt(snapped, 0)).toBe('#808080');
  });
});
