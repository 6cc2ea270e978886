import type { RasterImage } from '../../raster/index.ts';
import { flattenLayers } from '../flatten.ts';
import { compositor, Maker, noise, rect, type Page } from './page.test-helper.ts';

/** More than the canvas, since what lies off it must survive. Tests only. */
export const AROUND = rect(-30, -30, 100, 90);
const GROUND = noise(AROUND.width, AROUND.height, 99, 255);

/** The picture on an opaque ground: with 8 bits, faint colours on nothing say less than what one sees. Tests only. */
export function seen({ store, page }: Page): RasterImage {
  const ground = new Maker(store).layer('ground', GROUND, {}, AROUND.x, AROUND.y);
  const result = flattenLayers(store, [ground, ...page.layers], AROUND, compositor);
  for (const tile of ground.tiles.values()) store.release(tile);
  return result;
}
