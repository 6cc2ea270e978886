import { expect, test } from 'vitest';
import { renderPair } from './render-pair.ts';
import { renderSeed } from './render-seed.ts';
import { samplePair } from './sample-pair.ts';

test('a seed is its pair, rendered', () => {
  const pair = samplePair(12);
  expect(renderSeed(12, 32)).toEqual({ mode: pair.mode, record: renderPair(pair, 32) });
});
