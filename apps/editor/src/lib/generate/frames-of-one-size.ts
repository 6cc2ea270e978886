import type { RasterImage } from '@koma/core/raster';
import { commonCanvas, placeOn } from './place-on.ts';

/**
 * Frames of one size, on which both ends have room as they are: where a bust becomes a whole figure, the shapes of the
 * pictures differ, and an animation must not jump. Ends of one shape are exactly the end pictures; others are exactly
 * these, in the middle, with nothing around them. What is in between is made smaller only where it has no room.
 * @param draw the picture at 0-1; each is the caller's own
 * @returns gives the frame at 0-1; both ends are drawn already, once each
 * @throws what `draw` throws
 */
export async function framesOfOneSize(
  draw: (t: number) => Promise<RasterImage>,
): Promise<(t: number) => Promise<RasterImage>> {
  const [first, last] = [await draw(0), await draw(1)];
  const canvas = commonCanvas([first, last]);
  // Given away with the frame: an end that is asked for again is drawn again.
  const ends = new Map([
    [0, first],
    [1, last],
  ]);
  return async (t) => {
    const drawn = ends.get(t) ?? (await draw(t));
    ends.delete(t);
    return placeOn(drawn, canvas);
  };
}
