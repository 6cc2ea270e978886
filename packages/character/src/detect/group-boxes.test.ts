import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBoxes } from './group-boxes.ts';

const box = (x: number, y: number, size: number) => ({ x, y, width: size, height: size });
const near = (count: number, x = 50) => Array.from({ length: count }, (_, i) => box(x + (i % 3), 60, 40));

test('similar boxes become their mean, if there are enough of them', () => {
  expect(groupBoxes(near(6), 5, 0.2)).toEqual([{ ...box(51, 60, 40), weight: 6 }]);
  expect(groupBoxes(near(5), 5, 0.2)).toEqual([]);
});

test('boxes apart are faces of their own', () => {
  expect(groupBoxes([...near(6), ...near(7, 150)], 5, 0.2)).toHaveLength(2);
});

test('boxes are similar through others between them', () => {
  const chain = Array.from({ length: 8 }, (_, i) => box(50 + i * 7, 60, 40));
  expect(groupBoxes(chain, 5, 0.2)).toHaveLength(1);
});

test('a box inside one that more windows found is dropped', () => {
  const large = Array.from({ length: 12 }, () => box(40, 40, 80));
  const small = Array.from({ length: 6 }, () => box(60, 60, 30));
  expect(groupBoxes([...small, ...large], 5, 0.2)).toEqual([{ ...box(40, 40, 80), weight: 12 }]);
});

test('who is in a group does not depend on the order of boxes', () => {
  const some = fc.record({
    x: fc.integer({ min: 0, max: 120 }),
    y: fc.integer({ min: 0, max: 60 }),
    size: fc.integer({ min: 20, max: 60 }),
  });
  const boxes = fc.array(some, { maxLength: 40 }).chain((list) =>
    fc.record({
      list: fc.constant(list.map(({ x, y, size }) => box(x, y, size))),
      order: fc.shuffledSubarray(
        list.map((_, i) => i),
        { minLength: list.length },
      ),
    }),
  );
  const sorted = (list: ReturnType<typeof groupBoxes>): string[] =>
    list.map((each) => JSON.stringify(each)).toSorted();
  fc.assert(
    fc.property(boxes, ({ list, order }) => {
      const shuffled = order.map((i) => list[i]!);
      expect(sorted(groupBoxes(shuffled, 1, 0.2))).toEqual(sorted(groupBoxes(list, 1, 0.2)));
    }),
  );
});
