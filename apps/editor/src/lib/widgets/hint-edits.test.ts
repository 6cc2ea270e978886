import { parseHints } from '@koma/core/plugin';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addHint, changeHint, maxRadius, removeHint, startRadius, type Hints } from './hint-edits.ts';

const picture = { width: 100, height: 60 };
const red = { x: 10.5, y: 20.5, radius: 3, color: '#ff0000' };
const blue = { ...red, x: 50.5, color: '#0000ff' };

it('a point is added in the middle of its pixel, and stays in the picture', () => {
  expect(addHint([red], { ...blue, x: 50.9 }, picture)).toEqual([red, blue]);
  expect(addHint([], { ...red, x: -5, y: 900 }, picture)).toEqual([{ ...red, x: 0.5, y: 59.5 }]);
});

it('a point is moved, recoloured and resized as far as the picture goes', () => {
  expect(changeHint([red, blue], 1, { x: 99.2, y: 0 }, picture)[1]).toEqual({ ...blue, x: 99.5, y: 0.5 });
  expect(changeHint([red], 0, { color: '#123456' }, picture)[0]!.color).toBe('#123456');
  expect(changeHint([red], 0, { radius: 900 }, picture)[0]!.radius).toBe(maxRadius(picture));
  expect(changeHint([red], 0, { radius: -2 }, picture)[0]!.radius).toBe(1);
});

it('a point is removed, and nothing is where there is none', () => {
  const hints = [red, blue];
  expect(removeHint(hints, 0)).toEqual([blue]);
  for (const index of [-1, 2, 0.5]) {
    expect(removeHint(hints, index)).toBe(hints);
    expect(changeHint(hints, index, { radius: 9 }, picture)).toBe(hints);
  }
});

it('whatever is done with points, an operation takes them', () => {
  const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });
  const edit = fc.record({ index: fc.nat(6), x: number, y: number, radius: number, kind: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      let hints: Hints = [];
      for (const { kind, index, ...place } of edits) {
        if (kind === 0) hints = addHint(hints, { ...place, color: '#abcdef' }, picture);
        else if (kind === 1) hints = changeHint(hints, index, place, picture);
        else hints = removeHint(hints, index);
      }
      expect(parseHints({ hints })).toEqual({ hints });
      for (const { x, y } of hints) expect(x > 0 && x < 100 && y > 0 && y < 60).toBe(true);
    }),
  );
});

it('new points are small parts of the picture, and never nothing', () => {
  expect(startRadius({ width: 1600, height: 900 })).toBe(20);
  expect(startRadius({ width: 3, height: 3 })).toBe(2);
});
