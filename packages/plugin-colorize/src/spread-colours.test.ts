import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaDownscale, resizeImage } from '@koma/core/raster';
import { seededRandom } from '@koma/core/plugin';
import { largestDifference, paint, pixel, toneSketch, type Colour } from './drawings.test-helper.ts';
import { fitSketch, planFit, type Fit } from './fit-sketch.ts';
import type { Cells } from './pack-cells.ts';
import { spreadColours } from './spread-colours.ts';

const RED: Colour = [220, 30, 20];
const BLUE: Colour = [20, 60, 210];
const GREEN: Colour = [10, 200, 40];
const whole = (width: number, height: number) => ({ x: 0, y: 0, width, height });

/** The network's answer where a cell at these pixels of the sketch has this colour and share of figure. */
function answer(
  fit: Fit,
  tone: Float32Array,
  colour: (x: number, y: number) => Colour,
  figure: (x: number, y: number) => number = () => 1,
): Cells {
  const size = fit.width * fit.height;
  const cells = { colour: new Float32Array(3 * size), figure: new Float32Array(size), tone };
  const { content, area } = fit;
  for (let row = 0; row < fit.height; row++)
    for (let column = 0; column < fit.width; column++) {
      const x = area.x + ((column + 0.5 - content.x) * area.width) / content.width;
      const y = area.y + ((row + 0.5 - content.y) * area.height) / content.height;
      const at = row * fit.width + column;
      colour(x, y).forEach((code, c) => (cells.colour[c * size + at] = code / 255));
      cells.figure[at] = figure(x, y);
    }
  return cells;
}

describe('spreadColours at a line', () => {
  // 64 cells across: 2 to 8 pixels a cell, also in between.
  it.each([128, 200, 256, 330, 512])(
    'keeps two colours apart on %d pixels, to the middle of the line',
    (size) => {
      for (const thickness of [3, 6, 11]) {
        const middle = size * 0.47;
        // A slanting line, so that it lies everywhere in its cells.
        const off = (x: number, y: number) => x + 0.5 - middle - (y + 0.5 - size / 2) * 0.3;
        const sketch = toneSketch(size, size, (x, y) => {
          const coverage = Math.min(1, Math.max(0, thickness / 2 + 0.5 - Math.abs(off(x, y))));
          return Math.round(255 * (1 - coverage));
        });
        const fit = planFit(whole(size, size), 64);
        const side = (x: number, y: number) => (off(x - 0.5, y - 0.5) < 0 ? RED : BLUE);
        const image = spreadColours(answer(fit, fitSketch(sketch, fit), side), fit, sketch, 'keep');
        for (let y = 0; y < size; y += 3)
          for (let x = 0; x < size; x++) {
            const distance = off(x, y);
            // In the middle either will do: colours come from the side in steps of four neighbours.
            if (Math.abs(distance) < 1.5) continue;
            const expected = distance < 0 ? RED : BLUE;
            pixel(image, x, y).forEach((code, c) => {
              const wanted = c === 3 ? 255 : expected[c]!;
              if (Math.abs(code - wanted) > 3) throw new Error(`${code} instead of ${wanted} at ${x}, ${y}`);
            });
          }
      }
    },
  );

  it('ends a figure in the middle of its outline, without a fringe of paper', () => {
    const size = 256;
    const off = (x: number, y: number) => Math.hypot(x + 0.5 - 128, y + 0.5 - 128) - 80;
    const sketch = toneSketch(size, size, (x, y) => (Math.abs(off(x, y)) < 3 ? 0 : 255));
    const fit = planFit(whole(size, size), 64);
    const inside = (x: number, y: number) => off(x - 0.5, y - 0.5) < 0;
    const cells = answer(
      fit,
      fitSketch(sketch, fit),
      (x, y) => (inside(x, y) ? RED : [255, 255, 255]),
      (x, y) => (inside(x, y) ? 1 : 0),
    );
    const image = spreadColours(cells, fit, sketch, 'keep');
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const distance = off(x, y);
        if (Math.abs(distance) < 2) continue;
        const wanted = distance > 0 ? [0, 0, 0, 0] : [...RED, 255];
        const wrong = Math.max(...pixel(image, x, y).map((code, c) => Math.abs(code - wanted[c]!)));
        if (wrong > (distance > 0 ? 0 : 4)) throw new Error(`off by ${wrong} at ${x}, ${y}`);
      }
  });

  it('asks cells farther off where those at a line are wrong', () => {
    const size = 512;
    for (const left of [250, 252, 255, 258]) {
      const sketch = toneSketch(size, size, (x) => (x >= left && x < left + 12 ? 0 : 255));
      const fit = planFit(whole(size, size), 64);
      const tone = fitSketch(sketch, fit);
      const unsure = (x: number, y: number) =>
        tone[Math.floor(y / 8) * 64 + Math.floor(x / 8)]! < 0.4 ? GREEN : x < left ? RED : BLUE;
      const image = spreadColours(answer(fit, tone, unsure), fit, sketch, 'keep');
      for (let x = 220; x < 290; x++) {
        const expected = x < left + 6 ? RED : BLUE;
        pixel(image, x, 100).forEach((code, c) => {
          if (Math.abs(code - [...expected, 255][c]!) > 20)
            throw new Error(`${code} instead of ${expected[c]} at ${x}, line at ${left}`);
        });
      }
    }
  });

  it('gives a closed spot smaller than a cell its own colour', () => {
    const size = 512;
    // A ring of 3 px around the centre of cell (32, 32), which is 8 px wide.
    const from = (x: number, y: number) => Math.hypot(x + 0.5 - 260, y + 0.5 - 260);
    const sketch = toneSketch(size, size, (x, y) => (from(x, y) > 3 && from(x, y) < 6 ? 0 : 255));
    const fit = planFit(whole(size, size), 64);
    const own = (x: number, y: number) => (from(x - 0.5, y - 0.5) < 4 ? BLUE : RED);
    const image = spreadColours(answer(fit, fitSketch(sketch, fit), own), fit, sketch, 'keep');
    pixel(image, 260, 260).forEach((code, c) =>
      expect(Math.abs(code - [...BLUE, 255][c]!)).toBeLessThanOrEqual(3),
    );
    pixel(image, 268, 260).forEach((code, c) =>
      expect(Math.abs(code - [...RED, 255][c]!)).toBeLessThanOrEqual(3),
    );
  });
});

describe('spreadColours', () => {
  it('is bilinear where nothing is drawn', () => {
    const random = seededRandom(9);
    const cells32 = paint(32, 32, () => [random() * 256, random() * 256, random() * 256, 255]);
    const fit = planFit(whole(150, 150), 32);
    const cells = answer(fit, new Float32Array(1024).fill(1), (x, y) => {
      const [r, g, b] = pixel(cells32, Math.floor((x * 32) / 150), Math.floor((y * 32) / 150));
      return [r!, g!, b!];
    });
    const image = spreadColours(
      cells,
      fit,
      toneSketch(150, 150, () => 255),
      'paint',
    );
    const expected = resizeImage(cells32, 150, 150);
    expect(largestDifference(image, expected)).toBeLessThanOrEqual(1);
  });

  it('is the mean of the cells in each pixel where the sketch is smaller', () => {
    const random = seededRandom(10);
    const cells96 = paint(96, 64, () => [random() * 256, random() * 256, random() * 256, 255]);
    const fit = planFit(whole(36, 24), 96);
    const cells = answer(fit, new Float32Array(96 * 64).fill(1), (x, y) => {
      const [r, g, b] = pixel(cells96, Math.floor((x * 96) / 36), Math.floor((y * 64) / 24));
      return [r!, g!, b!];
    });
    const image = spreadColours(
      cells,
      fit,
      toneSketch(36, 24, () => 255),
      'keep',
    );
    const expected = areaDownscale(cells96, 36, 24);
    expect(largestDifference(image, expected)).toBeLessThanOrEqual(1);
  });

  it('never makes a colour that no cell has, whatever is drawn', () => {
    const run = fc.record({
      width: fc.integer({ min: 16, max: 90 }),
      height: fc.integer({ min: 16, max: 90 }),
      seed: fc.nat(1000),
    });
    fc.assert(
      fc.property(run, ({ width, height, seed }) => {
        const random = seededRandom(seed);
        const sketch = toneSketch(width, height, () => (random() < 0.2 ? random() * 255 : 255));
        const fit = planFit(whole(width, height), 32);
        const cells = answer(
          fit,
          fitSketch(sketch, fit),
          () => [60 + random() * 80, 200, 30],
          () => random(),
        );
        const image = spreadColours(cells, fit, sketch, 'keep');
        for (let i = 0; i < image.data.length; i += 4) {
          if (image.data[i + 3] === 0) continue;
          const [red, green, blue] = image.data.subarray(i, i + 3);
          if (red! < 59 || red! > 141 || green !== 200 || blue !== 30)
            throw new Error(`${red} ${green} ${blue} at ${i}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not mix the colour of bare paper into the edge of a figure that has no line', () => {
    const sketch = toneSketch(256, 256, () => 255);
    const fit = planFit(whole(256, 256), 64);
    const left = (x: number) => x < 128;
    const cells = answer(
      fit,
      fitSketch(sketch, fit),
      (x) => (left(x) ? RED : GREEN),
      (x) => (left(x) ? 1 : 0),
    );
    const image = spreadColours(cells, fit, sketch, 'keep');
    let edge = 0;
    for (let x = 0; x < 256; x++) {
      const [red, green, blue, alpha] = pixel(image, x, 77);
      if (alpha === 0) continue;
      if (alpha! < 255) edge++;
      [red, green, blue].forEach((code, c) => expect(Math.abs(code! - RED[c]!)).toBeLessThanOrEqual(12));
    }
    expect(edge).toBeGreaterThan(0);
    expect(edge).toBeLessThanOrEqual(3);
  });

  it('leaves bare paper bare, or paints it', () => {
    const sketch = toneSketch(64, 64, () => 255);
    const fit = planFit(whole(64, 64), 64);
    const cells = answer(
      fit,
      fitSketch(sketch, fit),
      () => RED,
      (x) => (x < 32 ? 0 : 1),
    );
    const kept = spreadColours(cells, fit, sketch, 'keep');
    expect([pixel(kept, 10, 10), pixel(kept, 50, 10)]).toEqual([
      [0, 0, 0, 0],
      [...RED, 255],
    ]);
    const painted = spreadColours(cells, fit, sketch, 'paint');
    expect([pixel(painted, 10, 10), pixel(painted, 50, 10)]).toEqual([
      [...RED, 255],
      [...RED, 255],
    ]);
  });

  it('leaves alone what the network did not see', () => {
    const sketch = toneSketch(200, 100, (x, y) => (x === 60 && y > 20 && y < 60 ? 0 : 255));
    const fit = planFit({ x: 40, y: 10, width: 40, height: 60 }, 60);
    const image = spreadColours(
      answer(fit, fitSketch(sketch, fit), () => BLUE),
      fit,
      sketch,
      'keep',
    );
    for (let y = 0; y < 100; y++)
      for (let x = 0; x < 200; x++) {
        const inside = x >= 40 && x < 80 && y >= 10 && y < 70;
        const wanted = inside ? [...BLUE, 255] : [0, 0, 0, 0];
        if (pixel(image, x, y).join() !== wanted.join())
          throw new Error(`${pixel(image, x, y)} at ${x}, ${y}`);
      }
  });

  it('takes strips and single cells', () => {
    for (const [width, height] of [
      [4000, 30],
      [30, 1000],
      [16, 16],
      [1, 1],
    ] as const) {
      const sketch = toneSketch(width, height, (x, y) => ((x + y) % 9 === 0 ? 0 : 255));
      const fit = planFit(whole(width, height), 384);
      const image = spreadColours(
        answer(fit, fitSketch(sketch, fit), () => RED),
        fit,
        sketch,
        'keep',
      );
      expect(image.data.every((code, i) => code === [...RED, 255][i % 4])).toBe(true);
    }
  });
});
