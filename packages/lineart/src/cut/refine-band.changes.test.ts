import { describe, expect, it } from 'vitest';
import { randomOf } from '../solver/flow-oracle.test-helper.ts';
import { circlesPage, scatteredRegions } from './page.test-helper.ts';
import { refineBand } from './refine-band.ts';
import { differences, refinedOf } from './refined-of.test-helper.ts';

describe('refineBand, after changes', () => {
  it('comes out the same after changes as from scratch', () => {
    const [width, height] = [530, 300];
    const random = randomOf(100);
    const grey = circlesPage(width, height, 1, { noise: 200, circles: 30 });
    const options = { lineWidth: 5, fixed: new Uint8Array(width * height) };
    // Borders everywhere, so that what happens in a tile is felt in the next.
    const labelOf = Uint8Array.from({ length: width * height }, () => random(2));
    const coarse = Uint8Array.from(scatteredRegions(width, height, 40, random), (region) => labelOf[region]!);
    const refined = refinedOf(grey, coarse, options);
    for (let step = 0; step < 5; step++) {
      // Beside the edge of a tile.
      const near = () => Math.max(0, 256 * random(3) + random(30) - 15);
      const dirty = { x: near(), y: near(), width: 1 + random(30), height: 1 + random(30) };
      const before = refined.slice();
      for (let y = dirty.y; y < Math.min(height, dirty.y + dirty.height); y++)
        for (let x = dirty.x; x < Math.min(width, dirty.x + dirty.width); x++)
          if (step === 3) options.fixed[y * width + x] = 1 + random(2);
          else coarse[y * width + x]! ^= 1;
      const changed = refineBand(grey, coarse, refined, dirty, options);
      expect(differences(refined, refinedOf(grey, coarse, options), width), `step ${step}`).toEqual([]);
      for (const { x, y } of differences(refined, before, width))
        if (
          x < changed.x ||
          y < changed.y ||
          x >= changed.x + changed.width ||
          y >= changed.y + changed.height
        )
          expect.fail(`${x}, ${y} changed outside ${JSON.stringify(changed)}`);
    }
  });

  it('lets a change be felt as far as it reaches: a border goes over to the other of two lines', () => {
    const [width, height] = [200, 520];
    const isLine = (x: number) => x === 99 || x === 110;
    const data = Uint8Array.from({ length: width * height }, (_, i) => (isLine(i % width) ? 0 : 255));
    const grey = { width, height, data };
    const coarse = Uint8Array.from(data, (_, i) => (i % width < 105 ? 1 : 0));
    const refined = refinedOf(grey, coarse, { lineWidth: 6 });
    const before = refined.slice();
    const dirty = { x: 105, y: 256, width: 3, height: 20 };
    for (let y = 256; y < 276; y++) coarse.fill(1, y * width + 105, y * width + 108);
    refineBand(grey, coarse, refined, dirty, { lineWidth: 6 });
    expect(differences(refined, refinedOf(grey, coarse, { lineWidth: 6 }), width)).toEqual([]);
    expect(differences(refined, before, width)).toContainEqual({ x: 105, y: 10 });
  });

  it('takes what it does not cut again as it was, where a strip over a seam ends in it', () => {
    const [width, height] = [1000, 300];
    const isLine = (x: number, y: number) => Math.abs(y - 259) <= 1 && (x < 335 || x > 365);
    const data = Uint8Array.from({ length: width * height }, (_, i) =>
      isLine(i % width, Math.floor(i / width)) ? 0 : 255,
    );
    const grey = { width, height, data };
    const coarse = Uint8Array.from(data, (_, i) => (i < 256 * width ? 1 : 0));
    const refined = refinedOf(grey, coarse, { lineWidth: 3 });
    expect(refined[257 * width + 350]).toBe(1);
    const dirty = { x: 600, y: 20, width: 100, height: 60 };
    for (let y = 20; y < 80; y++) coarse.fill(0, y * width + 600, y * width + 700);
    const changed = refineBand(grey, coarse, refined, dirty, { lineWidth: 3 });
    expect(differences(refined, refinedOf(grey, coarse, { lineWidth: 3 }), width)).toEqual([]);
    expect(changed).toEqual(dirty);
  });
});
