import { layerFrame, onCanvas, type KomaDocument, type LayerMask, type LayerNode } from '@koma/core/document';
import { tileBounds } from '@koma/core/raster';
import type { DocumentInfo, LayerInfo } from './protocol.ts';

const known = new WeakMap<LayerNode, { canvas: string; info: LayerInfo }>();

/** What the page is told of a document. */
export function documentInfo(document: KomaDocument): DocumentInfo {
  const { id, name, width, height, dpi, selectionMade } = document;
  const selection = document.selection && tileBounds(document.selection);
  return {
    id,
    name,
    width,
    height,
    dpi,
    layers: document.layers.map((layer) => layerInfo(document, layer)),
    ...(selection ? { selection: onCanvas(selection, document) } : {}),
    ...(selectionMade ? { selectionMade } : {}),
  };
}

function layerInfo(document: KomaDocument, layer: LayerNode): LayerInfo {
  const canvas = `${document.width}x${document.height}`;
  const before = known.get(layer);
  if (before?.canvas === canvas) return before.info;
  const { id, kind, name, visible, opacity, blendMode, clip, locked, alphaLocked, colourTag } = layer;
  const raster = layer.kind === 'raster' ? layer : undefined;
  const frame = raster
    ? layerFrame(document, raster)
    : { x: 0, y: 0, width: document.width, height: document.height };
  const info: LayerInfo = {
    id,
    kind,
    name,
    visible,
    opacity,
    blendMode,
    clip,
    locked,
    alphaLocked,
    colourTag,
    ...(layer.mask ? { mask: maskInfo(layer.mask) } : {}),
    role: raster?.role ?? 'none',
    reference: raster?.reference ?? false,
    colourMode: raster?.colourMode ?? 'colour',
    ...(layer.generated ? { generated: layer.generated } : {}),
    ...(layer.part ? { part: layer.part } : {}),
    ...(raster?.recipe ? { recipe: raster.recipe } : {}),
    ...(raster?.origin ? { origin: raster.origin } : {}),
    pixelWidth: raster?.original?.picture.width ?? frame.width,
    pixelHeight: raster?.original?.picture.height ?? frame.height,
    frame,
    empty: raster ? raster.tiles.size === 0 : false,
    children: layer.kind === 'group' ? layer.children.map((child) => layerInfo(document, child)) : [],
    expanded: layer.kind === 'group' ? layer.expanded : false,
  };
  known.set(layer, { canvas, info });
  return info;
}

function maskInfo({ enabled, recipe }: LayerMask): NonNullable<LayerInfo['mask']> {
  return { enabled, ...(recipe ? { recipe } : {}) };
}
