import { expect, it } from 'vitest';
import { numbers } from '../picture.test-helper.ts';
import { finish } from '../steps.ts';
import { regionGraph } from './region-graph.ts';

it('adds up what sides cost, over any number of pairs', () => {
  const next = numbers(9);
  const [width, height, count] = [70, 60, 500];
  const labels = Uint16Array.from({ length: width * height }, () => next(count));
  const prices = Uint8Array.from({ length: width * height }, () => 1 + next(65));
  const sums = new Map<string, [price: number, length: number]>();
  const add = (i: number, j: number): void => {
    if (labels[i] === labels[j]) return;
    const key = [labels[i]!, labels[j]!].toSorted((a, b) => a - b).join(' ');
    const [price, length] = sums.get(key) ?? [0, 0];
    sums.set(key, [price + Math.min(prices[i]!, prices[j]!), length + 1]);
  };
  for (let i = 0; i < labels.length; i++) {
    if (i % width < width - 1) add(i, i + 1);
    if (i + width < labels.length) add(i, i + width);
  }
  const edges = finish(regionGraph(labels, prices, width, height, count));
  expect(edges.count).toBe(sums.size);
  let before = -1;
  for (let i = 0; i < edges.count; i++) {
    const [a, b] = [edges.a[i]!, edges.b[i]!];
    expect([edges.capacity[i], edges.length[i]]).toEqual(sums.get(`${a} ${b}`));
    expect(a * count + b).toBeGreaterThan(before);
    before = a * count + b;
  }
});

it('has no edges where there is one region', () => {
  expect(finish(regionGraph(new Uint16Array(6), new Uint8Array(6), 3, 2, 1)).count).toBe(0);
});
