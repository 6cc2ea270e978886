import { walkLayers, type KomaDocument } from '@koma/core/document';
import type { TileMap, TileStore } from '@koma/core/raster';
import { maskThumbnail, pixelsThumbnail } from './make-thumbnail.ts';
import type { Thumbnail } from './protocol.ts';

/** Wait after the last change, milliseconds: nobody looks at thumbnails while drawing. */
const DELAY = 120;

/** Makes thumbnails of what has changed, when there is time. */
export class ThumbnailMaker {
  readonly #store: TileStore;
  readonly #send: (thumbnails: readonly Thumbnail[]) => void;
  /** The tiles of the last thumbnail, by plane and layer; tile maps are immutable. */
  #made = new Map<string, { tiles: TileMap; canvas: string }>();
  #document: KomaDocument | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: TileStore, send: (thumbnails: readonly Thumbnail[]) => void) {
    this.#store = store;
    this.#send = send;
  }

  update(document: KomaDocument | undefined): void {
    this.#document = document;
    clearTimeout(this.#timer);
    if (document) this.#timer = setTimeout(() => this.#make(), DELAY);
  }

  #make(): void {
    const document = this.#document;
    if (!document) return;
    const canvas = `${document.width}x${document.height}`;
    const made = new Map<string, { tiles: TileMap; canvas: string }>();
    const thumbnails: Thumbnail[] = [];
    for (const layer of walkLayers(document.layers)) {
      const planes = [
        ['pixels', layer.kind === 'raster' ? layer.tiles : undefined],
        ['mask', layer.mask?.tiles],
      ] as const;
      for (const [plane, tiles] of planes) {
        if (!tiles) continue;
        const key = `${plane}/${layer.id}`;
        made.set(key, { tiles, canvas });
        const before = this.#made.get(key);
        if (before?.tiles === tiles && before.canvas === canvas) continue;
        const image =
          plane === 'mask'
            ? maskThumbnail(this.#store, tiles, layer.mask!.outside, document)
            : pixelsThumbnail(this.#store, tiles, document);
        thumbnails.push({ layerId: layer.id, plane, image });
      }
    }
    this.#made = made;
    if (thumbnails.length > 0) this.#send(thumbnails);
  }
}
