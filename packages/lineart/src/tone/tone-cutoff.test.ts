import { expect, it } from 'vitest';
import { sheet } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { findComponents } from './find-components.ts';
import { findRuns } from './find-runs.ts';
import { isStroke, toneCutoff } from './tone-cutoff.ts';

const componentsOf = (page: ReturnType<typeof sheet>) =>
  finish(findComponents(finish(findRuns(page.data, page.width, page.height, 0)), page.width, page.height));

it.each([2, 3.5, 5])('lies above the dots of a tone of radius %f', (radius) => {
  const components = componentsOf(sheet(200, 200).dots(14, radius));
  const cutoff = toneCutoff(components, 3);
  expect(components.area.filter((area) => area >= cutoff)).toHaveLength(0);
  expect(cutoff).toBeLessThan(3 * Math.PI * radius * radius);
});

it('is a blot of the pen on a page without tones', () => {
  expect(toneCutoff(componentsOf(sheet(200, 200).circle(100, 100, 60, 3)), 3)).toBe(9);
});

it('tells strokes and rings from dots', () => {
  const page = sheet(200, 60)
    .paint((x, y) => Math.hypot(x - 20, y - 20) <= 6)
    .circle(60, 30, 15, 2)
    .paint((x, y) => x > 100 && x < 140 && Math.abs(y - 30) <= 1);
  const components = componentsOf(page);
  expect([0, 1, 2].map((i) => isStroke(components, i)).toSorted()).toEqual([false, true, true]);
});
