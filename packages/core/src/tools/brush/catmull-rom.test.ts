import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenCatmullRom } from './catmull-rom.ts';
import type { StrokeSample } from './stroke-sample.ts';

type Vector = readonly [number, number];

/** Barry and Goldman's pyramid, the textbook's definition, with knots by the root of the distance. */
function pyramid(points: readonly StrokeSample[], share: number): Vector {
  const knots = [0];
  for (let i = 1; i < 4; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    knots.push(knots[i - 1]! + Math.sqrt(Math.hypot(b.x - a.x, b.y - a.y)));
  }
  const t = knots[1]! + (knots[2]! - knots[1]!) * share;
  let level: Vector[] = points.map(({ x, y }) => [x, y] as const);
  // The last level spans the same knots as the one before it: those of the piece itself.
  for (const [span, shift] of [
    [1, 0],
    [2, 0],
    [1, 1],
  ] as const) {
    level = level.slice(1).map((b, i) => {
      const [from, to] = [knots[i + shift]!, knots[i + shift + span]!];
      const w = (t - from) / (to - from);
      const a = level[i]!;
      return [a[0] * (1 - w) + b[0] * w, a[1] * (1 - w) + b[1] * w] as const;
    });
  }
  return level[0]!;
}

function flatten(...[p0, p1, p2, p3]: (StrokeSample | undefined)[]): StrokeSample[] {
  const vertices: StrokeSample[] = [];
  flattenCatmullRom(p0, p1!, p2!, p3, (x, y, pressure) => vertices.push({ x, y, pressure }));
  return vertices;
}

const coordinate = fc.integer({ min: -300, max: 300 });
const four = fc
  .array(fc.record({ x: coordinate, y: coordinate, pressure: fc.constantFrom(0, 0.5, 1) }), {
    minLength: 4,
    maxLength: 4,
  })
  .filter((points) =>
    points.every((p, i) => i === 0 || p.x !== points[i - 1]!.x || p.y !== points[i - 1]!.y),
  );

describe('flattenCatmullRom', () => {
  it('has its vertices on the curve that the pyramid defines, and ends at the second point', () => {
    fc.assert(
      fc.property(four, (points) => {
        const vertices = flatten(...points);
        vertices.forEach((vertex, i) => {
          const [x, y] = pyramid(points, (i + 1) / vertices.length);
          expect(Math.hypot(vertex.x - x, vertex.y - y)).toBeLessThan(1e-6);
        });
        expect(vertices.at(-1)).toEqual(points[2]);
      }),
    );
  });

  it('keeps the curve within 0.03 px of its chords', () => {
    fc.assert(
      fc.property(four, (points) => {
        const vertices = [points[1]!, ...flatten(...points)];
        for (let i = 1; i < vertices.length; i++) {
          const [a, b] = [vertices[i - 1]!, vertices[i]!];
          const [x, y] = pyramid(points, (i - 0.5) / (vertices.length - 1));
          // The middle by parameter lies near that of the chord, so this bounds the distance.
          const [dx, dy] = [b.x - a.x, b.y - a.y];
          const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
          expect(Math.hypot(a.x + along * dx - x, a.y + along * dy - y)).toBeLessThan(0.0301);
        }
      }),
    );
  });

  it('is one straight chord between two points alone', () => {
    const [from, to] = [
      { x: 1.1, y: 2.3, pressure: 0 },
      { x: 700.7, y: 90.1, pressure: 1 },
    ];
    expect(flatten(undefined, from, to, undefined)).toEqual([to]);
  });

  it('stays on the line that its points are on', () => {
    const points = [0, 3, 50, 51].map((x) => ({ x, y: 2 * x + 1, pressure: 1 }));
    for (const { x, y } of flatten(...points)) expect(y).toBeCloseTo(2 * x + 1, 9);
  });

  it('changes pressure evenly along the piece', () => {
    const points = [0, 10, 20, 30].map((x, i) => ({ x, y: (i % 2) * 30, pressure: i / 3 }));
    const pressures = flatten(...points).map(({ pressure }) => pressure);
    expect(pressures.length).toBeGreaterThan(2);
    pressures.forEach((pressure, i) =>
      expect(pressure).toBeCloseTo(1 / 3 + (i + 1) / pressures.length / 3, 9),
    );
  });
});
