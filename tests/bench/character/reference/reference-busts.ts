import { createHash } from 'node:crypto';
import { catalogue, sampleCharacter, type Character } from '@koma/character';
import { bustSvg, pixelsOf } from '../render-bust.ts';

/** How many pictures the reference boxes are of. */
export const REFERENCE_COUNT = 300;

/** Where their seeds begin; no other row draws these. */
const SEED = 700_000;

/** A picture that references have looked at: every expression, turned by at most 30°, all else natural. */
export function referenceBust(index: number): Character {
  const { options } = catalogue.expression;
  return sampleCharacter(SEED + index, {
    wishes: { expression: options[index % options.length]!, yaw: { low: -30, high: 30 } },
  });
}

/** Its opaque pixels, {@link SIZE} a side. */
export function referencePixels(index: number): Buffer {
  return pixelsOf(bustSvg(referenceBust(index)));
}

/** A short name of a picture: the same pixels, the same name. */
export function nameOfPixels(pixels: Uint8Array): string {
  return createHash('sha256').update(pixels).digest('hex').slice(0, 8);
}
