import { describe, expect, it } from 'vitest';
import { cellMiddle, createScreen } from './screen.ts';
import { SHAPES, type Shape } from './shapes.ts';

const shapes = Object.keys(SHAPES) as Shape[];
const tones = [0.03, 0.1, 0.25, 0.4, 0.6, 0.8, 0.95];

/** Mean ink of a square of `side` pixels. */
function covered(
  shape: Shape,
  tone: number,
  smooth: boolean,
  cell: number,
  angle: number,
  side = 160,
): number {
  const screen = createScreen({ shape, cell, angle, smooth });
  let sum = 0;
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) sum += screen(x, y, tone);
  return sum / side ** 2;
}

describe('createScreen', () => {
  it.each(shapes)('covers as much paper with %s as the tone says', (shape) => {
    for (const tone of tones)
      for (const [cell, angle] of [
        [7, 45],
        [4.3, 15],
        [12.5, -30],
      ] as const)
        expect(Math.abs(covered(shape, tone, true, cell, angle) - tone)).toBeLessThan(0.012);
  });

  it.each(shapes)('has %s of pure ink and paper where edges are not smooth', (shape) => {
    const screen = createScreen({ shape, cell: 8, angle: 45, smooth: false });
    const values = new Set<number>();
    for (let i = 0; i < 400; i++) values.add(screen(i % 20, Math.floor(i / 20), 0.4));
    expect([...values].toSorted()).toEqual([0, 1]);
    expect(Math.abs(covered(shape, 0.4, false, 8, 45) - 0.4)).toBeLessThan(0.04);
  });

  it('leaves paper bare and fills what is solid', () => {
    for (const shape of shapes) {
      const screen = createScreen({ shape, cell: 6, angle: 30, smooth: true });
      for (let i = 0; i < 100; i++) {
        expect(screen(i, 3 * i, 0)).toBe(0);
        expect(screen(i, 3 * i, 1)).toBe(1);
      }
    }
  });

  it('never takes ink away where the tone grows', () => {
    for (const shape of shapes) {
      const screen = createScreen({ shape, cell: 9, angle: 20, smooth: true });
      for (let i = 0; i < 60; i++) {
        const inks = Array.from({ length: 51 }, (_, step) => screen(i, 2 * i, step / 50));
        for (let k = 1; k < inks.length; k++) expect(inks[k]).toBeGreaterThanOrEqual(inks[k - 1]!);
      }
    }
  });

  it('has rows of dots at the angle and distance asked for', () => {
    // An unturned screen repeats after a cell, one at 45 degrees after the square root of two cells.
    const straight = createScreen({ shape: 'round', cell: 10, angle: 0, smooth: true });
    const turned = createScreen({ shape: 'round', cell: 10 / Math.SQRT2, angle: 45, smooth: true });
    for (const screen of [straight, turned])
      for (let i = 0; i < 50; i++) {
        expect(screen(i + 10, 7, 0.3)).toBeCloseTo(screen(i, 7, 0.3), 1);
        expect(screen(7, i + 10, 0.3)).toBeCloseTo(screen(7, i, 0.3), 1);
      }
  });
});

it('cellMiddle finds the middle of the dot that a pixel belongs to', () => {
  for (const angle of [0, 45, -17]) {
    const screen = createScreen({ shape: 'round', cell: 12, angle, smooth: true });
    for (let i = 0; i < 40; i++) {
      const [x, y] = cellMiddle({ cell: 12, angle }, 5 * i, 300 - 3 * i);
      expect(Math.hypot(x - 5 * i - 0.5, y - 300 + 3 * i - 0.5)).toBeLessThanOrEqual(
        12 * Math.SQRT1_2 + 1e-6,
      );
      // The middle of a dot is its darkest place.
      expect(screen(Math.floor(x), Math.floor(y), 0.2)).toBe(1);
    }
  }
});
