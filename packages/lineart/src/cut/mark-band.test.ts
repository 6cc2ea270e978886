import { describe, expect, it } from 'vitest';
import { randomOf } from '../solver/flow-oracle.test-helper.ts';
import { Band, bandPlane } from './band-plane.ts';
import { markBand } from './mark-band.ts';
import { Fixed } from './pixel-cut.ts';

/** Labels as text: # is subject; returns what is free as text: o. */
function bandOf(rows: string[], radius: number, thin: number, fixed?: Uint8Array): string[] {
  const [width, height] = [rows[0]!.length, rows.length];
  const rect = { x: 0, y: 0, width, height };
  const plane = bandPlane(
    rect,
    Uint8Array.from(rows.join(''), (c) => (c === '#' ? 1 : 0)),
    width,
    fixed,
  );
  markBand(plane, rect, radius, thin);
  return rows.map((_, y) =>
    Array.from(plane.data.subarray(y * width, (y + 1) * width), (bits) =>
      bits & Band.FREE ? 'o' : '.',
    ).join(''),
  );
}

describe('markBand', () => {
  it('frees what lies within the radius on both sides of a border', () => {
    const rows = Array.from({ length: 5 }, () => '........########');
    expect(bandOf(rows, 3, 2)).toEqual(rows.map(() => '.....oooooo.....'));
  });

  it('frees nothing where there is no border', () => {
    expect(bandOf(['####', '####'], 3, 2)).toEqual(['....', '....']);
  });

  it('keeps the middle of a strand that is narrower than the band, but not what is thinner than a line', () => {
    const strand = Array.from({ length: 5 }, () => '..........#####..........');
    expect(bandOf(strand, 4, 2)[2]).toBe('......oooooo.oooooo......');
    const thread = Array.from({ length: 5 }, () => '..........##............');
    expect(bandOf(thread, 4, 2)[2]).toBe('......oooooooooo........');
  });

  it('keeps the pixels of hard strokes', () => {
    const fixed = new Uint8Array(16);
    fixed[9] = Fixed.SUBJECT;
    fixed[6] = Fixed.BACKGROUND;
    expect(bandOf(['........########'], 3, 2, fixed)).toEqual(['.....o.oo.o.....']);
  });

  it('finds chessboard distances, whatever part of the page is asked for', () => {
    for (let seed = 0; seed < 15; seed++) {
      const random = randomOf(seed);
      const [width, height, radius] = [30, 24, 1 + random(5)];
      const labels = Uint8Array.from({ length: width * height }, () => (random(60) ? 0 : 1));
      const page = { x: 0, y: 0, width, height };
      const plane = bandPlane(page, labels, width, undefined);
      // `thin` beyond the radius: no middles are kept.
      const rect = { x: random(12), y: random(10), width: 10 + random(8), height: 8 + random(6) };
      markBand(plane, rect, radius, radius + 1);
      plane.data.forEach((bits, i) => {
        const [x, y] = [i % width, Math.floor(i / width)];
        const isInside = x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
        const isNear = labels.some((label, j) => {
          const far = Math.max(Math.abs((j % width) - x), Math.abs(Math.floor(j / width) - y));
          return label !== labels[i] && far <= radius;
        });
        expect((bits & Band.FREE) !== 0, `page ${seed}, pixel ${x}, ${y}`).toBe(isInside && isNear);
      });
    }
  });
});
