import { describe, expect, it } from 'vitest';
import type { Character } from '../parameters/catalogue.ts';
import { frameFigure, type Camera } from './camera.ts';

type Bounds = readonly [left: number, top: number, right: number, bottom: number];
const FIGURES: readonly Bounds[] = [
  [-100, -300, 100, 900],
  [-60, -280, 240, 500],
  [-500, -300, 500, 400],
  [-20, -40, 20, 40],
];

/** The camera of a framing that is neither zoomed nor shifted. */
const framed = (framing: Character['framing'], bounds: Bounds, headroom = 0): Camera =>
  frameFigure({ framing, zoom: 1, shift: 0 }, bounds, headroom);

/** Left, top, right and bottom of a figure in the picture. */
function placed({ scale, origin }: Camera, [left, top, right, bottom]: Bounds): number[] {
  return [left, right].flatMap((x, i) => [origin[0] + x * scale, origin[1] + [top, bottom][i]! * scale]);
}

describe.each(['full', 'chibi'] as const)('the framing %s', (framing) => {
  it.each(FIGURES)('shows all of a figure from %i, %i to %i, %i', (...bounds) => {
    for (const headroom of [0, 60]) {
      const camera = framed(framing, bounds, headroom);
      const [left, top, right, bottom] = placed(camera, bounds) as [number, number, number, number];
      expect(left).toBeGreaterThan(0);
      expect(top - headroom * camera.scale).toBeGreaterThan(0);
      expect(right).toBeLessThan(camera.width);
      expect(bottom).toBeLessThan(camera.height);
      // In the middle, and standing on the margin.
      expect((left + right) / 2).toBeCloseTo(camera.width / 2);
      expect(camera.height - bottom).toBeLessThan(camera.height * 0.07);
    }
  });

  it('does not enlarge small figures without end', () => {
    const tiny = framed(framing, [-2, -4, 2, 4]);
    expect(tiny.scale).toBe(framed(framing, [-1, -2, 1, 2]).scale);
  });
});

describe('the framing bust', () => {
  it('sees everybody from the same distance', () => {
    const [first, ...others] = FIGURES.map((bounds) => framed('bust', bounds));
    for (const camera of others) expect(camera).toEqual(first);
  });

  it('is square, with the neck in the middle from left to right', () => {
    const { width, height, origin } = framed('bust', FIGURES[0]!);
    expect(height).toBe(width);
    expect(origin[0]).toBe(width / 2);
  });

  it('moves down and back to make room for a hat', () => {
    const [without, withHat] = [0, 40].map((room) => framed('bust', FIGURES[0]!, room));
    expect(withHat!.scale).toBeLessThan(without!.scale);
    // The world's upper edge of the picture.
    const top = ({ scale, origin }: Camera): number => -origin[1] / scale;
    expect(top(without!) - top(withHat!)).toBeCloseTo(40);
  });

  it('comes nearer without moving the face, and to the side without turning', () => {
    const face: Bounds = [0, -150, 0, -150];
    const bust = { framing: 'bust', zoom: 1, shift: 0 } as const;
    const plain = frameFigure(bust, FIGURES[0]!);
    const near = frameFigure({ ...bust, zoom: 1.3 }, FIGURES[0]!);
    expect(near.scale).toBeCloseTo(plain.scale * 1.3);
    for (const [i, value] of placed(near, face).entries()) expect(value).toBeCloseTo(placed(plain, face)[i]!);
    const aside = frameFigure({ ...bust, shift: 1 }, FIGURES[0]!);
    expect(aside.origin[0]).toBeGreaterThan(plain.origin[0]);
    expect(aside.origin[1]).toBe(plain.origin[1]);
  });
});
