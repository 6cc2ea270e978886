import { expect, test } from 'vitest';
import { Truth, type TestPanel } from '../pages/test-page.ts';
import { boundaryF, changedShare, intersectionOverUnion, maskOfPanel } from './judge-panel.ts';

const SIDE = 40;

/** A disc of 1 around the middle, moved to the right. */
const disc = (radius: number, shift = 0): Uint8Array =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) =>
    Math.hypot((i % SIDE) - SIDE / 2 - shift, Math.floor(i / SIDE) - SIDE / 2) <= radius ? 1 : 0,
  );

test('equal masks are perfect, disjoint ones worthless', () => {
  expect(intersectionOverUnion(disc(9), disc(9))).toBe(1);
  expect(boundaryF(disc(9), disc(9), SIDE)).toBe(1);
  const [left, right] = [disc(4, -12), disc(4, 12)];
  expect(intersectionOverUnion(left, right)).toBe(0);
  expect(boundaryF(left, right, SIDE)).toBe(0);
});

test('a border two pixels off is as good as right, one five pixels off is wrong', () => {
  expect(boundaryF(disc(10), disc(12), SIDE)).toBe(1);
  expect(boundaryF(disc(10), disc(15), SIDE)).toBe(0);
});

test('the end of the panel is no border', () => {
  const half = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < SIDE / 2 ? 1 : 0));
  expect(boundaryF(half, half, SIDE)).toBe(1);
  const all = new Uint8Array(SIDE * SIDE).fill(1);
  // No border at all: nothing found is wrong, and nothing wanted is found.
  expect(boundaryF(all, half, SIDE)).toBe(0);
});

test('changes count over the area of the mask', () => {
  const before = Uint8Array.of(1, 1, 1, 1, 0, 0);
  expect(changedShare(before, Uint8Array.of(1, 1, 1, 0, 1, 0))).toBe(0.5);
});

test('what is not of the panel is not of its mask', () => {
  const panel: TestPanel = {
    id: 'x',
    box: { x: 1, y: 1, width: 2, height: 1 },
    truth: Uint8Array.of(Truth.figure, Truth.elsewhere),
    edge: 'middle',
    first: [],
  };
  expect([...maskOfPanel(new Uint8Array(16).fill(1), 4, panel)]).toEqual([1, 0]);
});
