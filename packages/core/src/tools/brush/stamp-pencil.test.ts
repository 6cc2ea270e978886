import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FULL_COVERAGE, type CoveragePlane } from './coverage-plane.ts';
import { stampPencil } from './stamp-pencil.ts';
import { emptyPlane } from './strokes.test-helper.ts';

function stamp(size: number, x: number, y: number, plane = emptyPlane(0, 0, 16, 16)): CoveragePlane {
  stampPencil(plane, { x, y, size, flow: 1, opacity: 1, gain: 1 });
  return plane;
}

/** The rows that have pixels, as text, cut to the columns that have. */
function picture({ data, width, height }: CoveragePlane): string[] {
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from(data.subarray(y * width, (y + 1) * width), (value) => (value ? '#' : '.')).join(''),
  );
  const used = rows.filter((row) => row.includes('#'));
  const left = Math.min(...used.map((row) => row.indexOf('#')));
  const right = Math.max(...used.map((row) => row.lastIndexOf('#')));
  return used.map((row) => row.slice(left, right + 1));
}

describe('stampPencil', () => {
  it('has the tips that pixel artists know', () => {
    expect(picture(stamp(1, 8.5, 8.5))).toEqual(['#']);
    expect(picture(stamp(2, 8, 8))).toEqual(['##', '##']);
    expect(picture(stamp(3, 8.5, 8.5))).toEqual(['.#.', '###', '.#.']);
    expect(picture(stamp(4, 8, 8))).toEqual(['.##.', '####', '####', '.##.']);
    expect(picture(stamp(5, 8.5, 8.5))).toEqual(['.###.', '#####', '#####', '#####', '.###.']);
    expect(picture(stamp(7, 8.5, 8.5))).toEqual([
      '..###..',
      '.#####.',
      '#######',
      '#######',
      '#######',
      '.#####.',
      '..###..',
    ]);
  });

  it('paints the one pixel that the place is in at size 1, however thin the pen gets', () => {
    const place = fc.double({ min: 0, max: 15.99, noNaN: true });
    fc.assert(
      fc.property(place, place, fc.constantFrom(0.1, 0.6, 1, 1.4), (x, y, size) => {
        const { data } = stamp(size, x, y);
        expect(data.indexOf(FULL_COVERAGE)).toBe(Math.floor(y) * 16 + Math.floor(x));
        expect(data.filter((value) => value > 0)).toHaveLength(1);
      }),
    );
  });

  it('paints the pixels whose middle lies in the circle, whole or not at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 200 }), (size) => {
        const { data } = stamp(size, size / 2, size / 2, emptyPlane(0, 0, size, size));
        for (let i = 0; i < data.length; i++) {
          const [x, y] = [(i % size) + 0.5 - size / 2, Math.floor(i / size) + 0.5 - size / 2];
          if (data[i] !== (x * x + y * y <= (size * size) / 4 ? FULL_COVERAGE : 0))
            throw new Error(`size ${size}: pixel ${x}, ${y} is ${data[i]}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is cut off at the edges of the plane', () => {
    const cut = stamp(9, 0.5, 15.5);
    const whole = stamp(9, 12.5, 27.5, emptyPlane(0, 0, 40, 40));
    for (let y = 0; y < 16; y++)
      for (let x = 0; x < 16; x++) expect(cut.data[y * 16 + x]).toBe(whole.data[(y + 12) * 40 + x + 12]);
  });
});
