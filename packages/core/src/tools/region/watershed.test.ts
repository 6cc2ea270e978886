import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARRIER, FIRST_LABEL, UNASSIGNED, watershed } from './watershed.ts';

const A = FIRST_LABEL;
const B = FIRST_LABEL + 1;
const LEVELS = 6;

/** How deep the shallowest place is on the best way from a label to each pixel, by trying until nothing changes. */
function bottlenecks(labels: Uint8Array, depths: Uint8Array, width: number, label: number): number[] {
  const best: number[] = Array.from(labels, (value) => (value === label ? LEVELS : -1));
  for (let changed = true; changed;) {
    changed = false;
    labels.forEach((value, i) => {
      if (value !== UNASSIGNED) return;
      for (const next of [i - 1, i + 1, i - width, i + width]) {
        const through = Math.min(best[next]!, depths[i]!);
        if (through <= best[i]!) continue;
        best[i] = through;
        changed = true;
      }
    });
  }
  return best;
}

describe('watershed', () => {
  it('gives every pixel to the label that reaches it by the deeper way', () => {
    const cell = fc.constantFrom(BARRIER, UNASSIGNED, UNASSIGNED, UNASSIGNED, UNASSIGNED, A, B);
    const pictures = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([w, h]) => {
        const [width, size] = [w + 2, (w + 2) * (h + 2)];
        const inside = (i: number): boolean =>
          i % width > 0 && i % width <= w && Math.floor(i / width) > 0 && Math.floor(i / width) <= h;
        return fc.record({
          width: fc.constant(width),
          labels: fc
            .array(cell, { minLength: size, maxLength: size })
            .map((cells) => Uint8Array.from(cells, (value, i) => (inside(i) ? value : BARRIER))),
          depths: fc
            .array(fc.nat({ max: LEVELS - 1 }), { minLength: size, maxLength: size })
            .map((values) => Uint8Array.from(values)),
        });
      });
    fc.assert(
      fc.property(pictures, ({ width, labels, depths }) => {
        const fromA = bottlenecks(labels, depths, width, A);
        const fromB = bottlenecks(labels, depths, width, B);
        const result = labels.slice();
        watershed(result, depths, width, LEVELS);
        result.forEach((value, i) => {
          if (labels[i] !== UNASSIGNED) expect(value).toBe(labels[i]);
          else if (fromA[i]! > fromB[i]!) expect(value).toBe(A);
          else if (fromA[i]! < fromB[i]!) expect(value).toBe(B);
          else if (fromA[i] === -1) expect(value).toBe(UNASSIGNED);
          else expect([A, B]).toContain(value);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('lets two labels meet half way along a corridor of even width', () => {
    const row = [BARRIER, A, ...Array.from({ length: 10 }, () => UNASSIGNED), B, BARRIER];
    const wall = row.map(() => BARRIER);
    const labels = Uint8Array.from([...wall, ...row, ...wall]);
    watershed(labels, new Uint8Array(labels.length).fill(1), row.length, 2);
    const inside = [...labels.subarray(row.length + 1, 2 * row.length - 1)];
    expect(inside).toEqual([A, A, A, A, A, A, B, B, B, B, B, B]);
  });
});
