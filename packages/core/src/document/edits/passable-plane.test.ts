import { expect, it } from 'vitest';
import { colourDistance } from '../../tools/index.ts';
import { passablePlane } from './passable-plane.ts';
import { at, compositor, inside, noise, Page, rect } from './page.test-helper.ts';
import { SelectionReader } from './selection-reader.ts';

const AREA = rect(200, 20, 90, 30);
const SEED = { red: 90, green: 100, blue: 110, alpha: 200 };

const studio = () =>
  new Page(
    300,
    260,
    (make) => [make.layer('art', noise(320, 280, 1), {}, -10, -10)],
    (make) => ({ selection: make.coverage(AREA, (x) => (x % 7 ? 1 : 0)) }),
  );

it('are the pixels of the canvas that are like the colour', () => {
  const page = studio();
  const { layers } = page.page;
  const plane = passablePlane(page.store, page.page, compositor, { layers, seed: SEED, tolerance: 100 });
  expect([plane.width, plane.height, plane.data.length]).toEqual([300, 260, 78_000]);
  const flat = page.flat();
  let count = 0;
  for (let y = 0, i = 0; y < 260; y++)
    for (let x = 0; x < 300; x++, i++) {
      const [red, green, blue, alpha] = at(flat, x, y);
      const like = colourDistance(SEED, { red, green, blue, alpha }) <= 100;
      if (like) count++;
      if (plane.data[i] !== Number(like)) expect([x, y, plane.data[i]]).toEqual([x, y, Number(like)]);
    }
  expect(count).toBeGreaterThan(1000);
});

it('are none that are not selected at all', () => {
  const page = studio();
  const { layers } = page.page;
  const selection = new SelectionReader(page.store, page.page);
  const plane = passablePlane(page.store, page.page, compositor, {
    layers,
    seed: SEED,
    tolerance: 255,
    selection,
  });
  for (let y = 0, i = 0; y < 260; y++)
    for (let x = 0; x < 300; x++, i++) {
      const chosen = inside(AREA, x, y) && x % 7 > 0;
      if (plane.data[i] !== Number(chosen)) expect([x, y, plane.data[i]]).toEqual([x, y, Number(chosen)]);
    }
});
