import type { RasterImage } from '@koma/core/raster';
import { SvelteMap } from 'svelte/reactivity';
import type { Thumbnail } from '#lib/raster/protocol.ts';

/** Small pictures of layers and masks, as the raster worker sends them. */
class Thumbnails {
  readonly #images = new SvelteMap<string, RasterImage>();

  put(list: readonly Thumbnail[]): void {
    for (const { layerId, plane, image } of list) this.#images.set(`${plane}/${layerId}`, image);
  }

  get(layerId: string, plane: 'pixels' | 'mask'): RasterImage | undefined {
    return this.#images.get(`${plane}/${layerId}`);
  }
}

export const thumbnails = new Thumbnails();
