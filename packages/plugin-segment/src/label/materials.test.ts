import { expect, it } from 'vitest';
import { Feature, FEATURES } from '@koma/lineart';
import { Materials } from './materials.ts';

function materials(
  values: readonly Partial<Record<keyof typeof Feature, number>>[],
  colour = false,
): Materials {
  const features = new Float32Array(values.length * FEATURES);
  values.forEach((own, region) => {
    for (const [name, value] of Object.entries(own))
      features[region * FEATURES + Feature[name as keyof typeof Feature]] = value;
  });
  return new Materials({ count: values.length, features }, colour);
}

it('finds a region the more like, the less its tone differs', () => {
  const grey = materials([{ darkness: 0.5 }, { darkness: 0.5 }, { darkness: 0.6 }, { darkness: 0.9 }]);
  const [own, same, near, far] = grey.likenessTo(new Map([[0, 9]]));
  expect([own, same]).toEqual([1, 1]);
  expect(near).toBeGreaterThan(0.5);
  expect(near).toBeLessThan(1);
  expect(far).toBeLessThan(0.05);
});

it('tells a tone from a plain grey that is as dark', () => {
  const pages = materials([
    { darkness: 0.3, energy: 0.3 },
    { darkness: 0.3, energy: 0 },
  ]);
  expect(pages.likenessTo(new Map([[0, 9]]))[1]).toBeLessThan(0.01);
});

it('goes by colours where there are any, and not by how dark they are alone', () => {
  const values = [
    { lightness: 60, greenRed: 50, darkness: 0.4 },
    { lightness: 60, greenRed: -50, darkness: 0.4 },
  ];
  expect(materials(values, true).likenessTo(new Map([[0, 9]]))[1]).toBeLessThan(0.01);
  expect(materials(values).likenessTo(new Map([[0, 9]]))[1]).toBe(1);
});

it('takes the nearest of several materials, and of very many those with the most paint', () => {
  const values = Array.from({ length: 40 }, (_, i) => ({ lightness: 2.5 * i, greenRed: 60 * (i % 3) }));
  const many = materials(values, true);
  const two = many.likenessTo(
    new Map([
      [0, 1],
      [39, 1],
    ]),
  );
  expect([two[0], two[39]]).toEqual([1, 1]);
  expect(two[20]).toBeLessThan(0.01);
  const all = many.likenessTo(new Map(values.map((_, i) => [i, i + 1])));
  expect(all[39]).toBe(1);
  expect(all[0]).toBeLessThan(0.1);
});

it('finds nothing like nothing', () => {
  expect([...materials([{}, {}]).likenessTo(new Map())]).toEqual([0, 0]);
});

it('knows plain paper, which is like nothing, on grey pages alone', () => {
  const values = [{ darkness: 0.02 }, { darkness: 0.02 }, { darkness: 0.3 }];
  const grey = materials(values);
  expect([grey.isPlain(0), grey.isPlain(2), materials(values, true).isPlain(0)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(grey.likenessTo(new Map([[0, 9]]))[1]).toBe(0);
});
