import { describe, expect, it } from 'vitest';
import { randomOf } from '../solver/flow-oracle.test-helper.ts';
import { Band, bandPlane } from './band-plane.ts';
import { cutPixels } from './cut-pixels.ts';
import { markBand } from './mark-band.ts';
import { circlesPage, disc, drawCircle, scatteredRegions } from './page.test-helper.ts';
import { Fixed } from './pixel-cut.ts';
import { pixelEnergy } from './pixel-energy.ts';
import { pixelPrices } from './pixel-prices.ts';
import { refineBand, refineBandSteps } from './refine-band.ts';
import { differences, everywhere, refinedOf } from './refined-of.test-helper.ts';
import { cutRegions } from './region-cut.test-helper.ts';

describe('refineBand', () => {
  it('lies in energy between the cut of all pixels and the cut of regions', () => {
    for (let seed = 0; seed < 3; seed++) {
      const random = randomOf(seed);
      // More than one tile, so that seams are cut as well.
      const [width, height] = [300, 280];
      const grey = circlesPage(width, height, seed, { noise: 20 });
      const fixed = new Uint8Array(width * height);
      for (let n = 0; n < 12; n++) fixed[random(width * height)] = 1 + (n % 2);
      const cut = { width, height, price: pixelPrices(grey, 4), fixed };
      const regions = cutRegions(cut, scatteredRegions(width, height, 8, random));
      // Where strokes of both labels hit a region, the regions' cut disobeys one of them.
      const coarse = regions.labels.map((label, i) => (fixed[i] ? fixed[i]! - 1 : label));
      const band = refinedOf(grey, coarse, { lineWidth: 4, fixed });
      const all = cutPixels(cut, new Uint8Array(width * height));
      expect(all).toBeLessThanOrEqual(pixelEnergy(cut, band));
      expect(pixelEnergy(cut, band)).toBeLessThan(pixelEnergy(cut, coarse));
    }
  });

  it('changes nothing where the labels are the cheapest ones already', () => {
    const grey = circlesPage(300, 280, 5, { noise: 20 });
    const fixed = new Uint8Array(300 * 280);
    [7000, 40_000, 41_000, 70_000].forEach((pixel, n) => (fixed[pixel] = 1 + (n % 2)));
    const cut = { width: 300, height: 280, price: pixelPrices(grey, 4), fixed };
    const exact = new Uint8Array(300 * 280);
    const energy = cutPixels(cut, exact);
    const refined = refinedOf(grey, exact, { lineWidth: 4, fixed });
    expect(energy).toBeGreaterThan(0);
    expect(refined).toEqual(exact);
  });

  it('is the cheapest cut of the band: on one tile always, on many where the border has a line', () => {
    for (const [width, height, off] of [
      [200, 150, 20],
      [560, 540, 2],
    ] as const) {
      const grey = circlesPage(width, height, 21, { noise: 40, circles: 20 });
      const [x, y, radius] = [width / 2, height / 2, Math.floor(height / 3)];
      drawCircle(grey, x, y, radius, 4);
      const coarse = disc(grey, x, y, radius - off);
      const page = { x: 0, y: 0, width, height };
      const plane = bandPlane(page, coarse, width, undefined);
      markBand(plane, page, 6, 2);
      const price = pixelPrices(grey, 4);
      const pull = Int32Array.from(price, (own, i) => Math.max(1, own >> 4) * (coarse[i] ? 1 : -1));
      const fixed = coarse.map((label, i) => (plane.data[i]! & Band.FREE ? Fixed.NONE : 1 + label));
      const exact = coarse.slice();
      cutPixels({ width, height, price, pull, fixed }, exact);
      expect(exact).not.toEqual(coarse);
      expect(differences(refinedOf(grey, coarse, { lineWidth: 4 }), exact, width)).toEqual([]);
    }
  });

  it('puts the border on the middle of the line', () => {
    const [width, height, radius] = [330, 330, 120];
    const grey = { width, height, data: new Uint8Array(width * height).fill(255) };
    drawCircle(grey, 165, 165, radius, 5);
    for (const off of [-4, 0, 4]) {
      const refined = refinedOf(grey, disc(grey, 165, 165, radius + off), { lineWidth: 5 });
      for (let i = 0; i < width * height; i++) {
        const [x, y] = [i % width, Math.floor(i / width)];
        const distance = Math.hypot(x - 165, y - 165) - radius;
        if (Math.abs(distance) > 1.5 && refined[i] !== (distance < 0 ? 1 : 0))
          expect.fail(`${x}, ${y} lies ${distance} px from the middle`);
      }
    }
  });

  it('leaves the border where it is where there is no line', () => {
    const grey = { width: 300, height: 300, data: new Uint8Array(300 * 300).fill(255) };
    const coarse = Uint8Array.from({ length: 300 * 300 }, (_, i) => (i % 300 > 100 && i < 300 * 200 ? 1 : 0));
    expect(refinedOf(grey, coarse, { lineWidth: 4 })).toEqual(coarse);
  });

  it('keeps the label of hard strokes and what is away from borders', () => {
    const grey = circlesPage(300, 280, 9, { noise: 100 });
    const random = randomOf(9);
    const coarse = disc(grey, 150, 140, 90);
    const fixed = Uint8Array.from({ length: 300 * 280 }, () => (random(200) ? 0 : 1 + random(2)));
    const refined = refinedOf(grey, coarse, { lineWidth: 4, fixed });
    fixed.forEach((label, i) => {
      if (label !== Fixed.NONE && refined[i] !== label - 1) expect.fail(`pixel ${i} lost its label`);
    });
    const unfixed = refinedOf(grey, coarse, { lineWidth: 4 });
    unfixed.forEach((label, i) => {
      const distance = Math.hypot((i % 300) - 150, Math.floor(i / 300) - 140);
      if (Math.abs(distance - 90) > 13 && label !== coarse[i])
        expect.fail(`pixel ${i} is away from the border`);
    });
  });

  it('keeps strands of hair', () => {
    const grey = { width: 300, height: 300, data: new Uint8Array(300 * 300).fill(255) };
    const coarse = Uint8Array.from({ length: 300 * 300 }, (_, i) => {
      const [x, y] = [i % 300, Math.floor(i / 300)];
      return y < 40 || (x >= 130 && x < 135 && y < 280) ? 1 : 0;
    });
    const refined = refinedOf(grey, coarse, { lineWidth: 4 });
    expect(refined[270 * 300 + 132]).toBe(1);
  });

  it('is not drawn to the dots of a tone where lines are known', () => {
    const [width, height] = [300, 120];
    const grey = { width, height, data: new Uint8Array(width * height).fill(255) };
    for (let i = 0; i < width * height; i++) if (i % 7 < 4 && Math.floor(i / width) % 7 < 4) grey.data[i] = 0;
    const coarse = Uint8Array.from({ length: width * height }, (_, i) => (i % width < 152 ? 1 : 0));
    const line = { mask: new Uint8Array(150 * 60), width: 150, scale: 2 };
    expect(refinedOf(grey, coarse, { lineWidth: 4, line })).toEqual(coarse);
    expect(refinedOf(grey, coarse, { lineWidth: 4 })).not.toEqual(coarse);
  });

  it('moves with the page by whole tiles', () => {
    const grey = circlesPage(300, 280, 11, { noise: 60 });
    const coarse = disc(grey, 140, 130, 100);
    const [width, height] = [556, 536];
    const moved = { width, height, data: new Uint8Array(width * height).fill(255) };
    const movedCoarse = new Uint8Array(width * height);
    for (let y = 0; y < 280; y++) {
      moved.data.set(grey.data.subarray(y * 300, y * 300 + 300), (y + 256) * width + 256);
      movedCoarse.set(coarse.subarray(y * 300, y * 300 + 300), (y + 256) * width + 256);
    }
    const refined = refinedOf(grey, coarse, { lineWidth: 4 });
    const there = refinedOf(moved, movedCoarse, { lineWidth: 4 });
    for (let y = 0; y < 280; y++)
      expect(there.subarray((y + 256) * width + 256, (y + 256) * width + 556)).toEqual(
        refined.subarray(y * 300, y * 300 + 300),
      );
  });

  it('can be driven step by step, and has done nothing where it is not driven to the end', () => {
    const grey = circlesPage(300, 280, 13, { noise: 60 });
    const coarse = disc(grey, 140, 130, 100);
    const refined = new Uint8Array(coarse.length);
    const abandoned = refineBandSteps(grey, coarse, refined, everywhere, { lineWidth: 4 });
    for (let n = 0; n < 5; n++) expect(abandoned.next().done).toBe(false);
    expect(refined).toEqual(new Uint8Array(coarse.length));
    const driven = refineBandSteps(grey, coarse, refined, everywhere, { lineWidth: 4 });
    const fractions = [...driven];
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    expect(refined).toEqual(refinedOf(grey, coarse, { lineWidth: 4 }));
  });

  it('answers for a page of one pixel, for uniform labels and for a change beyond the page', () => {
    const one = { width: 1, height: 1, data: Uint8Array.of(0) };
    const refined = new Uint8Array(1);
    expect(refineBand(one, Uint8Array.of(1), refined, everywhere, { lineWidth: 4 })).toEqual({
      x: 0,
      y: 0,
      width: 1,
      height: 1,
    });
    expect([...refined]).toEqual([1]);
    const none = { x: 0, y: 0, width: 0, height: 0 };
    expect(refineBand(one, Uint8Array.of(1), refined, everywhere, { lineWidth: 1e9 })).toEqual(none);
    const beyond = { x: 5, y: 0, width: 9, height: 9 };
    expect(refineBand(one, Uint8Array.of(0), refined, beyond, { lineWidth: 4 })).toEqual(none);
    expect([...refined]).toEqual([1]);
  });
});
