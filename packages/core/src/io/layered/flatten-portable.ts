import {
  createImage,
  TILE,
  TileCompositor,
  type CompositeNode,
  type RasterImage,
  type TileReader,
} from '../../raster/index.ts';
import {
  walkNodes,
  type PortableDocument,
  type PortableMask,
  type PortableNode,
} from './portable-document.ts';

/**
 * Everything that shows, as one picture of the canvas's size, straight alpha; drawn by the compositor of
 * the editor, so it is what the editor shows.
 */
export function flattenPortable({ width, height, nodes }: PortableDocument): RasterImage {
  const result = createImage(width, height);
  const compositor = new TileCompositor();
  const reader = readerOf(nodes);
  const stack = nodes.map(compositeNode);
  const tile = new Uint8Array(TILE * TILE * 4);
  for (let ty = 0; ty * TILE < height; ty++) {
    const rows = { from: 0, to: Math.min(TILE, height - ty * TILE) };
    for (let tx = 0; tx * TILE < width; tx++) {
      if (!compositor.composite(stack, tx, ty, reader, tile, rows)) continue;
      const bytes = Math.min(TILE, width - tx * TILE) * 4;
      for (let y = 0; y < rows.to; y++) {
        const at = y * TILE * 4;
        result.data.set(tile.subarray(at, at + bytes), ((ty * TILE + y) * width + tx * TILE) * 4);
      }
    }
  }
  return result;
}

function compositeNode(node: PortableNode): CompositeNode {
  const { id, visible, opacity, blendMode, clip, mask } = node;
  const properties = { id, visible, opacity, blendMode, clip, hasMask: mask?.enabled === true };
  return node.kind === 'group' ? { ...properties, children: node.children.map(compositeNode) } : properties;
}

/** Cuts tiles out of the layers' pictures, each into the same buffer. */
function readerOf(nodes: readonly PortableNode[]): TileReader {
  const byId = new Map(Array.from(walkNodes(nodes), (node) => [node.id, node]));
  const pixels = new Uint8Array(TILE * TILE * 4);
  const coverage = new Uint8Array(TILE * TILE);
  return {
    pixels({ id }, tx, ty) {
      const node = byId.get(id);
      if (node?.kind !== 'layer' || !node.image) return undefined;
      pixels.fill(0);
      return cut(node.image, 4, tx * TILE - node.x, ty * TILE - node.y, pixels) ? pixels : undefined;
    },
    mask({ id }, tx, ty) {
      const { image, x, y, outside } = byId.get(id)!.mask as PortableMask;
      coverage.fill(outside);
      return image && cut(image, 1, tx * TILE - x, ty * TILE - y, coverage) ? coverage : outside;
    },
  };
}

interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * Copies the part of a plane that lies in the tile whose top left corner is at `left`, `top` of it.
 * @returns false if no pixel does
 */
function cut(plane: Plane, channels: 1 | 4, left: number, top: number, tile: Uint8Array): boolean {
  const [fromX, toX] = [Math.max(0, left), Math.min(plane.width, left + TILE)];
  const [fromY, toY] = [Math.max(0, top), Math.min(plane.height, top + TILE)];
  if (fromX >= toX || fromY >= toY) return false;
  for (let y = fromY; y < toY; y++) {
    const row = plane.data.subarray((y * plane.width + fromX) * channels, (y * plane.width + toX) * channels);
    tile.set(row, ((y - top) * TILE + fromX - left) * channels);
  }
  return true;
}
