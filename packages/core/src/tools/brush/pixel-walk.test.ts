import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDabDynamics } from './dab-dynamics.ts';
import type { Dab } from './dab.ts';
import { PixelWalk } from './pixel-walk.ts';
import { Polyline } from './polyline.ts';
import { plainBrush } from './strokes.test-helper.ts';

type Place = readonly [number, number];

function pixelsOf(places: readonly Place[]): Place[] {
  const settings = plainBrush({ size: 1, antialias: false, spacing: 0.01 });
  const path = new Polyline();
  for (const [x, y] of places) path.push(x, y, 1);
  const dabs: Dab[] = [];
  const range = { limit: path.length, length: path.length, ends: true };
  new PixelWalk(settings, compileDabDynamics(settings)).walk(path, range, dabs);
  return dabs.map(({ x, y }) => [x - 0.5, y - 0.5] as const);
}

const whole = fc.integer({ min: -40, max: 40 });
const place = fc.tuple(
  fc.double({ min: -40, max: 40, noNaN: true }),
  fc.double({ min: -40, max: 40, noNaN: true }),
);

describe('a pixel walk', () => {
  it('draws a line between two pixels as Bresenham does: one pixel a step, the one nearest to the line', () => {
    fc.assert(
      fc.property(whole, whole, whole, whole, (x0, y0, x1, y1) => {
        const pixels = pixelsOf([
          [x0 + 0.5, y0 + 0.5],
          [x1 + 0.5, y1 + 0.5],
        ]);
        const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
        expect(pixels).toHaveLength(steps + 1);
        pixels.forEach(([x, y], i) => {
          const t = steps ? i / steps : 0;
          expect(Math.abs(x0 + (x1 - x0) * t - x)).toBeLessThanOrEqual(0.5 + 1e-9);
          expect(Math.abs(y0 + (y1 - y0) * t - y)).toBeLessThanOrEqual(0.5 + 1e-9);
        });
      }),
    );
  });

  it('has no gaps and repeats no pixel in a row, whatever the line', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
        const pixels = pixelsOf(places);
        expect(pixels.length).toBeGreaterThan(0);
        for (let i = 1; i < pixels.length; i++) {
          const [[ax, ay], [bx, by]] = [pixels[i - 1]!, pixels[i]!];
          expect(Math.max(Math.abs(ax - bx), Math.abs(ay - by))).toBe(1);
        }
      }),
    );
  });

  it('is within a pixel of the line everywhere', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 8 }), (places) => {
        for (const [x, y] of pixelsOf(places)) {
          const distances = places.slice(1).map((b, i) => distanceTo(x + 0.5, y + 0.5, places[i]!, b));
          expect(Math.min(...distances)).toBeLessThanOrEqual(1.5);
        }
      }),
    );
  });

  it('walks the same pixels in one go and in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (places, n) => {
          const settings = plainBrush({ size: 1, antialias: false, spacing: 0.01 });
          const path = new Polyline();
          for (const [x, y] of places) path.push(x, y, 1);
          const walk = new PixelWalk(settings, compileDabDynamics(settings));
          const dabs: Dab[] = [];
          for (let i = 1; i <= n; i++)
            walk.walk(path, { limit: (path.length * i) / n, length: path.length, ends: i === n }, dabs);
          expect(dabs.map(({ x, y }) => [x - 0.5, y - 0.5])).toEqual(pixelsOf(places));
        },
      ),
    );
  });
});

function distanceTo(x: number, y: number, [ax, ay]: Place, [bx, by]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + t * dx - x, ay + t * dy - y);
}
