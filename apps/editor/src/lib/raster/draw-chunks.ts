import { TILE, type Rect } from '@koma/core/raster';
import { CHUNK_TILES } from './chunk-cache.ts';
import type { TilePlace, TileRange } from './tile-range.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Canvases of a level by their place in chunks. */
export interface ChunkSource {
  get(cx: number, cy: number): { readonly canvas: OffscreenCanvas } | undefined;
}

/** How a level of a document lies on a context: pixel `x` of it at `page.x + x * scaleX`. */
export interface Placement {
  /** Where the whole document goes, in the context's pixels. */
  readonly page: Rect;
  /** How often it is halved. */
  readonly level: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** The coarsest level that need not be enlarged, and how it lies. */
export function placeLevel(
  document: { readonly width: number; readonly height: number },
  page: Rect,
  topLevel: number,
): Placement {
  const shrink = Math.min(document.width / page.width, document.height / page.height);
  const level = Math.max(0, Math.min(topLevel, Math.floor(Math.log2(shrink) + 1e-6)));
  const scaleX = (page.width / document.width) * 2 ** level;
  const scaleY = (page.height / document.height) * 2 ** level;
  return { page, level, scaleX, scaleY };
}

/** How a level that is halved more often lies in the same place. */
export function coarserBy({ page, level, scaleX, scaleY }: Placement, levels: number): Placement {
  return { page, level: level + levels, scaleX: scaleX * 2 ** levels, scaleY: scaleY * 2 ** levels };
}

/**
 * Draws the canvases of a level that hold tiles of a range.
 * @returns how many there were
 */
export function drawChunks(
  context: Context,
  cache: ChunkSource,
  placement: Placement,
  range: TileRange,
): number {
  const { page, scaleX, scaleY } = placement;
  let used = 0;
  for (let cy = range.top >> 2; cy * CHUNK_TILES < range.bottom; cy++)
    for (let cx = range.left >> 2; cx * CHUNK_TILES < range.right; cx++) {
      const chunk = cache.get(cx, cy);
      if (!chunk) continue;
      used++;
      const { width, height } = chunk.canvas;
      const [x, y] = [cx * TILE * CHUNK_TILES, cy * TILE * CHUNK_TILES];
      // Edges on whole device pixels: neighbouring chunks share them, so no line shows between.
      const x0 = Math.round(page.x + x * scaleX);
      const y0 = Math.round(page.y + y * scaleY);
      const x1 = Math.round(page.x + (x + width) * scaleX);
      const y1 = Math.round(page.y + (y + height) * scaleY);
      context.drawImage(chunk.canvas, x0, y0, Math.max(1, x1 - x0), Math.max(1, y1 - y0));
    }
  return used;
}

/** Lets only these tiles be drawn on. */
export function clipToTiles(context: Context, placement: Placement, tiles: readonly TilePlace[]): void {
  const { page, scaleX, scaleY } = placement;
  context.beginPath();
  for (const [tx, ty] of tiles) {
    const x0 = Math.round(page.x + tx * TILE * scaleX);
    const y0 = Math.round(page.y + ty * TILE * scaleY);
    const x1 = Math.round(page.x + (tx + 1) * TILE * scaleX);
    const y1 = Math.round(page.y + (ty + 1) * TILE * scaleY);
    context.rect(x0, y0, x1 - x0, y1 - y0);
  }
  context.clip();
}
