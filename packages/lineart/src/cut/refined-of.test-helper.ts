import type { GreyPlane } from '../page/page-image.ts';
import { refineBand, type RefineBandOptions } from './refine-band.ts';

/** Far beyond any page. */
export const everywhere = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

/** The labels refined from scratch. */
export function refinedOf(grey: GreyPlane, coarse: Uint8Array, options: RefineBandOptions): Uint8Array {
  const refined = new Uint8Array(coarse.length);
  refineBand(grey, coarse, refined, everywhere, options);
  return refined;
}

/** The pixels at which two planes differ. */
export function differences(a: Uint8Array, b: Uint8Array, width: number): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = [];
  for (let i = 0; i < a.length; i++)
    if (a[i] !== b[i]) found.push({ x: i % width, y: Math.floor(i / width) });
  return found;
}
