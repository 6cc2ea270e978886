import { expect, it } from 'vitest';
import { splitRegion } from './split-region.ts';

/** A region in letters: `.` region, `#` wall in the region, space outside, digits are seeds. Its pieces as letters. */
function split(withSeeds: boolean, ...rows: string[]): string[] {
  const cells = rows.join('');
  const { of, count } = splitRegion({
    width: rows[0]!.length,
    height: rows.length,
    inside: Uint8Array.from(cells, (cell) => (cell === ' ' ? 0 : 1)),
    wall: Uint8Array.from(cells, (cell) => (cell === '#' ? 1 : 0)),
    seeds: withSeeds ? Int16Array.from(cells, (cell) => (/\d/.test(cell) ? Number(cell) : -1)) : undefined,
  });
  expect(new Set(Array.from(of).filter((piece) => piece >= 0)).size).toBe(count);
  const text = Array.from(of, (piece) => (piece < 0 ? ' ' : 'abcdef'[piece]!)).join('');
  return rows.map((row, y) => text.slice(y * row.length, (y + 1) * row.length));
}

it('gives every pixel to the nearest seed, and every label one piece', () => {
  expect(split(true, '2......0', '.......2')).toEqual(['aaaabbbb', 'aaaaaaaa']);
  expect(split(true, '1.....0')).toEqual(['aaaabbb']);
  expect(split(true, '1..0..1')).toEqual(['aabbbaa']);
});

it('measures ways within the region, not across what is outside', () => {
  expect(split(true, '1....', '.   .', '0   .')).toEqual(
    ['aaaaa', 'a   a', 'b   a'].map((row, y) => (y === 1 ? expect.stringMatching(/^[ab] {3}a$/) : row)),
  );
});

it('falls into pieces along walls, which belong to a neighbour', () => {
  expect(split(false, '..#..', '..#..')).toEqual([
    expect.stringMatching(/^aa[ab]bb$/),
    expect.stringMatching(/^aa[ab]bb$/),
  ]);
  // Corners of a wall let nothing through.
  expect(split(false, '.#', '#.')).toEqual([expect.stringMatching(/^a/), expect.stringMatching(/b$/)]);
  expect(split(false, '...')).toEqual(['aaa']);
});

it('seeds do not reach through walls, and what they do not reach is a piece of its own', () => {
  expect(split(true, '1.#.0', '..#..')[0]).toMatch(/^aa[ab]bb$/);
  expect(split(true, '1.#..')[0]).toMatch(/^aa[ab]bb$/);
});

it('leaves a region of nothing but wall whole', () => {
  expect(split(false, '##', '##')).toEqual(['aa', 'aa']);
  expect(split(true, '##')).toEqual(['aa']);
});
