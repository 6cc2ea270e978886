import type { DirtyTiles } from '@koma/core/document';
import { TileStore, type RasterImage, type TileSpill } from '@koma/core/raster';
import { RasterEngine, type EngineEvents } from '../../../../apps/editor/src/lib/raster/raster-engine.ts';
import { drawLayer, HEIGHT, LAYER_PLANS, WIDTH } from './layer-pictures.ts';

/** Where the engine's events go; may be changed at any time. */
export interface EventTarget {
  events: EngineEvents | undefined;
}

/** The engine with the measured document open, made step by step as a person would. */
export interface BenchDocument {
  readonly engine: RasterEngine;
  readonly target: EventTarget;
  /** From the bottom to the top. */
  readonly layerIds: readonly string[];
}

/** An engine with nothing open, whose events can be listened to later. */
export function makeEngine(spill?: TileSpill): { engine: RasterEngine; target: EventTarget } {
  const target: EventTarget = { events: undefined };
  const store = new TileStore({ shared: crossOriginIsolated, ...(spill ? { spill } : {}) });
  const engine = new RasterEngine(store, {
    changed: (dirty: DirtyTiles) => target.events?.changed(dirty),
    painting: (session, rows) => target.events?.painting(session, rows),
  });
  return { engine, target };
}

/** The document of ten full layers in mixed blend modes. */
export function makeBenchDocument(spill?: TileSpill): BenchDocument {
  const { engine, target } = makeEngine(spill);
  const layerIds: string[] = [];
  LAYER_PLANS.forEach(({ name, blendMode, opacity }, index) => {
    const image = drawLayer(index).getContext('2d')!.getImageData(0, 0, WIDTH, HEIGHT) as RasterImage;
    const id =
      index === 0
        ? engine.openImage(name, image, ORIGIN)
        : engine.addImage(name, image, undefined, layerIds.at(-1));
    engine.edit({
      type: 'set-layers',
      ids: [id],
      change: { blendMode, opacity },
      label: 'history.blendMode',
    });
    layerIds.push(id);
  });
  return { engine, target, layerIds };
}

const ORIGIN = { format: 'png', lossless: true } as const;
