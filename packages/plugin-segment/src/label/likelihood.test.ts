import { expect, it } from 'vitest';
import { Feature, FEATURES } from '@koma/lineart';
import { letteredPage } from './lettered-map.test-helper.ts';
import { Likelihood } from './likelihood.ts';

const [SKY, HEAD, HAIR, OTHER] = [0, 1, 2, 3];
/** A figure of two regions, one more far away, in the open. */
const PAGE = letteredPage([
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'abbbbccccaaaaaaaaaaaaaaaaaaaaaaadddd',
  'abbbbccccaaaaaaaaaaaaaaaaaaaaaaadddd',
  'abbbbccccaaaaaaaaaaaaaaaaaaaaaaadddd',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
]);

function likelihood(darkness: readonly number[]): Likelihood {
  const features = new Float32Array(darkness.length * FEATURES);
  darkness.forEach((value, region) => (features[region * FEATURES + Feature.darkness] = value));
  return new Likelihood({ ...PAGE.regions, features }, false);
}
const paint = (...regions: number[]): Map<number, number> => new Map(regions.map((region) => [region, 10]));

it('lets what is like the subject lean to it, and what is like the ground to that', () => {
  const [ground, subject] = likelihood([0.2, 0.7, 0.7, 0.2]).leanings([paint(SKY), paint(HEAD)], 9);
  expect(subject![HAIR]).toBeGreaterThan(0);
  expect(ground![HAIR]).toBe(0);
  expect(ground![OTHER]).toBeGreaterThan(0);
  expect(subject![OTHER]).toBe(0);
});

it('says less of what is farther away, and nothing of what is very far', () => {
  const material = likelihood([0.2, 0.7, 0.7, 0.7]);
  const [, near] = material.leanings([paint(), paint(HEAD)], 9);
  expect(near![HAIR]).toBeGreaterThan(2 * near![OTHER]!);
  const [, alone] = material.leanings([paint(), paint(HEAD)], 1);
  expect(alone![OTHER]).toBeLessThan(near![OTHER]! + 1);
});

it('lets what is like nothing that is marked lean to the subject beside it a little', () => {
  const material = likelihood([0.1, 0.4, 0.9, 0.1]);
  const [, subject] = material.leanings([paint(SKY), paint(HEAD)], 9);
  const [, alike] = likelihood([0.1, 0.4, 0.4, 0.1]).leanings([paint(SKY), paint(HEAD)], 9);
  expect(subject![HAIR]).toBeGreaterThan(0);
  expect(subject![HAIR]).toBeLessThan(alike![HAIR]!);
});

it('leaves plain paper of grey pages to the lines', () => {
  const [ground, subject] = likelihood([0, 0, 0.04, 0.5]).leanings([paint(OTHER), paint(HEAD)], 9);
  expect([ground![HAIR], subject![HAIR], ground![SKY], subject![SKY]]).toEqual([0, 0, 0, 0]);
});

it('gives each region to one of several labels at most, whatever their order', () => {
  const material = likelihood([0, 0.3, 0.5, 0.8]);
  const [, one, two] = material.leanings([paint(SKY), paint(HEAD), paint(OTHER)], 9);
  for (let region = 0; region < 4; region++) expect(one![region]! * two![region]!).toBe(0);
  const [, second, first] = material.leanings([paint(SKY), paint(OTHER), paint(HEAD)], 9);
  expect([first, second]).toEqual([one, two]);
});

it('says nothing where nothing is marked', () => {
  const [ground, subject] = likelihood([0, 0.3, 0.5, 0.8]).leanings([paint(), paint()], 0);
  expect([...ground!, ...subject!]).toEqual(Array.from({ length: 8 }, () => 0));
});
