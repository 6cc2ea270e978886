import { isAbortError } from '@koma/core/errors';
import type { GeneratorOptions, LocalizedText, Wishes } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { notices } from '#lib/studio/notices.svelte.ts';
import { drawGrid } from './draw-grid.ts';
import type { GeneratorClient } from './generator-client.ts';
import { planGrid, type GridSource } from './grid-plan.ts';

/** A place of a grid; empty until it is drawn. */
export interface GridCell {
  readonly options?: GeneratorOptions;
  readonly image?: RasterImage;
  /** What is special about it. */
  readonly caption?: LocalizedText;
}

/** A grid of pictures that fills cell by cell. */
export class PictureGridState {
  readonly #client: GeneratorClient;
  cells = $state.raw<readonly GridCell[]>([]);
  busy = $state(false);
  /** Index of the cell that was chosen. */
  selected = $state<number>();
  source = $state.raw<GridSource>({ kind: 'random' });
  /** Ids in the history of what these pictures are made from. */
  parents: readonly string[] | Promise<readonly string[]> = [];
  /** Called once, with the next cell that is drawn. */
  onFirst: ((options: GeneratorOptions, image: RasterImage) => void) | undefined;
  #drawing = new AbortController();

  constructor(client: GeneratorClient) {
    this.#client = client;
  }

  /** Draws other pictures of a source in the place of these; what fails is told to the person. */
  async fill(source: GridSource, wishes: Wishes, seed: number, count: number): Promise<void> {
    this.cancel();
    const controller = new AbortController();
    this.#drawing = controller;
    const plans = planGrid(this.#client.spec, source, wishes, seed, count);
    this.source = source;
    this.selected = undefined;
    this.cells = plans.map(({ caption }) => (caption ? { caption } : {}));
    this.busy = plans.length > 0;
    try {
      await drawGrid(this.#client, plans, controller.signal, (index, options, image) => {
        this.cells = this.cells.with(index, { ...this.cells[index], options, image });
        this.onFirst?.(options, image);
        this.onFirst = undefined;
      });
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
    } finally {
      if (this.#drawing === controller) this.busy = false;
    }
  }

  /** Leaves the cells that are not drawn yet empty. */
  cancel(): void {
    this.#drawing.abort();
    this.busy = false;
  }
}
