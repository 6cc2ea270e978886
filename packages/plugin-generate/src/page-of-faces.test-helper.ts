import { createImage, resizeImage, type RasterImage } from '@koma/core/raster';
import { drawOptions } from './draw-options.ts';
import { drawSvg } from './node-svg.test-helper.ts';
import { sampleOptions } from './sample-options.ts';

/** What the detector was trained to find. */
const frontal = {
  expression: 'smile',
  finish: 'cel',
  skinColor: 'fair',
  background: 'plain',
  backgroundColor: 'dusk',
  backHair: 'long',
  fringe: 'full',
  hat: 'none',
  glasses: 'none',
  yaw: 0,
  pitch: 0,
  roll: 0,
};

/** A bust that looks ahead. Tests only. */
export const frontalOptions = (seed: number, wishes = {}) => sampleOptions(seed, { ...frontal, ...wishes });

/** Where a picture of a bust is pasted: its upper left corner and its side, pixels. */
export interface Pasted {
  readonly seed: number;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** A white page with busts on it. Tests only. */
export async function pageOfFaces(
  width: number,
  height: number,
  busts: readonly Pasted[],
): Promise<RasterImage> {
  const page = createImage(width, height);
  page.data.fill(255);
  for (const { seed, x, y, side } of busts) {
    const drawn = await drawOptions({ options: frontalOptions(seed), size: Math.min(512, side) }, drawSvg);
    const bust = resizeImage(drawn, side, side);
    for (let row = 0; row < side; row++)
      page.data.set(bust.data.subarray(row * side * 4, (row + 1) * side * 4), ((y + row) * width + x) * 4);
  }
  return page;
}
