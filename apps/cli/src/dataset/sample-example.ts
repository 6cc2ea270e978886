import { randomStream, sampleCharacter, type Character } from '@koma/character';
import type { Wishes } from '../generate/read-wishes.ts';

/**
 * The character of a seed in a data set: every attribute evenly over its options and its whole range.
 * Framing, too; finishes are those in colour, because line art is there as truth.
 */
export function sampleExample(seed: number, wishes: Wishes): Character {
  return sampleCharacter(seed, {
    spread: 'balanced',
    wishes: {
      framing: randomStream(seed, 'data set framing').pick(['bust', 'full', 'chibi']),
      finish: randomStream(seed, 'data set finish').pick(['cel', 'soft']),
      ...wishes,
    },
  });
}
