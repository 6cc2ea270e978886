import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TILE, tileKey, tileX, tileY } from '../../raster/index.ts';
import { FULL_COVERAGE } from './coverage-plane.ts';
import { dabBounds } from './dab-bounds.ts';
import { tabulateFalloff } from './dab-falloff.ts';
import type { Dab } from './dab.ts';
import { stampDab } from './stamp-dab.ts';
import { stampPencil } from './stamp-pencil.ts';
import { StrokeBuffer, type StrokeDamage } from './stroke-buffer.ts';
import { emptyPlane, largestDifference } from './strokes.test-helper.ts';

/** Dabs around the corner of four tiles, at the origin. */
const dab: fc.Arbitrary<Dab> = fc.record({
  x: fc.double({ min: -40, max: 40, noNaN: true }),
  y: fc.double({ min: -40, max: 40, noNaN: true }),
  size: fc.double({ min: 0, max: 60, noNaN: true }),
  flow: fc.constantFrom(0, 0.1, 1),
  opacity: fc.constantFrom(0.5, 1),
  gain: fc.constant(1),
});
const dabs = fc.array(dab, { maxLength: 6 });
const tips = fc.record({ hardness: fc.constantFrom(0, 0.7, 1), antialias: fc.boolean() });
const steps = fc.array(fc.record({ dabs, tail: dabs }), { minLength: 1, maxLength: 5 });

/** All that a buffer holds, by key. */
function contents(buffer: StrokeBuffer): Map<number, Uint16Array> {
  return new Map([...buffer.keys()].sort((a, b) => a - b).map((key) => [key, buffer.tile(key)!.slice()]));
}

const anywhere = (x: number, y: number, size: number): Dab => ({ x, y, size, flow: 1, opacity: 1, gain: 1 });

describe('a stroke buffer', () => {
  it('holds what one large plane would, across the borders of its tiles', () => {
    fc.assert(
      fc.property(tips, dabs, (tip, dabs) => {
        const buffer = new StrokeBuffer(tip);
        buffer.paint(dabs);
        const plane = emptyPlane(-80, -80, 160, 160);
        for (const dab of dabs)
          if (tip.antialias) stampDab(plane, dab, tip.hardness, tabulateFalloff(tip.hardness));
          else stampPencil(plane, dab);
        const joined = plane.data.map((_, i) => {
          const [x, y] = [(i % 160) - 80, Math.floor(i / 160) - 80];
          const tile = buffer.tile(tileKey(Math.floor(x / TILE), Math.floor(y / TILE)));
          return tile?.[(y & (TILE - 1)) * TILE + (x & (TILE - 1))] ?? 0;
        });
        expect(largestDifference(joined, plane.data)).toEqual({ difference: 0, index: -1 });
      }),
      { numRuns: 50 },
    );
  });

  it('touches only tiles that the bounds of a dab meet', () => {
    const far = fc.array(
      fc.record({ x: fc.integer({ min: -3000, max: 3000 }), y: fc.integer({ min: -3000, max: 3000 }) }),
    );
    fc.assert(
      fc.property(far, fc.constantFrom(1, 40, 700), fc.boolean(), (places, size, antialias) => {
        const buffer = new StrokeBuffer({ hardness: 1, antialias });
        const dabs = places.map(({ x, y }) => anywhere(x, y, size));
        const { keys } = buffer.paint(dabs);
        expect(new Set(buffer.keys())).toEqual(keys);
        for (const key of keys) {
          const [x0, y0] = [tileX(key) * TILE, tileY(key) * TILE];
          const met = dabs.some((dab) => {
            const { x, y, width, height } = dabBounds(dab, antialias)!;
            return x < x0 + TILE && x + width > x0 && y < y0 + TILE && y + height > y0;
          });
          expect(met).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out tiles that only the corner of a dab’s square meets', () => {
    const buffer = new StrokeBuffer({ hardness: 1, antialias: true });
    buffer.paint([anywhere(-20, -20, 50)]);
    expect([...buffer.keys()].sort((a, b) => a - b)).toEqual([
      tileKey(-1, -1),
      tileKey(0, -1),
      tileKey(-1, 0),
    ]);
  });

  it('takes a tail back without a trace', () => {
    fc.assert(
      fc.property(tips, steps, (tip, steps) => {
        const [watched, plain] = [new StrokeBuffer(tip), new StrokeBuffer(tip)];
        for (const { dabs, tail } of steps) {
          watched.update(dabs, tail);
          plain.paint(dabs);
          const shown = new StrokeBuffer(tip);
          for (const step of steps) {
            shown.paint(step.dabs);
            if (step.dabs === dabs) break;
          }
          shown.paint(tail);
          expect(sameContents(watched, shown)).toBe(true);
        }
        watched.paint([]);
        expect(sameContents(watched, plain)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('reports all that it changes', () => {
    fc.assert(
      fc.property(tips, steps, (tip, steps) => {
        const buffer = new StrokeBuffer(tip);
        let before = contents(buffer);
        for (const { dabs, tail } of steps) {
          const damage = buffer.update(dabs, tail);
          const after = contents(buffer);
          expect(changesOutside(before, after, damage)).toBe(0);
          before = after;
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gets no darker where the stroke crosses itself', () => {
    const buffer = new StrokeBuffer({ hardness: 1, antialias: true });
    const line = Array.from({ length: 200 }, (_, i) => ({ ...anywhere(20 + i, 60.5, 15), opacity: 0.5 }));
    const across = Array.from({ length: 100 }, (_, i) => ({ ...anywhere(120.5, 10 + i, 15), opacity: 0.5 }));
    buffer.paint([...line, ...across]);
    const most = buffer.tile(tileKey(0, 0))!.reduce((a, b) => Math.max(a, b));
    expect(most).toBe(Math.round(FULL_COVERAGE / 2));
  });

  it('builds up faint flow all the way', () => {
    const buffer = new StrokeBuffer({ hardness: 1, antialias: true });
    const faint = { ...anywhere(50.5, 50.5, 9), flow: 0.004 };
    for (let i = 0; i < 60; i++) buffer.paint(Array.from({ length: 50 }, () => faint));
    expect(buffer.tile(tileKey(0, 0))![50 * TILE + 50]! / FULL_COVERAGE).toBeGreaterThan(254.5 / 255);
  });

  it('is all or nothing with a pencil', () => {
    fc.assert(
      fc.property(dabs, (dabs) => {
        const buffer = new StrokeBuffer({ hardness: 0.2, antialias: false });
        buffer.paint(dabs.map((dab) => ({ ...dab, flow: 1, opacity: 1 })));
        const values = new Set([...buffer.keys()].flatMap((key) => [...new Set(buffer.tile(key))]));
        values.delete(0);
        values.delete(FULL_COVERAGE);
        expect(values.size).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('ignores dabs that are nowhere and those beyond what a tile can be named', () => {
    for (const antialias of [true, false]) {
      const buffer = new StrokeBuffer({ hardness: 1, antialias });
      const damage = buffer.paint([anywhere(NaN, 0, 9), anywhere(0, Infinity, 9), anywhere(1e9, 1e9, 9)]);
      expect(damage.rect).toBeUndefined();
      expect([...buffer.keys()]).toEqual([]);
    }
  });
});

function sameContents(a: StrokeBuffer, b: StrokeBuffer): boolean {
  const [left, right] = [contents(a), contents(b)];
  if (left.size !== right.size) return false;
  return [...left].every(([key, data]) => {
    const other = right.get(key);
    return other !== undefined && largestDifference(data, other).difference === 0;
  });
}

/** How many pixels differ that the damage does not name. */
function changesOutside(
  before: ReadonlyMap<number, Uint16Array>,
  after: ReadonlyMap<number, Uint16Array>,
  { rect, keys }: StrokeDamage,
): number {
  let count = 0;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(key), after.get(key)];
    for (let i = 0; i < TILE * TILE; i++) {
      if ((old?.[i] ?? 0) === (now?.[i] ?? 0)) continue;
      const [x, y] = [tileX(key) * TILE + (i % TILE), tileY(key) * TILE + Math.floor(i / TILE)];
      const inRect =
        rect && x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
      if (!inRect || !keys.has(key)) count++;
    }
  }
  return count;
}
