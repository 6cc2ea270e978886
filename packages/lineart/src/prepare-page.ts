import type { PageImage } from './page/page-image.ts';
import type { PreparedPage, PreparePageOptions } from './page/prepared-page.ts';
import { readPage } from './page/read-page.ts';
import { buildRegions } from './regions/build-regions.ts';
import { part } from './steps.ts';

/**
 * Cuts a page into regions along its lines: {@link readPage}, then {@link buildRegions}. Who wants a quick answer
 * first calls the two, and builds the regions of one reading twice.
 * Yields the fraction done, 0 to 1, often enough that whoever drives it can stop or do other things.
 * @throws RangeError if the image has no pixels, or fewer bytes than its size says
 */
export function* preparePage(
  image: PageImage,
  options: PreparePageOptions = {},
): Generator<number, PreparedPage, undefined> {
  const reading = yield* part(readPage(image, options), 0, 0.4);
  return yield* part(buildRegions(reading, options), 0.4, 1);
}
