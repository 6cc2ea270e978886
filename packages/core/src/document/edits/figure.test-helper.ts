import assert from 'node:assert/strict';
import type { RasterLayer } from '../document.ts';
import { difference, image, noise, Page, rect } from './page.test-helper.ts';

const clip = { clip: true };

/** `paper skin ^blush ^freckles figure[flats shade[soft]] ink`, all with pixels. Tests only. */
export const studio = (properties: Record<string, Partial<RasterLayer>> = {}) =>
  new Page(40, 30, (make) => {
    const layer = (name: string, seed: number, rest: Partial<RasterLayer> = {}) =>
      make.layer(name, noise(25, 20, seed), { ...rest, ...properties[name] }, seed * 2, seed);
    return [
      make.layer('paper', image(40, 30, [250, 250, 240, 255]), properties['paper']),
      layer('skin', 1, { mask: make.mask(rect(0, 0, 30, 30), () => 180) }),
      layer('blush', 2, clip),
      layer('freckles', 3, clip),
      make.group('figure', [layer('flats', 4), make.group('shade', [layer('soft', 5)])]),
      layer('ink', 6),
    ];
  });

/** Does something that must not change what the picture looks like. Tests only. */
export function unseen<T>(page: Page, work: Parameters<Page['editOnce']>[0]): T {
  const before = page.flat();
  const result = page.editOnce(work);
  assert.equal(difference(page.flat(), before), 0, 'the picture has changed');
  return result as T;
}
