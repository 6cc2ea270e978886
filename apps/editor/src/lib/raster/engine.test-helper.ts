import assert from 'node:assert/strict';
import { findLayer, findRaster, walkLayers, type DirtyTiles, type RasterLayer } from '@koma/core/document';
import { KomaError } from '@koma/core/errors';
import { createImage, readPixels, TileStore, type RasterImage, type Rect } from '@koma/core/raster';
import { onTestFinished } from 'vitest';
import { RasterEngine } from './raster-engine.ts';

/** An engine that writes down what it tells, and is checked for leaks after the test. Tests only. */
export class TestEngine extends RasterEngine {
  /** What changed, since it was looked at last. */
  readonly changes: DirtyTiles[];
  /** Whether a stroke is shown at the moment, and the tiles of it that were told of. */
  readonly strokes: { isShown: boolean; readonly keys: Set<number> };
  hasDeselected = false;

  constructor(store = new TileStore()) {
    const changes: DirtyTiles[] = [];
    const strokes = { isShown: false, keys: new Set<number>() };
    super(store, {
      changed: (dirty) => void changes.push(dirty),
      painting: (session, rows) => {
        strokes.isShown = session !== undefined;
        for (const key of rows.keys()) strokes.keys.add(key);
      },
    });
    this.changes = changes;
    this.strokes = strokes;
    // Not `afterEach`: this file is loaded once for all files of tests, and its hooks would serve the first alone.
    onTestFinished(() => this.#close());
  }

  // What was deselected is kept for "select again", beyond the document's end; nothing else may be.
  #close(): void {
    this.editing.dispose();
    if (!this.hasDeselected) assert.equal(this.store.count, 0, 'tiles are left after closing');
  }

  get page() {
    return this.document!;
  }

  raster(id: string): RasterLayer {
    return findRaster(this.page, id)!;
  }

  /** Ids of the layers by name, from the bottom up, groups before what is in them. */
  get ids(): Readonly<Record<string, string>> {
    return Object.fromEntries(Array.from(walkLayers(this.page.layers), ({ name, id }) => [name, id]));
  }

  get names(): string {
    return Array.from(walkLayers(this.page.layers), ({ name }) => name).join(' ');
  }

  layer(name: string) {
    return findLayer(this.page, this.ids[name])!;
  }

  pixel(id: string, x: number, y: number): readonly number[] {
    return [...readPixels(this.store, this.raster(id).tiles, { x, y, width: 1, height: 1 }).data];
  }

  pixels(id: string, rect: Rect): RasterImage {
    return readPixels(this.store, this.raster(id).tiles, rect);
  }

  get labels(): readonly unknown[] {
    return this.editing.steps.map(({ label }) => label);
  }
}

/** A picture by its colour at every pixel. */
export function picture(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly number[],
): RasterImage {
  const image = createImage(width, height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) {
      const [r, g, b, a] = colour(x, y);
      image.data[i] = r!;
      image.data[i + 1] = g!;
      image.data[i + 2] = b!;
      image.data[i + 3] = a!;
    }
  return image;
}

/** The code of the error that work throws; undefined where it throws none. */
export function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof KomaError) return error.code;
    throw error;
  }
  return undefined;
}
