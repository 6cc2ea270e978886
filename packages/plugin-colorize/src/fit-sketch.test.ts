import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '@koma/core/plugin';
import { toneSketch } from './drawings.test-helper.ts';
import { fitSketch, planFit } from './fit-sketch.ts';

const whole = (width: number, height: number) => ({ x: 0, y: 0, width, height });

describe('planFit', () => {
  it('makes the longer side as long as asked for, keeps the aspect, and centres', () => {
    const side = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(384, 512, 768), (width, height, detail) => {
        const fit = planFit(whole(width, height), detail);
        const { content } = fit;
        expect([fit.width % 32, fit.height % 32]).toEqual([0, 0]);
        expect(Math.max(content.width, content.height)).toBe(detail);
        const shorter = Math.min(content.width, content.height);
        const exact = (detail * Math.min(width, height)) / Math.max(width, height);
        expect(shorter).toBe(Math.max(1, Math.round(exact)));
        const [left, right] = [content.x, fit.width - content.x - content.width];
        const [top, bottom] = [content.y, fit.height - content.y - content.height];
        expect(left >= 0 && top >= 0 && Math.abs(left - right) <= 1 && Math.abs(top - bottom) <= 1).toBe(
          true,
        );
        expect(fit.width - content.width < 32 && fit.height - content.height < 32).toBe(true);
      }),
    );
  });

  it('knows 4000 x 30 and 1 x 1', () => {
    expect(planFit(whole(4000, 30), 512)).toMatchObject({
      width: 512,
      height: 32,
      content: { y: 14, height: 4 },
    });
    expect(planFit(whole(1, 1), 384)).toMatchObject({ width: 384, height: 384 });
  });
});

describe('fitSketch', () => {
  const random = seededRandom(5);
  const noise = (width: number, height: number) =>
    toneSketch(width, height, () => Math.floor(random() * 256));
  /** Values of the content, by cell. */
  function content(sketch: ReturnType<typeof noise>, fit: ReturnType<typeof planFit>): number[][] {
    const plane = fitSketch(sketch, fit);
    return Array.from({ length: fit.content.height }, (_, row) =>
      Array.from(
        { length: fit.content.width },
        (_, column) => plane[(fit.content.y + row) * fit.width + fit.content.x + column]!,
      ),
    );
  }

  it('is half the mean of a cell and half the darkest pixel centred in it, for any ratio', () => {
    // An oracle in whole numbers: pixels repeated so often that cells end between them.
    for (const [width, height] of [
      [96, 64],
      [75, 40],
      [101, 33],
      [32, 32],
    ] as const) {
      const sketch = noise(width, height);
      const fit = planFit(whole(width, height), 32);
      const { width: columns, height: rows } = fit.content;
      content(sketch, fit).forEach((line, row) =>
        line.forEach((value, column) => {
          let [sum, count, darkest] = [0, 0, 255];
          for (let v = row * height; v < (row + 1) * height; v++)
            for (let u = column * width; u < (column + 1) * width; u++) {
              sum += sketch.tone[Math.floor(v / rows) * width + Math.floor(u / columns)]!;
              count++;
            }
          for (let y = 0; y < height; y++)
            for (let x = 0; x < width; x++) {
              const inside =
                Math.floor(((x + 0.5) * columns) / width) === column &&
                Math.floor(((y + 0.5) * rows) / height) === row;
              if (inside) darkest = Math.min(darkest, sketch.tone[y * width + x]!);
            }
          expect(value).toBeCloseTo((sum / count + darkest) / 510, 5);
        }),
      );
    }
  });

  it('keeps a line one pixel wide, eight times smaller: in one row of cells, and clearly', () => {
    const sketch = toneSketch(4096, 64, (_, y) => (y === 30 ? 0 : 255));
    const rows = content(sketch, planFit(whole(4096, 64), 512));
    const dark = rows.map((row) => Math.max(...row) < 0.5);
    expect(dark.filter(Boolean)).toHaveLength(1);
    expect(rows[0]!.every((value) => value === 1)).toBe(true);
  });

  it('is the sketch itself at the same size', () => {
    const sketch = noise(64, 64);
    expect(fitSketch(sketch, planFit(whole(64, 64), 64))).toEqual(
      Float32Array.from(sketch.tone, (v) => v / 255),
    );
  });

  it('is bilinear between pixel centres where it gets larger', () => {
    const ramp = toneSketch(8, 4, (x, y) => 10 * x + 20 * y);
    const fit = planFit(whole(8, 4), 64);
    content(ramp, fit).forEach((line, row) =>
      line.forEach((value, column) => {
        const x = Math.min(7, Math.max(0, (column + 0.5) / 8 - 0.5));
        const y = Math.min(3, Math.max(0, (row + 0.5) / 8 - 0.5));
        expect(value * 255).toBeCloseTo(10 * x + 20 * y, 4);
      }),
    );
  });

  it('shows a part of the sketch, and paper around it', () => {
    const sketch = toneSketch(100, 100, (x, y) => (x >= 20 && x < 60 && y >= 30 && y < 50 ? 0 : 255));
    const fit = planFit({ x: 20, y: 30, width: 40, height: 20 }, 64);
    const plane = fitSketch(sketch, fit);
    expect(fit.content).toEqual({ x: 0, y: 0, width: 64, height: 32 });
    expect(plane.every((value) => value === 0)).toBe(true);
    const narrow = planFit({ x: 20, y: 30, width: 40, height: 10 }, 64);
    expect(fitSketch(sketch, narrow).filter((value) => value === 1)).toHaveLength(64 * 16);
  });
});
