import { expect, it } from 'vitest';
import { rowsOf } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { colourEdges } from './colour-edges.ts';

const [width, height] = [20, 12];
/** Red to the left of a column, else green; equally light. */
const colours = (isRed: (x: number, y: number) => boolean): [Uint8Array, Uint8Array, Uint8Array] => {
  const pick = (one: number, two: number): Uint8Array =>
    Uint8Array.from({ length: width * height }, (_, i) =>
      isRed(i % width, Math.floor(i / width)) ? one : two,
    );
  return [pick(200, 90), pick(110, 160), pick(110, 90)];
};
const none = new Uint8Array(width * height);

it('draws one line of pixels between two colours', () => {
  const edges = rowsOf(
    finish(
      colourEdges(
        colours((x) => x < 9),
        none,
        width,
        height,
      ),
    ),
    width,
  );
  for (const row of edges.slice(2, -2)) expect(row).toMatch(/^\.{8,9}#\.+$/);
});

it('finds nothing in one colour and nothing beside lines', () => {
  expect(
    finish(
      colourEdges(
        colours(() => true),
        none,
        width,
        height,
      ),
    ).includes(1),
  ).toBe(false);
  const line = none.map((_, i) => (i % width === 8 ? 1 : 0));
  expect(
    finish(
      colourEdges(
        colours((x) => x < 9),
        line,
        width,
        height,
      ),
    ).includes(1),
  ).toBe(false);
});

it('leaves no gap that a fill with steps to four sides gets through', () => {
  const edges = finish(
    colourEdges(
      colours((x, y) => x + y < 14),
      none,
      width,
      height,
    ),
  );
  const inner = (i: number): boolean =>
    i % width > 1 && i % width < width - 2 && i >= 2 * width && i < (height - 2) * width;
  const seen = new Set([2 * width + 2]);
  for (const i of seen)
    for (const near of [i - 1, i + 1, i - width, i + width])
      if (inner(near) && edges[near] === 0) seen.add(near);
  expect(seen.has((height - 3) * width + width - 3)).toBe(false);
});
