import { expect, test } from 'vitest';
import { sampleCharacter } from '../src/index.ts';
import { drawingProblems } from './drawing-problems.ts';

/** A hundredth of what tools/check-seeds.ts draws. */
const COUNT = 200;

test.each(['bust', 'full', 'chibi'] as const)(
  'drawings of many seeds have only whole paths: %s',
  (framing) => {
    for (let seed = 0; seed < COUNT / 2; seed++)
      expect(
        drawingProblems(sampleCharacter(seed, { spread: 'balanced', wishes: { framing } })),
        `seed ${seed}`,
      ).toEqual([]);
  },
);
