import { randomStream } from '../random/random-stream.ts';

/** The splits of a data set. */
export type Split = 'train' | 'val' | 'test';

/**
 * The split that a seed belongs to, whatever the data set's size: 80 % train, 10 % val, 10 % test, by a hash
 * of the seed. Pictures never move from one to another.
 */
export function splitOfSeed(seed: number): Split {
  const at = randomStream(seed, 'split').next();
  return at < 0.8 ? 'train' : at < 0.9 ? 'val' : 'test';
}
