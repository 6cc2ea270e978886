import { expect, test } from 'vitest';
import { randomStream } from '../../random/random-stream.ts';
import { stories } from '../stories.ts';
import { breakLines } from './break-lines.ts';
import { letterLine, lineWidth } from './letter-line.ts';
import { canLetter } from './stroke-font.ts';

test('the font has every letter that the stories use', () => {
  for (const { beats, slots } of stories) {
    for (const word of Object.values(slots).flat()) expect(word).toSatisfy(canLetter);
    for (const { lines, sounds = [] } of beats)
      for (const text of [...lines.flatMap(({ say }) => say), ...sounds])
        expect(text.replace(/\{\w+\}/g, '')).toSatisfy(canLetter);
  }
  expect('lower case').not.toSatisfy(canLetter);
});

test('letters stay within the width of their line', () => {
  const text = 'THE QUICK BROWN FOX?! "JUMPS", 1234567890';
  const numbers = letterLine(text, [0, 0], { size: 20, pen: 3, slant: 0 }, randomStream(1, 'test'))
    .match(/-?[\d.]+/g)!
    .map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  expect(Math.min(...xs)).toBeGreaterThan(-4);
  expect(Math.max(...xs)).toBeLessThan(lineWidth(text, 20) + 4);
});

test('breaking keeps the words in their order, and the middle lines are the longest', () => {
  const text = 'I THOUGHT THAT YOU WOULD NEVER EVER ASK ME THIS QUESTION';
  for (let count = 1; count <= 6; count++) {
    const lines = breakLines(text, count, 20);
    expect(lines).toHaveLength(count);
    expect(lines.join(' ')).toBe(text);
  }
  const [first, middle, last] = breakLines(text, 3, 20).map((line) => lineWidth(line, 20));
  expect(middle).toBeGreaterThan(Math.min(first!, last!));
  expect(breakLines('NO.', 4, 20)).toEqual(['NO.']);
});
