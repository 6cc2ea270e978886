import { describe, expect, it } from 'vitest';
import { CONTEXT, readTile, tilesOf, writeTile } from './tiles.ts';

/** Stands for the network: the mean of what lies `CONTEXT` pixels away in four directions, zero beyond the values. */
function farMean(values: Float32Array, width: number, height: number): Float32Array {
  const at = (x: number, y: number): number =>
    x >= 0 && y >= 0 && x < width && y < height ? values[y * width + x]! : 0;
  return Float32Array.from(values, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return (at(x - CONTEXT, y) + at(x + CONTEXT, y) + at(x, y - CONTEXT) + at(x, y + CONTEXT)) / 4;
  });
}

describe('tiles', () => {
  it('cover a picture once', () => {
    for (const [width, height] of [
      [1, 1],
      [128, 64],
      [130, 77],
    ] as const) {
      const count = new Uint8Array(width * height);
      for (const tile of tilesOf(width, height, 64))
        for (let y = tile.y; y < tile.y + tile.height; y++)
          for (let x = tile.x; x < tile.x + tile.width; x++) count[y * width + x]!++;
      expect(count.every((times) => times === 1)).toBe(true);
    }
  });

  it('give the same answer whatever their size, for a network that looks as far as the context', () => {
    const [width, height] = [133, 90];
    const plane = Float32Array.from({ length: width * height }, (_, i) => ((i * 7919) % 251) / 251);
    const answers = [64, 100, 256].map((side) => {
      const answer = new Float32Array(plane.length);
      for (const tile of tilesOf(width, height, side)) {
        const read = readTile(plane, width, height, tile);
        expect([read.width % 4, read.height % 4]).toEqual([0, 0]);
        writeTile(farMean(read.values, read.width, read.height), read.width, answer, width, tile);
      }
      return answer;
    });
    expect(answers[0]).toEqual(answers[2]);
    expect(answers[1]).toEqual(answers[2]);
    // Beyond the picture its edge is repeated.
    expect(answers[2]![0]).toBeCloseTo(
      (plane[0]! + plane[CONTEXT]! + plane[0]! + plane[CONTEXT * width]!) / 4,
      5,
    );
  });
});
