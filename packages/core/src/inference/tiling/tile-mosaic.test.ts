import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createImage, ImageSink } from '../../raster/index.ts';
import { planTiles, tileRegion } from './plan-tiles.ts';
import { TileMosaic } from './tile-mosaic.ts';

/** Enlarges by repeating pixels, tile by tile, and puts the tiles together. */
function mosaic(
  width: number,
  height: number,
  maxTile: number,
  overlap: number,
  scale: number,
  brighten = 0,
) {
  const source = createImage(width, height);
  for (let i = 0; i < source.data.length; i++) source.data[i] = (i * 37) % 200;
  const grid = planTiles({ width, height, maxTile, overlap });
  const sink = new ImageSink(width * scale, height * scale);
  const assembler = new TileMosaic(grid, scale, sink);
  for (const tile of grid.tiles) {
    const region = tileRegion(grid, tile);
    const pixels = new Uint8ClampedArray(region.width * region.height * scale * scale * 4);
    for (let y = 0; y < region.height * scale; y++)
      for (let x = 0; x < region.width * scale; x++) {
        const sx = Math.min(width - 1, Math.max(0, region.x + Math.floor(x / scale)));
        const sy = Math.min(height - 1, Math.max(0, region.y + Math.floor(y / scale)));
        for (let c = 0; c < 4; c++)
          pixels[(y * region.width * scale + x) * 4 + c] =
            source.data[(sy * width + sx) * 4 + c]! + (tile.column % 2 ? brighten : 0);
      }
    assembler.add(tile, pixels);
  }
  return { source, result: sink.image };
}

describe('TileMosaic', () => {
  it('gives the whole picture back, with and without overlap', () => {
    const side = fc.integer({ min: 1, max: 23 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.integer({ min: 4, max: 24 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(1, 2),
        (w, h, tile, overlap, scale) => {
          const { source, result } = mosaic(w, h, tile, overlap, scale);
          for (let y = 0; y < h * scale; y++)
            for (let x = 0; x < w * scale; x++)
              for (let c = 0; c < 4; c++) {
                const expected = source.data[(Math.floor(y / scale) * w + Math.floor(x / scale)) * 4 + c]!;
                const actual = result.data[(y * w * scale + x) * 4 + c];
                if (actual !== expected) expect([x, y, c, actual]).toEqual([x, y, c, expected]);
              }
        },
      ),
      { numRuns: 200 },
    );
  });
  it('turns a step between tiles into a ramp without a jump', () => {
    const { source, result } = mosaic(32, 4, 8, 4, 1, 40);
    const difference = Array.from({ length: 32 }, (_, x) => result.data[x * 4]! - source.data[x * 4]!);
    for (let x = 1; x < 32; x++)
      expect(Math.abs(difference[x]! - difference[x - 1]!)).toBeLessThanOrEqual(40 / 8 + 1);
    expect(difference[0]).toBe(0);
    expect(difference[31]).toBe(40);
  });
});
