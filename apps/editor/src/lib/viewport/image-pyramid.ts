import { createImage, halveRows, type RasterImage, type Rect } from '@koma/core/raster';

/** Side of the canvases that a picture is cut into, in pixels: below every browser's limits. */
const CHUNK = 1024;
/** Smaller levels than this are not worth having. */
const SMALLEST_LEVEL = 256;
/** Canvases kept, of 4 MiB each. */
const MAX_CHUNKS = 96;
/** Pixels halved before the page gets a turn: about 10 ms. */
const SLICE_PIXELS = 2 ** 20;

/**
 * Shows a large picture at any zoom: halved copies are made in the background, and only the parts on
 * screen become canvases. Lives on the page's thread until the raster worker takes over.
 */
export class ImagePyramid {
  readonly #levels: (RasterImage | undefined)[];
  readonly #chunks = new Map<string, HTMLCanvasElement>();
  readonly #onLevel: () => void;
  #disposed = false;

  /** @param onLevel called when a level is ready that may look better */
  constructor(image: RasterImage, onLevel: () => void) {
    this.#levels = [image];
    this.#onLevel = onLevel;
    void this.#build();
  }

  /**
   * Draws the picture into a rectangle of a context.
   * @param target where it goes, in the context's pixels; @param visible the part of the context to fill
   * @param pixelated shows single pixels as squares
   */
  draw(context: CanvasRenderingContext2D, target: Rect, visible: Rect, pixelated: boolean): void {
    const base = this.#levels[0]!;
    const shrink = Math.max(1, Math.min(base.width / target.width, base.height / target.height));
    let level = Math.floor(Math.log2(shrink) + 1e-6);
    while (level > 0 && !this.#levels[level]) level--;
    const image = this.#levels[level]!;
    const [sx, sy] = [target.width / image.width, target.height / image.height];
    const [left, top] = [(visible.x - target.x) / sx, (visible.y - target.y) / sy];
    const [right, bottom] = [left + visible.width / sx, top + visible.height / sy];
    context.imageSmoothingEnabled = !pixelated;
    context.imageSmoothingQuality = 'high';
    for (let y = Math.max(0, Math.floor(top / CHUNK)); y * CHUNK < Math.min(image.height, bottom); y++)
      for (let x = Math.max(0, Math.floor(left / CHUNK)); x * CHUNK < Math.min(image.width, right); x++) {
        const chunk = this.#chunk(level, x, y);
        // Edges on whole device pixels: neighbouring chunks share them, so no line shows between.
        const x0 = Math.round(target.x + x * CHUNK * sx);
        const y0 = Math.round(target.y + y * CHUNK * sy);
        const x1 = Math.round(target.x + (x * CHUNK + chunk.width) * sx);
        const y1 = Math.round(target.y + (y * CHUNK + chunk.height) * sy);
        context.drawImage(chunk, x0, y0, Math.max(1, x1 - x0), Math.max(1, y1 - y0));
      }
  }

  /** Frees the canvases at once; some browsers keep them long after the last reference. */
  dispose(): void {
    this.#disposed = true;
    for (const canvas of this.#chunks.values()) canvas.width = canvas.height = 0;
    this.#chunks.clear();
  }

  #chunk(level: number, x: number, y: number): HTMLCanvasElement {
    const key = `${level}/${x}/${y}`;
    const existing = this.#chunks.get(key);
    if (existing) {
      this.#chunks.delete(key);
      this.#chunks.set(key, existing);
      return existing;
    }
    const image = this.#levels[level]!;
    const width = Math.min(CHUNK, image.width - x * CHUNK);
    const height = Math.min(CHUNK, image.height - y * CHUNK);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pixels = new ImageData(width, height);
    for (let row = 0; row < height; row++) {
      const start = ((y * CHUNK + row) * image.width + x * CHUNK) * 4;
      pixels.data.set(image.data.subarray(start, start + width * 4), row * width * 4);
    }
    canvas.getContext('2d')!.putImageData(pixels, 0, 0);
    this.#chunks.set(key, canvas);
    const [oldestKey, oldest] = this.#chunks.entries().next().value!;
    if (this.#chunks.size > MAX_CHUNKS) {
      oldest.width = oldest.height = 0;
      this.#chunks.delete(oldestKey);
    }
    return canvas;
  }

  async #build(): Promise<void> {
    for (let level = 1; ; level++) {
      const source = this.#levels[level - 1]!;
      if (Math.max(source.width, source.height) <= SMALLEST_LEVEL) return;
      const half = createImage((source.width + 1) >> 1, (source.height + 1) >> 1);
      const rows = Math.max(1, Math.floor(SLICE_PIXELS / half.width));
      for (let y = 0; y < half.height; y += rows) {
        if (this.#disposed) return;
        halveRows(source, half, y, Math.min(half.height, y + rows));
        await new Promise((resolve) => setTimeout(resolve));
      }
      this.#levels[level] = half;
      this.#onLevel();
    }
  }
}
