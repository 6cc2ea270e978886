import {
  emptyDocument,
  fittingMode,
  storePicture,
  type KomaDocument,
  type LayerMask,
  type LayerNode,
  type StoredPicture,
} from '../../document/index.ts';
import {
  coverageFromPlane,
  pixelsFromImage,
  type RasterImage,
  type TileMap,
  type TileStore,
} from '../../raster/index.ts';
import type { PortableDocument, PortableLayer, PortableMask, PortableNode } from '../layered/index.ts';

/** Keeps track of tiles that are made until all are. */
interface Making {
  readonly store: TileStore;
  readonly made: TileMap[];
}

/**
 * A document with tiles, from one as files hold it, with an id of its own. Colour modes that do not allow
 * what a layer holds are widened.
 * @returns the caller owns a reference to every tile; where this throws, no tile is left
 */
export function fromPortable(store: TileStore, portable: PortableDocument): KomaDocument {
  const { name, width, height, dpi, nodes } = portable;
  const making: Making = { store, made: [] };
  try {
    const kept = new Map<string, StoredPicture>();
    for (const [key, { image, origin }] of portable.kept ?? [])
      kept.set(key, { ...pictureFrom(making, image), ...(origin ? { origin } : {}) });
    const layers = nodes.map((node) => fromNode(making, node));
    return { ...emptyDocument(name, width, height, dpi), layers, kept };
  } catch (error) {
    for (const tiles of making.made) for (const tile of tiles.values()) store.release(tile);
    throw error;
  }
}

function fromNode(making: Making, node: PortableNode): LayerNode {
  const { id, name, visible, opacity, clip, locked, alphaLocked, colourTag } = node;
  const { generated, part } = node;
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
  const mask = node.mask && { mask: fromMask(making, node.mask) };
  if (node.kind === 'layer') return { ...common, ...mask, ...fromLayer(making, node) };
  const children = node.children.map((child) => fromNode(making, child));
  const { blendMode, expanded } = node;
  return { ...common, ...mask, kind: 'group', blendMode, expanded, children };
}

function fromLayer(making: Making, node: PortableLayer) {
  const { image, x, y, blendMode, role, reference = false, recipe, origin, original } = node;
  // A picture of a file or an operation is one picture; drawn layers are as large as the canvas.
  const isPicture = image && (recipe ?? origin ?? original);
  return {
    kind: 'raster',
    blendMode,
    role,
    reference,
    colourMode: image ? fittingMode(image.data, node.colourMode) : node.colourMode,
    tiles: image ? keepTrack(making, pixelsFromImage(making.store, image, x, y)) : new Map(),
    ...(isPicture ? { frame: { x, y, width: image.width, height: image.height } } : {}),
    recipe,
    origin,
    original: original && { picture: pictureFrom(making, original.image), frame: original.frame },
  } as const;
}

function fromMask(making: Making, { image, x, y, enabled, outside, recipe }: PortableMask): LayerMask {
  const made = recipe ? { recipe } : {};
  if (!image) return { tiles: new Map(), enabled, outside, ...made };
  const rect = { x, y, width: image.width, height: image.height };
  return {
    tiles: keepTrack(making, coverageFromPlane(making.store, image.data, rect, outside)),
    enabled,
    outside,
    ...made,
  };
}

function pictureFrom(making: Making, image: RasterImage): StoredPicture {
  const picture = storePicture(making.store, image);
  keepTrack(making, picture.tiles);
  return picture;
}

function keepTrack(making: Making, tiles: TileMap): TileMap {
  making.made.push(tiles);
  return tiles;
}
