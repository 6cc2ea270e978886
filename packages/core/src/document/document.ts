import type { ImageOrigin } from '../plugin/index.ts';
import type { RasterImage, Rect } from '../raster/index.ts';

/** A picture in the stack. */
export interface Layer {
  /** Unique in the document, never reused. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** 0-1. */
  readonly opacity: number;
  readonly image: RasterImage;
  /**
   * Where the picture lies, in pixels of the document. Its size may differ from the picture's own: an
   * upscaled layer keeps all its pixels in an unchanged document.
   */
  readonly frame: Rect;
  /** Absent once the pixels are no longer those of a file. */
  readonly origin?: ImageOrigin;
}

/** What is being worked on. Immutable: every edit makes a new one that shares what it did not touch. */
export interface KomaDocument {
  readonly name: string;
  /** Canvas size in pixels. */
  readonly width: number;
  readonly height: number;
  /** From the bottom to the top. */
  readonly layers: readonly Layer[];
}

export type NewLayer = Omit<Layer, 'id'>;

/** A document of one picture's size with that picture in it. */
export function documentFromImage(name: string, image: RasterImage, origin?: ImageOrigin): KomaDocument {
  const { width, height } = image;
  const empty: KomaDocument = { name, width, height, layers: [] };
  return addLayer(empty, {
    name,
    visible: true,
    opacity: 1,
    image,
    frame: { x: 0, y: 0, width, height },
    ...(origin ? { origin } : {}),
  });
}

/** Puts a layer directly above another, or on top. */
export function addLayer(document: KomaDocument, layer: NewLayer, aboveId?: string): KomaDocument {
  const index = document.layers.findIndex(({ id }) => id === aboveId);
  const layers = [...document.layers];
  layers.splice(index < 0 ? layers.length : index + 1, 0, { ...layer, id: crypto.randomUUID() });
  return { ...document, layers };
}

/** Changes some properties of a layer; an unknown id changes nothing. */
export function updateLayer(document: KomaDocument, id: string, change: Partial<NewLayer>): KomaDocument {
  if (!findLayer(document, id)) return document;
  return {
    ...document,
    layers: document.layers.map((layer) => (layer.id === id ? { ...layer, ...change } : layer)),
  };
}

export function removeLayer(document: KomaDocument, id: string): KomaDocument {
  if (!findLayer(document, id)) return document;
  return { ...document, layers: document.layers.filter((layer) => layer.id !== id) };
}

/** Moves a layer to an index counted from the bottom, clamped to the stack. */
export function moveLayer(document: KomaDocument, id: string, index: number): KomaDocument {
  const layer = findLayer(document, id);
  if (!layer) return document;
  const layers = document.layers.filter((other) => other !== layer);
  layers.splice(Math.max(0, Math.min(layers.length, index)), 0, layer);
  return { ...document, layers };
}

/**
 * Gives the canvas another size and stretches every layer's frame with it. No pixel is touched:
 * layers are resampled when they are shown or exported.
 */
export function resizeDocument(document: KomaDocument, width: number, height: number): KomaDocument {
  const [sx, sy] = [width / document.width, height / document.height];
  const layers = document.layers.map((layer) => {
    const left = Math.round(layer.frame.x * sx);
    const top = Math.round(layer.frame.y * sy);
    const right = Math.round((layer.frame.x + layer.frame.width) * sx);
    const bottom = Math.round((layer.frame.y + layer.frame.height) * sy);
    return {
      ...layer,
      frame: { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) },
    };
  });
  return { ...document, width, height, layers };
}

export function findLayer(document: KomaDocument, id: string | undefined): Layer | undefined {
  return document.layers.find((layer) => layer.id === id);
}
