import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR_PRESSURE } from './pressure-curve.ts';
import type { Dab } from './dab.ts';
import { StrokePath } from './stroke-path.ts';
import type { StrokeSample } from './stroke-sample.ts';
import { plainBrush, strokes } from './strokes.test-helper.ts';
import { taperAt } from './taper.ts';
import type { BrushSettings } from './brush-settings.ts';

function dabsOf(settings: BrushSettings, samples: readonly StrokeSample[]): Dab[] {
  const path = new StrokePath(settings);
  return [...samples.flatMap((sample) => path.add(sample)), ...path.end()];
}

const at = (x: number, y: number, pressure = 1): StrokeSample => ({ x, y, pressure });

const settings = fc
  .record({
    size: fc.constantFrom(0.7, 3, 20),
    spacing: fc.constantFrom(0.01, 0.1, 1),
    antialias: fc.boolean(),
    taper: fc.record({ start: fc.constantFrom(0, 0.6, 20), end: fc.constantFrom(0, 30) }),
    pressure: fc.constantFrom(
      { size: null, opacity: null, flow: null },
      { size: LINEAR_PRESSURE, opacity: LINEAR_PRESSURE, flow: null },
    ),
  })
  .map(plainBrush);

describe('a stroke path', () => {
  it('makes a click one dab', () => {
    fc.assert(
      fc.property(settings, (settings) => {
        expect(dabsOf(settings, [at(3.25, 4.5)])).toEqual([
          { x: 3.25, y: 4.5, size: settings.size, flow: 1, opacity: 1, gain: 1 },
        ]);
      }),
    );
  });

  it('makes a pen that is only pressed harder one dab of its highest pressure', () => {
    const pressure = { size: LINEAR_PRESSURE, opacity: null, flow: null };
    const dabs = dabsOf(plainBrush({ size: 10, minimumSize: 0, pressure }), [
      at(1, 1, 0.1),
      at(1, 1, 0.9),
      at(1, 1, 0),
    ]);
    expect(dabs).toHaveLength(1);
    expect(dabs[0]!.size).toBeCloseTo(9, 6);
  });

  it('makes two samples an exact straight line of even dabs', () => {
    const dabs = dabsOf(plainBrush({ size: 10, spacing: 0.5 }), [at(10, 20), at(310, 420)]);
    expect(dabs).toHaveLength(101);
    dabs.forEach(({ x, y }, i) => {
      expect(x).toBeCloseTo(10 + 3 * i, 9);
      expect(y).toBeCloseTo(20 + 4 * i, 9);
    });
  });

  it('makes no dabs of nothing', () => {
    const path = new StrokePath(plainBrush());
    expect(path.tail()).toEqual([]);
    expect(path.end()).toEqual([]);
  });

  it('leaves out samples that are nowhere', () => {
    const line = [at(0, 0), at(10, 0), at(20, 5)];
    const holed = [line[0]!, at(NaN, 0), line[1]!, at(1, Infinity), line[2]!];
    expect(dabsOf(plainBrush(), holed)).toEqual(dabsOf(plainBrush(), line));
  });

  it('passes through every sample', () => {
    fc.assert(
      fc.property(strokes({ minLength: 2 }), (samples) => {
        const dabs = dabsOf(plainBrush({ size: 1, spacing: 0.01 }), samples);
        for (const { x, y } of samples) {
          const nearest = Math.min(...dabs.map((dab) => Math.hypot(dab.x - x, dab.y - y)));
          expect(nearest).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }),
    );
  });

  it('shows at any time what ending there would give, and asking for it changes nothing', () => {
    fc.assert(
      fc.property(settings, strokes(), (settings, samples) => {
        const [watched, path] = [new StrokePath(settings), new StrokePath(settings)];
        const [seen, final]: [Dab[], Dab[]] = [[], []];
        samples.forEach((sample, i) => {
          final.push(...path.add(sample));
          seen.push(...watched.add(sample));
          const now = [...seen, ...watched.tail()];
          expect(now).toEqual(dabsOf(settings, samples.slice(0, i + 1)));
        });
        expect(seen).toEqual(final);
        expect(watched.end()).toEqual(path.end());
        expect(path.end()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tapers both ends over the length that the stroke has in the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (steps, start, end) => {
          let x = 0;
          const samples = [at(0, 0), ...steps.map((step) => at((x += step), 0))];
          const dabs = dabsOf(plainBrush({ size: 12, spacing: 0.05, taper: { start, end } }), samples);
          for (const dab of dabs) expect(dab.size).toBeCloseTo(12 * taperAt(dab.x, x, start, end), 6);
          expect(dabs.length).toBeGreaterThan(x / 0.61 - 3);
        },
      ),
    );
  });

  it('keeps no more provisional than the end of the taper and the last two pieces', () => {
    const path = new StrokePath(plainBrush({ size: 10, taper: { start: 20, end: 50 } }));
    let last = 0;
    for (let x = 0; x <= 400; x += 10) {
      last = path.add(at(x, 0)).at(-1)?.x ?? last;
      if (x >= 80) expect(last).toBeGreaterThan(x - 50 - 2 * 10);
      expect(path.tail().at(-1)!.x).toBeGreaterThan(x - 1);
    }
  });

  it('forgets what it no longer needs in strokes without end', () => {
    const circle = (n: number) => at(100 * Math.cos(n / 9), 100 * Math.sin(n / 9));
    const path = new StrokePath(plainBrush({ size: 5, spacing: 1 }));
    const dabs: Dab[] = [];
    for (let n = 0; n < 2000; n++) dabs.push(...path.add(circle(n)));
    for (let i = 1; i < dabs.length; i++)
      expect(Math.hypot(dabs[i]!.x - dabs[i - 1]!.x, dabs[i]!.y - dabs[i - 1]!.y)).toBeCloseTo(5, 1);
    for (const { x, y } of dabs) expect(Math.hypot(x, y)).toBeCloseTo(100, 0);
  });
});
