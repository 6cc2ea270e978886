import type { RowSink } from '../../raster/index.ts';
import { tileRegion, type Tile, type TileGrid } from './plan-tiles.ts';

/**
 * Puts computed tiles together and passes finished rows on. Tiles come in the grid's order. Where
 * tiles overlap, they are mixed by linear ramps whose weights add up to one, so that neither tile's
 * edge shows. Holds one row of tiles, never the picture.
 */
export class TileMosaic {
  readonly #grid: TileGrid;
  readonly #scale: number;
  readonly #sink: RowSink;
  readonly #width: number;
  readonly #height: number;
  /** Weighted sums of the current row of tiles; unused without overlap. */
  readonly #sums: Float32Array;
  readonly #band: Uint8ClampedArray<ArrayBuffer>;
  readonly #bandRows: number;

  /** @param scale result pixels per picture pixel, a whole number */
  constructor(grid: TileGrid, scale: number, sink: RowSink) {
    this.#grid = grid;
    this.#scale = scale;
    this.#sink = sink;
    this.#width = grid.width * scale;
    this.#height = grid.height * scale;
    this.#bandRows = Math.min(
      this.#height + 2 * grid.overlapY * scale,
      (grid.tileHeight + 2 * grid.overlapY) * scale,
    );
    this.#band = new Uint8ClampedArray(this.#width * this.#bandRows * 4);
    this.#sums = grid.overlapX || grid.overlapY ? new Float32Array(this.#band.length) : new Float32Array(0);
  }

  /**
   * @param rgba straight-alpha RGBA8 of the tile's region (see `tileRegion`) at `scale`; not kept
   */
  add(tile: Tile, rgba: Uint8ClampedArray): void {
    if (this.#sums.length) this.#blend(tile, rgba);
    else this.#copy(tile, rgba);
    if (tile.column === this.#grid.columns - 1) this.#finishRow(tile.row);
  }

  #copy(tile: Tile, rgba: Uint8ClampedArray): void {
    const scale = this.#scale;
    const x = tile.x * scale;
    const rowBytes = Math.min(tile.width * scale, this.#width - x) * 4;
    const rows = Math.min(tile.height * scale, this.#height - tile.y * scale);
    const stride = tile.width * scale * 4;
    for (let row = 0; row < rows; row++) {
      this.#band.set(rgba.subarray(row * stride, row * stride + rowBytes), (row * this.#width + x) * 4);
    }
  }

  #blend(tile: Tile, rgba: Uint8ClampedArray): void {
    const { columns, rows, overlapX, overlapY } = this.#grid;
    const scale = this.#scale;
    const region = tileRegion(this.#grid, tile);
    const [x0, y0] = [region.x * scale, region.y * scale];
    const [w, h] = [region.width * scale, region.height * scale];
    const weightX = ramp(
      w,
      tile.column > 0 ? 2 * overlapX * scale : 0,
      tile.column < columns - 1 ? 2 * overlapX * scale : 0,
    );
    const weightY = ramp(
      h,
      tile.row > 0 ? 2 * overlapY * scale : 0,
      tile.row < rows - 1 ? 2 * overlapY * scale : 0,
    );
    const [fromX, toX] = [Math.max(0, -x0), Math.min(w, this.#width - x0)];
    const [fromY, toY] = [Math.max(0, -y0), Math.min(h, this.#height - y0)];
    const sums = this.#sums;
    for (let row = fromY; row < toY; row++) {
      const wy = weightY[row]!;
      let p = (row * w + fromX) * 4;
      let o = (row * this.#width + x0 + fromX) * 4;
      for (let column = fromX; column < toX; column++, p += 4, o += 4) {
        const weight = wy * weightX[column]!;
        sums[o] = sums[o]! + weight * rgba[p]!;
        sums[o + 1] = sums[o + 1]! + weight * rgba[p + 1]!;
        sums[o + 2] = sums[o + 2]! + weight * rgba[p + 2]!;
        sums[o + 3] = sums[o + 3]! + weight * rgba[p + 3]!;
      }
    }
  }

  /** Passes on the rows to which no later tile adds, and keeps the rest as the next band's start. */
  #finishRow(row: number): void {
    const { tileHeight, overlapY, rows } = this.#grid;
    const scale = this.#scale;
    const bandTop = (row * tileHeight - overlapY) * scale;
    const first = Math.max(0, bandTop);
    const end = row === rows - 1 ? this.#height : ((row + 1) * tileHeight - overlapY) * scale;
    const rowLength = this.#width * 4;
    const [from, to] = [(first - bandTop) * rowLength, (end - bandTop) * rowLength];
    if (this.#sums.length) {
      // The clamped array rounds half to even; +0.5 and truncation would need one more pass.
      for (let i = from; i < to; i++) this.#band[i] = this.#sums[i]!;
    }
    this.#sink.writeRows(first, this.#band.subarray(from, to));
    if (this.#sums.length) {
      this.#sums.copyWithin(0, to);
      this.#sums.fill(0, this.#sums.length - to);
    }
  }
}

/** Weights along one axis: rising over the first `head` samples, falling over the last `tail`. */
function ramp(length: number, head: number, tail: number): Float32Array {
  const weights = new Float32Array(length).fill(1);
  for (let i = 0; i < head; i++) weights[i] = (i + 0.5) / head;
  for (let i = 0; i < tail; i++) weights[length - 1 - i] = (i + 0.5) / tail;
  return weights;
}
