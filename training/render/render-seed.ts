import { renderPair } from './render-pair.ts';
import { samplePair, type PairMode } from './sample-pair.ts';

/** The record of a seed: the same bytes wherever and whenever it is rendered. */
export function renderSeed(seed: number, size: number): { mode: PairMode; record: Uint8Array } {
  const pair = samplePair(seed);
  return { mode: pair.mode, record: renderPair(pair, size) };
}
