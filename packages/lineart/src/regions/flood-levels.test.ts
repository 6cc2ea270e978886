import { expect, it } from 'vitest';
import { numbers } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { floodLevels } from './flood-levels.ts';

/** Floods rows of digits. */
function flood(rows: readonly string[], dynamics: number, shut = 10): string[] {
  const width = rows[0]!.length;
  const levels = new Uint16Array((width + 2) * (rows.length + 2));
  for (const [y, row] of rows.entries())
    for (let x = 0; x < width; x++) levels[(y + 1) * (width + 2) + x + 1] = Number(row[x]);
  const { labels, count } = finish(
    floodLevels(levels, width + 2, rows.length + 2, { range: 10, dynamics, shut }),
  );
  expect(Math.max(...labels)).toBe(count);
  return rows.map((_, y) =>
    Array.from(labels.subarray((y + 1) * (width + 2) + 1, (y + 2) * (width + 2) - 1), (label) =>
      String.fromCodePoint(96 + label),
    ).join(''),
  );
}

it('gives each valley a basin; they meet on the ridge between them', () => {
  expect(flood(['0358530'], 0)).toEqual(['aaaabbb']);
});

it('merges basins that are shallow where they meet, and only those', () => {
  expect(flood(['035421'], 3)).toEqual(['aaabbb']);
  expect(flood(['035421'], 4)).toEqual(['aaaaaa']);
  expect(flood(['0351335'], 2)).toEqual(['aaabbbb']);
});

it('merges nothing on lines', () => {
  expect(flood(['0490'], 9, 9)).toEqual(['aaab']);
  expect(flood(['0480'], 9, 9)).toEqual(['aaaa']);
});

it('makes basins that hang together and cover everything, with one bottom each', () => {
  const next = numbers(11);
  const rows = Array.from({ length: 25 }, () => Array.from({ length: 31 }, () => next(10)).join(''));
  const letters = flood(rows, 0);
  const width = 31;
  const text = letters.join('');
  expect(text).not.toContain('`');
  const levels = rows.join('');
  const seen = new Set<number>();
  const found = new Set<string>();
  for (let seed = 0; seed < text.length; seed++) {
    if (seen.has(seed)) continue;
    expect(found.has(text[seed]!)).toBe(false);
    found.add(text[seed]!);
    const basin = new Set([seed]);
    for (const i of basin) {
      seen.add(i);
      const near = [i - width, i + width];
      if (i % width > 0) near.push(i - 1);
      if (i % width < width - 1) near.push(i + 1);
      for (const j of near) if (text[j] === text[seed]) basin.add(j);
    }
    // From every pixel there is a way down, or along, within the basin: it is its own lowest neighbour only at the bottom.
    const lowest = Math.min(...[...basin].map((i) => Number(levels[i])));
    const way = new Set([...basin].filter((i) => Number(levels[i]) === lowest));
    for (let level = lowest; level < 10; level++)
      for (const i of way)
        for (const j of [i - 1, i + 1, i - width, i + width])
          if (basin.has(j) && Number(levels[j]) <= level) way.add(j);
    expect(way.size).toBe(basin.size);
  }
});
