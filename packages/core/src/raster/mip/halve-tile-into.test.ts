import { describe, expect, test } from 'vitest';
import { TILE, TILE_PIXELS } from '../tiles/index.ts';
import { halveTileInto } from './halve-tile-into.ts';

/** Bytes that repeat for the same seed; a third of the alphas are 0 or 255. */
function noise(seed: number): Uint8Array {
  let state = seed | 1;
  return Uint8Array.from({ length: TILE_PIXELS * 4 }, (_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const byte = state >>> 24;
    if (i % 4 !== 3) return byte;
    return byte < 42 ? 0 : byte > 212 ? 255 : byte > 200 ? 1 : byte;
  });
}

/** The mean of four pixels in float64: alpha, and colours weighted by alpha. */
function mean(source: Uint8Array, x: number, y: number): number[] {
  const at = [0, 4, TILE * 4, TILE * 4 + 4].map((step) => (2 * y * TILE + 2 * x) * 4 + step);
  const alpha = at.reduce((sum, i) => sum + source[i + 3]!, 0);
  if (alpha < 2) return [0, 0, 0, 0];
  const channel = (c: number): number =>
    at.reduce((sum, i) => sum + source[i + c]! * source[i + 3]!, 0) / alpha;
  return [channel(0), channel(1), channel(2), alpha / 4];
}

describe('a tile halved into its parent', () => {
  test.each([0, 1, 2, 3] as const)('fills quadrant %i with means and leaves the others alone', (quadrant) => {
    const source = noise(quadrant + 5);
    const target = new Uint8Array(TILE_PIXELS * 4).fill(77);
    halveTileInto(source, target, quadrant);
    let worst = 0;
    let others = 0;
    for (let y = 0; y < TILE; y++)
      for (let x = 0; x < TILE; x++) {
        const pixel = target.subarray((y * TILE + x) * 4, (y * TILE + x) * 4 + 4);
        if ((y >> 7) * 2 + (x >> 7) === quadrant) {
          const wanted = mean(source, x & 127, y & 127);
          wanted.forEach((value, c) => (worst = Math.max(worst, Math.abs(pixel[c]! - value))));
        } else if (pixel.some((byte) => byte !== 77)) others++;
      }
    expect(worst).toBeLessThanOrEqual(0.5);
    expect(others).toBe(0);
  });

  test('does not let transparent pixels bleed', () => {
    const source = new Uint8Array(TILE_PIXELS * 4);
    source.set([0, 255, 0, 0, 200, 100, 50, 255]);
    const target = new Uint8Array(TILE_PIXELS * 4);
    halveTileInto(source, target, 0);
    expect([...target.subarray(0, 8)]).toEqual([200, 100, 50, 64, 0, 0, 0, 0]);
  });
});
