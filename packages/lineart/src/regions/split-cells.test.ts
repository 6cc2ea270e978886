import { expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { splitCells } from './split-cells.ts';

/** Basins as the flood gives them: with padding of zeros. */
function basins(width: number, height: number, basinAt: (x: number, y: number) => number) {
  const labels = new Int32Array((width + 2) * (height + 2));
  let count = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      labels[(y + 1) * (width + 2) + x + 1] = basinAt(x, y);
      count = Math.max(count, basinAt(x, y));
    }
  return { labels, count };
}

it('cuts large basins into cells and leaves small ones whole', () => {
  const [width, height] = [40, 24];
  const isSmall = (x: number, y: number): boolean => x >= 5 && x < 10 && y >= 5 && y < 10;
  const { labels, count, area } = finish(
    splitCells(
      basins(width, height, (x, y) => (isSmall(x, y) ? 2 : 1)),
      width,
      height,
      8,
    ),
  );
  expect(count).toBe(1 + 5 * 3);
  const owners = new Map<string, number>();
  const names = new Map<number, string>();
  const sizes = new Uint32Array(count);
  for (let i = 0; i < labels.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const name = isSmall(x, y) ? 'small' : `${Math.floor(x / 8)} ${Math.floor(y / 8)}`;
    expect(owners.get(name) ?? labels[i]).toBe(labels[i]);
    expect(names.get(labels[i]!) ?? name).toBe(name);
    owners.set(name, labels[i]!);
    names.set(labels[i]!, name);
    sizes[labels[i]!]!++;
  }
  expect(area).toEqual(sizes);
});

it('cuts nothing where cells have no size', () => {
  const { count, area } = finish(
    splitCells(
      basins(300, 20, (x) => (x < 100 ? 1 : 2)),
      300,
      20,
      0,
    ),
  );
  expect([count, ...area]).toEqual([2, 2000, 4000]);
});

it('takes wide numbers only where there are many regions', () => {
  const few = finish(
    splitCells(
      basins(9, 9, () => 1),
      9,
      9,
      16,
    ),
  );
  expect(few.labels).toBeInstanceOf(Uint16Array);
  const many = finish(
    splitCells(
      basins(300, 300, (x, y) => y * 300 + x + 1),
      300,
      300,
      16,
    ),
  );
  expect(many.labels).toBeInstanceOf(Uint32Array);
  expect(many.count).toBe(90_000);
});
