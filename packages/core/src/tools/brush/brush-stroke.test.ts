import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TILE, tileKey } from '../../raster/index.ts';
import { BRUSH, INK, PENCIL, type BrushSettings } from './brush-settings.ts';
import { BrushStroke } from './brush-stroke.ts';
import { FULL_COVERAGE } from './coverage-plane.ts';
import type { StrokeSample } from './stroke-sample.ts';
import { largestDifference, plainBrush, strokes, supersample } from './strokes.test-helper.ts';

function draw(settings: BrushSettings, batches: readonly (readonly StrokeSample[])[]): BrushStroke {
  const stroke = new BrushStroke(settings);
  for (const batch of batches) stroke.add(batch);
  stroke.end();
  return stroke;
}

/** Coverage 0-1 of a stroke at a pixel. */
function coverageAt({ coverage }: BrushStroke, x: number, y: number): number {
  const tile = coverage.tile(tileKey(Math.floor(x / TILE), Math.floor(y / TILE)));
  return (tile?.[(y & (TILE - 1)) * TILE + (x & (TILE - 1))] ?? 0) / FULL_COVERAGE;
}

describe('a brush stroke', () => {
  it('is the same however its events are grouped', () => {
    const presets = fc.constantFrom(BRUSH, INK, PENCIL, { ...BRUSH, hardness: 0, flow: 0.1 });
    fc.assert(
      fc.property(presets, strokes(), fc.integer({ min: 1, max: 5 }), (settings, samples, size) => {
        const groups = Array.from({ length: Math.ceil(samples.length / size) }, (_, i) =>
          samples.slice(i * size, (i + 1) * size),
        );
        const one = draw(
          settings,
          samples.map((sample) => [sample]),
        ).coverage;
        for (const batches of [groups, [samples]]) {
          const other = draw(settings, batches).coverage;
          expect(new Set(other.keys())).toEqual(new Set(one.keys()));
          for (const key of one.keys())
            expect(largestDifference(one.tile(key)!, other.tile(key)!).difference).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('covers the pixels of a thick line as the line’s outline does', () => {
    const ends = fc.double({ min: 20, max: 60, noNaN: true });
    fc.assert(
      fc.property(ends, ends, ends, ends, fc.constantFrom(2, 3.5, 8, 20), (x0, y0, x1, y1, size) => {
        const [from, to] = [
          { x: x0, y: y0, pressure: 1 },
          { x: x1, y: y1, pressure: 1 },
        ];
        const stroke = draw(plainBrush({ size, spacing: 0.05 }), [[from, to]]);
        // Away from the far end, where the last dab may lie a step before it.
        const [dx, dy] = [x1 - x0, y1 - y0];
        const length = Math.hypot(dx, dy);
        const inside = (x: number, y: number): boolean => {
          const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (length * length)));
          return Math.hypot(x0 + t * dx - x, y0 + t * dy - y) < size / 2;
        };
        let worst = 0;
        for (let y = 0; y < 80; y++)
          for (let x = 0; x < 80; x++) {
            const along = ((x + 0.5 - x0) * dx + (y + 0.5 - y0) * dy) / length;
            if (along > length - 2) continue;
            const got = coverageAt(stroke, x, y);
            worst = Math.max(worst, Math.abs(got - supersample(x, y, inside, 8)));
          }
        expect(worst).toBeLessThan(0.13);
      }),
      { numRuns: 25 },
    );
  });

  it('is as dark as a line of its width, however thin', () => {
    for (const size of [0.25, 0.5, 1, 1.5, 2, 3]) {
      for (const [dx, dy] of [
        [200, 0],
        [200, 37],
        [150, 150],
      ] as const) {
        const from = { x: 20.3, y: 20.6, pressure: 1 };
        const to = { x: from.x + dx, y: from.y + dy, pressure: 1 };
        const stroke = draw(plainBrush({ size }), [[from, to]]);
        let sum = 0;
        // Columns between the ends: those cross the line at its slope.
        for (let x = 50; x < 150; x++) for (let y = 0; y < TILE; y++) sum += coverageAt(stroke, x, y);
        const perLength = (sum / 100) * Math.cos(Math.atan2(dy, dx));
        expect(Math.abs(perLength - size) / size).toBeLessThan(0.2);
      }
    }
  });

  it('draws under the pen at once, whatever is still provisional', () => {
    const stroke = new BrushStroke({ ...INK, stabiliser: 0 });
    for (let i = 0; i < 8; i++) stroke.add([{ x: 20 + i * 20, y: 40.5, pressure: 1 }]);
    expect(coverageAt(stroke, 155, 40)).toBeGreaterThan(0.5);
  });

  it('tells which tile is empty again when a tail has left it', () => {
    const stroke = new BrushStroke(plainBrush({ size: 4, taper: { start: 0, end: 200 } }));
    stroke.add([{ x: 250, y: 10, pressure: 1 }]);
    const there = stroke.add([{ x: 259, y: 10, pressure: 1 }]);
    expect(there.keys.has(tileKey(1, 0))).toBe(true);
    const back = stroke.coverage.paint([]);
    expect(back.keys.has(tileKey(1, 0))).toBe(true);
    expect(stroke.coverage.tile(tileKey(1, 0))).toBeUndefined();
  });
});
