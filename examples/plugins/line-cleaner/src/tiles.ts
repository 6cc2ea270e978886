/** What the network needs, see model/network.py. */
export const CONTEXT = 56;
const MULTIPLE = 4;

/** A rectangle of whole pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes that cover a picture, in reading order. @param side of a box, a multiple of 4 */
export function tilesOf(width: number, height: number, side: number): Box[] {
  const tiles: Box[] = [];
  for (let y = 0; y < height; y += side)
    for (let x = 0; x < width; x += side)
      tiles.push({ x, y, width: Math.min(side, width - x), height: Math.min(side, height - y) });
  return tiles;
}

/**
 * A tile with the context that the network looks at, its sides multiples of 4. Beyond the picture its edge is
 * repeated, so that a page's border is neither paper nor ink by decree.
 */
export function readTile(
  plane: Float32Array,
  width: number,
  height: number,
  tile: Box,
): { readonly values: Float32Array; readonly width: number; readonly height: number } {
  const w = Math.ceil((tile.width + 2 * CONTEXT) / MULTIPLE) * MULTIPLE;
  const h = Math.ceil((tile.height + 2 * CONTEXT) / MULTIPLE) * MULTIPLE;
  const values = new Float32Array(w * h);
  for (let j = 0; j < h; j++) {
    const y = Math.min(height - 1, Math.max(0, tile.y - CONTEXT + j));
    for (let i = 0; i < w; i++) {
      const x = Math.min(width - 1, Math.max(0, tile.x - CONTEXT + i));
      values[j * w + i] = plane[y * width + x]!;
    }
  }
  return { values, width: w, height: h };
}

/** Puts the inner part of the network's answer, as large as {@link readTile}'s, where its tile is. */
export function writeTile(
  answer: Float32Array,
  answerWidth: number,
  plane: Float32Array,
  width: number,
  tile: Box,
): void {
  for (let j = 0; j < tile.height; j++) {
    const from = (j + CONTEXT) * answerWidth + CONTEXT;
    plane.set(answer.subarray(from, from + tile.width), (tile.y + j) * width + tile.x);
  }
}
