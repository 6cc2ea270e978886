import { expect, test } from 'vitest';
import { parseWish } from './parse-wish.ts';

test.each([
  ['hairColor=pink', 'hairColor', 'pink'],
  ['outfitColor=#3A7BD5', 'outfitColor', '#3a7bd5'],
  ['yaw=-10', 'yaw', -10],
  ['yaw=-0', 'yaw', 0],
  ['yaw=-10..10', 'yaw', { low: -10, high: 10 }],
  ['eyeSize=.9..1.1', 'eyeSize', { low: 0.9, high: 1.1 }],
  ['blush=0..0', 'blush', { low: 0, high: 0 }],
  ['fang=true', 'fang', true],
  ['ribbon=no', 'ribbon', false],
  [' pose = sitting ', 'pose', 'sitting'],
])('%s is understood', (text, name, wish) => {
  expect(parseWish(text.trim())).toEqual({ name, wish });
});

test.each([
  ['hair=pink', 'There is no attribute "hair"'],
  ['hairColor', 'Give "hairColor" a value'],
  ['hairColor=', 'Give "hairColor" a value'],
  ['hairColor=mauve', '"hairColor" is "mauve", but it has to be one of blonde'],
  ['yaw=ten', '"yaw" is "ten", but it has to be a number from -40 to 40.'],
  ['yaw=-50..10', '"yaw" is -50'],
  ['yaw=10..-10', 'yaw=-10..10'],
  ['yaw=..10', '"yaw" is "..10"'],
  ['yaw=Infinity', '"yaw" is "Infinity"'],
  ['fang=1', '"fang" is "1", but it has to be true or false.'],
  ['=3', 'There is no attribute ""'],
])('%s is refused with a sentence', (text, message) => {
  expect(() => parseWish(text)).toThrow(message);
});
