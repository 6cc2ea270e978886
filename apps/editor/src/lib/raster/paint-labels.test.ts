import { describe, expect, it } from 'vitest';
import { coverageColours, labelColours } from './label-look.ts';
import { paintLabels, rectOnLevel, type BytePlane } from './paint-labels.ts';

const LOOK = { width: 8, height: 6, mode: 'tint', colours: ['#ff0000', '#00ff00'] } as const;

/** A plane from one character a pixel, `.` being 0. */
function plane(...rows: readonly string[]): BytePlane {
  const data = Uint8Array.from(rows.join(''), (letter) => (letter === '.' ? 0 : Number(letter)));
  return { width: rows[0]!.length, height: rows.length, data };
}

/** Red, green, blue and alpha of every pixel. */
function paint(from: BytePlane, level: number, colours: ReturnType<typeof labelColours>, rect?: object) {
  const whole = rectOnLevel({ x: 0, y: 0, width: from.width, height: from.height }, level, from);
  const part = { ...whole, ...rect };
  const out = new Uint32Array(part.width * part.height);
  paintLabels(from, level, part, colours, out);
  return Array.from(out, (word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24]);
}

describe('paintLabels', () => {
  it('tints each label in its colour, strongly along borders and not at all where there is none', () => {
    const [a, b, c, d, e, f] = paint(plane('.11.22'), 0, labelColours(LOOK));
    expect(a![0]).toBe(255);
    expect(a![3]).toBeGreaterThan(200);
    expect(b).toEqual([255, 0, 0, 104]);
    expect(c![3]).toBeGreaterThan(200);
    expect(d).toEqual([0, 255, 0, c![3]]);
    expect(e).toEqual([0, 255, 0, 104]);
    expect(f).toEqual([0, 255, 0, 104]);
  });

  it('draws the same part alike whether alone or with all around it', () => {
    const from = plane('..11..2.', '.1111.22', '11111222', '.11..222', '..1...2.', '........');
    for (const level of [0, 1, 2]) {
      const whole = paint(from, level, labelColours(LOOK));
      const width = Math.ceil(from.width / 2 ** level);
      const part = paint(from, level, labelColours(LOOK), { x: 1, y: 1, width: 1, height: 1 });
      expect(part).toEqual([whole[width + 1]]);
    }
  });

  it('covers what has no label where the rest is shown on a plain colour', () => {
    const colours = labelColours({ ...LOOK, mode: 'black' });
    expect(paint(plane('.12'), 0, colours)).toEqual([
      [0, 0, 0, 255],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('averages what is drawn smaller', () => {
    const colours = labelColours({ ...LOOK, mode: 'white' });
    expect(paint(plane('1.', '..'), 1, colours)).toEqual([[0, 0, 0, 191]]);
    expect(paint(plane('11..', '11..', '1111', '1111'), 2, colours)).toEqual([[0, 0, 0, 64]]);
  });

  it('shows a soft mask by more or less of the first colour', () => {
    const soft: BytePlane = { width: 3, height: 1, data: Uint8Array.of(0, 128, 255) };
    const alphas = paint(soft, 0, coverageColours(LOOK)).map(([red, , , alpha]) => [red, alpha]);
    expect(alphas).toEqual([
      [255, 0],
      [255, 52],
      [255, 104],
    ]);
  });
});

describe('rectOnLevel', () => {
  it('reaches one pixel further, as borders do, but not beyond the level', () => {
    const size = { width: 9, height: 9 };
    expect(rectOnLevel({ x: 4, y: 4, width: 2, height: 1 }, 0, size)).toEqual({
      x: 3,
      y: 3,
      width: 4,
      height: 3,
    });
    expect(rectOnLevel({ x: 0, y: 8, width: 1, height: 1 }, 1, size)).toEqual({
      x: 0,
      y: 3,
      width: 2,
      height: 2,
    });
  });
});
