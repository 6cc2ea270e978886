import { expect, it } from 'vitest';
import { plane, rowsOf } from '../picture.test-helper.ts';
import { padded } from './padded.ts';

it('repeats the outermost pixels, corners too', () => {
  const { data, width, height } = plane('#..', '..#');
  expect(rowsOf(padded(data, width, height), width + 2)).toEqual(['##...', '##...', '...##', '...##']);
});

it('works for one pixel', () => {
  expect(rowsOf(padded(Uint8Array.of(1), 1, 1), 3)).toEqual(['###', '###', '###']);
});
