import { expect, it } from 'vitest';
import { multiplyAlpha } from './multiply-alpha.ts';

it('multiplies alpha, to the nearest level, and nothing else', () => {
  for (const make of [Uint8Array, Uint8ClampedArray])
    for (let alpha = 0; alpha < 256; alpha += 15)
      for (let coverage = 0; coverage < 256; coverage += 5) {
        const pixels = make.of(1, 2, 3, alpha);
        multiplyAlpha(pixels, Uint8Array.of(coverage));
        expect([...pixels]).toEqual([1, 2, 3, Math.round((alpha * coverage) / 255)]);
      }
});

it('takes one coverage for all pixels', () => {
  const pixels = Uint8Array.of(1, 2, 3, 200, 4, 5, 6, 100);
  multiplyAlpha(pixels, 128);
  expect([...pixels]).toEqual([1, 2, 3, 100, 4, 5, 6, 50]);
});
