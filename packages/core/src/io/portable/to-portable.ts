import {
  flattenDocument,
  readPicture,
  type KomaDocument,
  type LayerNode,
  type LayerMask,
  type RasterLayer,
} from '../../document/index.ts';
import {
  pixelBounds,
  readCoverage,
  readPixels,
  tileBounds,
  type Rect,
  type TileCompositor,
  type TileStore,
} from '../../raster/index.ts';
import type { PortableDocument, PortableMask, PortableNode } from '../layered/index.ts';

/**
 * A document as files hold it: pictures instead of tiles, each the caller's own. The selection and the
 * document's id are not part of files.
 * @param compositor flattens the document; without one `composite` is left out
 */
export function toPortable(
  store: TileStore,
  document: KomaDocument,
  compositor?: TileCompositor,
): PortableDocument {
  const { name, width, height, dpi } = document;
  const kept = [...document.kept].map(([key, picture]) => {
    const image = readPicture(store, picture);
    return [key, { image, ...(picture.origin ? { origin: picture.origin } : {}) }] as const;
  });
  return {
    name,
    width,
    height,
    dpi,
    nodes: document.layers.map((layer) => toNode(store, layer)),
    kept: new Map(kept),
    ...(compositor ? { composite: flattenDocument(store, document, compositor) } : {}),
  };
}

function toNode(store: TileStore, layer: LayerNode): PortableNode {
  const { id, name, visible, opacity, clip, locked, alphaLocked, colourTag } = layer;
  const { generated, part } = layer;
  const common = {
    id,
    name,
    visible,
    opacity,
    clip,
    locked,
    alphaLocked,
    colourTag,
    ...(generated ? { generated } : {}),
    ...(part ? { part } : {}),
  };
  const mask = layer.mask && { mask: toMask(store, layer.mask) };
  if (layer.kind === 'group') {
    const children = layer.children.map((child) => toNode(store, child));
    return {
      ...common,
      ...mask,
      kind: 'group',
      blendMode: layer.blendMode,
      expanded: layer.expanded,
      children,
    };
  }
  const rect = pictureRect(store, layer);
  return {
    ...common,
    ...mask,
    kind: 'layer',
    blendMode: layer.blendMode,
    role: layer.role,
    reference: layer.reference,
    colourMode: layer.colourMode,
    image: rect && readPixels(store, layer.tiles, rect),
    x: rect?.x ?? 0,
    y: rect?.y ?? 0,
    recipe: layer.recipe,
    origin: layer.origin,
    original: layer.original && {
      image: readPicture(store, layer.original.picture),
      frame: layer.original.frame,
    },
  };
}

/** The layer's frame, transparent edges included; where pixels lie beyond it, or without one, their bounds. */
function pictureRect(store: TileStore, { tiles, frame }: RasterLayer): Rect | undefined {
  const bounds = pixelBounds(store, tiles);
  if (!bounds || !frame) return frame ?? bounds;
  const isInside =
    bounds.x >= frame.x &&
    bounds.y >= frame.y &&
    bounds.x + bounds.width <= frame.x + frame.width &&
    bounds.y + bounds.height <= frame.y + frame.height;
  return isInside ? frame : bounds;
}

function toMask(store: TileStore, mask: LayerMask): PortableMask {
  const bounds = tileBounds(mask.tiles);
  const { enabled, outside } = mask;
  const made = mask.recipe ? { recipe: mask.recipe } : {};
  if (!bounds) return { image: undefined, x: 0, y: 0, enabled, outside, ...made };
  const { x, y, width, height } = bounds;
  const data = readCoverage(store, mask.tiles, bounds, outside);
  return { image: { width, height, data }, x, y, enabled, outside, ...made };
}
