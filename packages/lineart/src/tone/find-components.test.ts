import { expect, it } from 'vitest';
import { numbers, plane } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { findComponents } from './find-components.ts';
import { findRuns } from './find-runs.ts';

function componentsOf(data: Uint8Array, width: number) {
  const height = data.length / width;
  const runs = finish(findRuns(data, width, height, 1));
  const components = finish(findComponents(runs, width, height));
  const labels = new Int32Array(data.length).fill(-1);
  for (let run = 0; run < runs.count; run++)
    labels.fill(components.ofRun[run]!, runs.start[run], runs.end[run]);
  return { components, labels };
}

it('joins what touches along sides, and measures it', () => {
  const { width, data } = plane('#.#.', '###.', '...#');
  const { components } = componentsOf(data, width);
  expect(components.count).toBe(2);
  expect([...components.area]).toEqual([5, 1]);
  expect([...components.left, ...components.right]).toEqual([0, 3, 2, 3]);
  expect([...components.top, ...components.bottom]).toEqual([0, 2, 1, 2]);
});

it('agrees with flooding pixel by pixel', () => {
  const next = numbers(77);
  const width = 37;
  const data = Uint8Array.from({ length: width * 29 }, () => (next(10) < 6 ? 1 : 0));
  const { components, labels } = componentsOf(data, width);
  let floods = 0;
  const seen = new Uint8Array(data.length);
  for (let seed = 0; seed < data.length; seed++) {
    if (data[seed] === 0 || seen[seed] === 1) continue;
    const label = labels[seed]!;
    const flood = new Set([seed]);
    for (const i of flood) {
      seen[i] = 1;
      expect(labels[i]).toBe(label);
      const near = [i - width, i + width];
      if (i % width > 0) near.push(i - 1);
      if (i % width < width - 1) near.push(i + 1);
      for (const j of near) if (data[j] === 1) flood.add(j);
    }
    expect(components.area[label]).toBe(flood.size);
    floods++;
  }
  expect(components.count).toBe(floods);
});
