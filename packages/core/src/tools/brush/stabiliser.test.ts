import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stabiliser, stabiliserOptions, type StabiliserOptions } from './stabiliser.ts';
import type { StrokeSample } from './stroke-sample.ts';
import { strokes } from './strokes.test-helper.ts';

function steady(options: StabiliserOptions, samples: readonly StrokeSample[]): StrokeSample[] {
  const stabiliser = new Stabiliser(options);
  const way = samples.map((sample) => stabiliser.add(sample)).filter((sample) => sample !== undefined);
  return [...way, ...stabiliser.end()];
}

/** Sum of the angles by which a line turns. */
function turning(line: readonly StrokeSample[]): number {
  let sum = 0;
  for (let i = 2; i < line.length; i++) {
    const [a, b, c] = [line[i - 2]!, line[i - 1]!, line[i]!];
    const turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x);
    sum += Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
  }
  return sum;
}

const options = fc.record({
  length: fc.constantFrom(0, 0.5, 10, 40),
  smoothing: fc.constantFrom(0, 0.5, 3, 15),
});

describe('a stabiliser', () => {
  it('passes samples on as they are when it is off', () => {
    fc.assert(
      fc.property(strokes(), (samples) => {
        const stabiliser = new Stabiliser(stabiliserOptions(0));
        expect(samples.map((sample) => stabiliser.add(sample))).toEqual(samples);
        expect(stabiliser.end()).toEqual([]);
      }),
    );
  });

  it('starts where the pointer started and ends exactly where it was lifted', () => {
    fc.assert(
      fc.property(strokes(), options, (samples, options) => {
        const way = steady(options, samples);
        const [first, last] = [samples[0]!, samples.at(-1)!];
        expect([way[0]!.x, way[0]!.y]).toEqual([first.x, first.y]);
        expect([way.at(-1)!.x, way.at(-1)!.y]).toEqual([last.x, last.y]);
        for (const { x, y } of way) expect(Number.isFinite(x + y)).toBe(true);
      }),
    );
  });

  it('draws a straight line straight, and draws the same one however often the device reports', () => {
    for (const options of [stabiliserOptions(0.4), { length: 0, smoothing: 9 }]) {
      const line = (n: number): StrokeSample[] =>
        Array.from({ length: n + 1 }, (_, i) => ({ x: (300 * i) / n, y: (100 * i) / n, pressure: i / n }));
      const positions = [3, 4, 60].map((n) => {
        const stabiliser = new Stabiliser(options);
        return line(n)
          .map((sample) => stabiliser.add(sample))
          .at(-1)!;
      });
      for (const { x, y } of positions) {
        expect(y).toBeCloseTo(x / 3, 8);
        expect(x).toBeCloseTo(positions[0]!.x, 6);
        expect(x).toBeLessThan(300);
      }
    }
  });

  it('follows by the share e^-d of what is missing, as small steps do', () => {
    const [smoothing, corner] = [8, { x: 50, y: 0, pressure: 1 }];
    const samples = [{ x: 0, y: 0, pressure: 1 }, corner, { x: 50, y: 30, pressure: 1 }];
    const stabiliser = new Stabiliser({ length: 0, smoothing });
    const result = samples.map((sample) => stabiliser.add(sample)).at(-1)!;
    let [x, y] = [0, 0];
    for (let s = 0; s < 80; s += 0.001) {
      const [qx, qy] = s < 50 ? [s, 0] : [50, s - 50];
      x += ((qx - x) * 0.001) / smoothing;
      y += ((qy - y) * 0.001) / smoothing;
    }
    expect(result.x).toBeCloseTo(x, 2);
    expect(result.y).toBeCloseTo(y, 2);
  });

  it('takes the wobble out of a shaky hand', () => {
    const shaky = Array.from({ length: 200 }, (_, i) => ({
      x: i * 2,
      y: 40 * Math.sin(i / 40) + 2 * Math.sin(i * 2.3),
      pressure: 1,
    }));
    expect(turning(steady(stabiliserOptions(0.5), shaky))).toBeLessThan(turning(shaky) / 20);
  });

  it('holds the brush still while the pointer stays within the string', () => {
    const stabiliser = new Stabiliser({ length: 10, smoothing: 0 });
    stabiliser.add({ x: 0, y: 0, pressure: 1 });
    expect(stabiliser.add({ x: 20, y: 0, pressure: 1 })).toEqual({ x: 10, y: 0, pressure: 1 });
    expect(stabiliser.add({ x: 13, y: 4, pressure: 1 })).toBeUndefined();
  });

  it('lets a pen be pressed harder before it moves', () => {
    const stabiliser = new Stabiliser(stabiliserOptions(0.5));
    stabiliser.add({ x: 5, y: 5, pressure: 0.1 });
    expect(stabiliser.add({ x: 5, y: 5, pressure: 0.8 })).toEqual({ x: 5, y: 5, pressure: 0.8 });
    expect(stabiliser.end()).toEqual([]);
  });

  it('smooths less of the document when zoomed in', () => {
    expect(stabiliserOptions(1, 4).length * 4).toBe(stabiliserOptions(1).length);
  });
});
