import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addUndone, applySymmetry, ttaSymmetries } from './dihedral.ts';

const side = fc.integer({ min: 1, max: 7 });
const counting = (length: number) => Float32Array.from({ length }, (_, i) => i + 1);

it('lists 1, 2, 4 or 8 symmetries, the identity first', () => {
  expect(ttaSymmetries(0)).toEqual([0]);
  expect(ttaSymmetries(2)).toEqual([0, 1]);
  expect(ttaSymmetries(4)).toEqual([0, 1, 2, 3]);
  expect(ttaSymmetries(8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('undoes what it did, adding to what is there', () => {
  fc.assert(
    fc.property(
      side,
      side,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 7 }),
      (width, height, planes, symmetry) => {
        const source = counting(planes * width * height);
        const turned = applySymmetry(source, planes, width, height, symmetry);
        expect(Float32Array.from(turned).sort()).toEqual(source);
        const sum = new Float32Array(source.length).fill(1000);
        addUndone(turned, sum, planes, width, height, symmetry);
        expect(sum).toEqual(source.map((value) => value + 1000));
      },
    ),
  );
});

it('turns a picture in eight different ways', () => {
  const source = counting(9);
  const turned = ttaSymmetries(8).map((symmetry) => applySymmetry(source, 1, 3, 3, symmetry).join());
  expect(new Set(turned).size).toBe(8);
  expect(turned[0]).toBe(source.join());
});

it('mirrors, flips and transposes as its bits say', () => {
  // 1 2 3
  // 4 5 6
  const source = counting(6);
  expect([...applySymmetry(source, 1, 3, 2, 1)]).toEqual([3, 2, 1, 6, 5, 4]);
  expect([...applySymmetry(source, 1, 3, 2, 2)]).toEqual([4, 5, 6, 1, 2, 3]);
  expect([...applySymmetry(source, 1, 3, 2, 4)]).toEqual([1, 4, 2, 5, 3, 6]);
  // A quarter turn: mirrored, then transposed.
  expect([...applySymmetry(source, 1, 3, 2, 5)]).toEqual([3, 6, 2, 5, 1, 4]);
});

it('keeps planes apart', () => {
  const source = counting(12);
  const both = applySymmetry(source, 2, 3, 2, 6);
  expect(both.subarray(0, 6)).toEqual(applySymmetry(source.subarray(0, 6), 1, 3, 2, 6));
  expect(both.subarray(6)).toEqual(applySymmetry(source.subarray(6), 1, 3, 2, 6));
});
