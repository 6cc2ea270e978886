import type { Rect } from '@koma/core/raster';
import type { PreviewPiece } from './protocol.ts';

/** Longest side of the preview's canvas in pixels; larger results are shown smaller while they are made. */
const MAX_SIDE = 2048;

/** Collects the finished tiles of a running operation into one canvas. */
export class PreviewSurface {
  #canvas = new OffscreenCanvas(1, 1);
  readonly #tile = new OffscreenCanvas(1, 1);
  #outputWidth = 0;
  #scale = 1;

  /** Adds a tile. A tile of another size of result starts anew: the next pass has begun. */
  add(tile: PreviewPiece): void {
    if (tile.outputWidth !== this.#outputWidth) {
      const hadPass = this.#outputWidth > 0;
      this.#outputWidth = tile.outputWidth;
      this.#scale = Math.min(1, MAX_SIDE / Math.max(tile.outputWidth, tile.outputHeight));
      const previous = this.#canvas;
      this.#canvas = new OffscreenCanvas(
        Math.max(1, Math.round(tile.outputWidth * this.#scale)),
        Math.max(1, Math.round(tile.outputHeight * this.#scale)),
      );
      // The last pass stays visible until it is painted over.
      if (hadPass)
        this.#canvas.getContext('2d')!.drawImage(previous, 0, 0, this.#canvas.width, this.#canvas.height);
      previous.width = previous.height = 0;
    }
    this.#tile.width = tile.width;
    this.#tile.height = tile.height;
    this.#tile.getContext('2d')!.putImageData(new ImageData(tile.data, tile.width, tile.height), 0, 0);
    const context = this.#canvas.getContext('2d')!;
    const [x0, y0] = [Math.round(tile.x * this.#scale), Math.round(tile.y * this.#scale)];
    const [x1, y1] = [
      Math.round((tile.x + tile.width) * this.#scale),
      Math.round((tile.y + tile.height) * this.#scale),
    ];
    context.clearRect(x0, y0, x1 - x0, y1 - y0);
    context.drawImage(this.#tile, x0, y0, x1 - x0, y1 - y0);
  }

  draw(context: OffscreenCanvasRenderingContext2D, target: Rect): void {
    if (this.#outputWidth === 0) return;
    context.imageSmoothingEnabled = true;
    context.drawImage(this.#canvas, target.x, target.y, target.width, target.height);
  }

  dispose(): void {
    this.#canvas.width = this.#canvas.height = 0;
    this.#tile.width = this.#tile.height = 0;
  }
}
