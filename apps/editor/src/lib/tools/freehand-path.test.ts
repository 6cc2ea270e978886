import { expect, it } from 'vitest';
import { FreehandPath } from './freehand-path.ts';

it('keeps places that are far enough from the last one kept', () => {
  const path = new FreehandPath();
  path.add([{ x: 0, y: 0 }], 1);
  path.add(
    [
      { x: 0.5, y: 0.5 },
      { x: 1, y: 1 },
      { x: 1.9, y: 1 },
      { x: 2.1, y: 1 },
    ],
    1,
  );
  expect(path.points).toEqual([
    { x: 0, y: 0 },
    { x: 1, y: 1 },
    { x: 2.1, y: 1 },
  ]);
});

it('encloses something only with three places and some extent', () => {
  const path = new FreehandPath();
  path.add(
    [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
    ],
    1,
  );
  expect(path.encloses(3)).toBe(false);
  path.add([{ x: 4, y: 1 }], 1);
  expect(path.encloses(3)).toBe(true);
  expect(path.encloses(10)).toBe(false);
});
