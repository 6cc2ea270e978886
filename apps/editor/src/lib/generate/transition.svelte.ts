import { isAbortError } from '@koma/core/errors';
import type { GeneratorOptions, GeneratorSpec } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { encodeFrames } from '#lib/io/frames/encode-frames.ts';
import type { FrameFormat } from '#lib/io/frames/frame-writer.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { CELL_SIZE } from './draw-grid.ts';
import { frameOrder } from './frame-order.ts';
import type { GeneratorClient } from './generator-client.ts';
import { framesOfOneSize } from './frames-of-one-size.ts';
import { Pair } from './pair.svelte.ts';

/** What stays as it is at the first end all the way. */
export type TransitionLock = 'none' | 'identity' | 'pose';

export const FRAME_RANGE = { min: 2, max: 60 } as const;

/** A transition between two pictures of the history. */
export class Transition {
  readonly #client: GeneratorClient;
  readonly pair = new Pair();
  count = $state(12);
  lock = $state<TransitionLock>('none');
  fps = $state(12);
  frames = $state.raw<readonly (RasterImage | undefined)[]>([]);
  position = $state(0);
  playing = $state(false);
  busy = $state(false);
  /** How much of a file is made, 0-1; absent while none is. */
  saving = $state<number>();
  #work = new AbortController();

  constructor(client: GeneratorClient) {
    this.#client = client;
  }

  /** Draws the frames, those first that show most; what fails is told to the person. */
  async draw(a: GeneratorOptions, b: GeneratorOptions): Promise<void> {
    const { signal } = this.#begin();
    const { count } = this;
    this.frames = Array.from({ length: count }, () => undefined);
    this.position = 0;
    this.playing = false;
    this.busy = true;
    try {
      const frameAt = await framesOfOneSize((t) => this.#frame(a, b, t, CELL_SIZE, signal));
      for (const index of frameOrder(count)) {
        const image = await frameAt(index / (count - 1));
        this.frames = this.frames.with(index, image);
      }
      this.playing = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
    } finally {
      if (this.#work.signal === signal) this.busy = false;
    }
  }

  /**
   * Draws the frames anew at a size and makes a file of them.
   * @param size pixels of the longer side
   * @returns undefined where it was cancelled or failed, which is told to the person
   */
  async encode(
    a: GeneratorOptions,
    b: GeneratorOptions,
    format: FrameFormat,
    size: number,
  ): Promise<Blob | undefined> {
    const { signal } = this.#begin();
    this.busy = false;
    this.saving = 0;
    try {
      return await encodeFrames(this.#frames(a, b, size, signal), format, 1000 / this.fps, signal);
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
      return undefined;
    } finally {
      if (this.#work.signal === signal) this.saving = undefined;
    }
  }

  cancel(): void {
    this.#work.abort();
    this.busy = false;
    this.saving = undefined;
  }

  #begin(): AbortController {
    this.cancel();
    this.#work = new AbortController();
    return this.#work;
  }

  async *#frames(
    a: GeneratorOptions,
    b: GeneratorOptions,
    size: number,
    signal: AbortSignal,
  ): AsyncGenerator<RasterImage> {
    const { count } = this;
    const frameAt = await framesOfOneSize((t) => this.#frame(a, b, t, size, signal));
    for (let index = 0; index < count; index++) {
      yield await frameAt(index / (count - 1));
      if (!signal.aborted) this.saving = (index + 1) / count;
    }
  }

  async #frame(
    a: GeneratorOptions,
    b: GeneratorOptions,
    t: number,
    size: number,
    signal: AbortSignal,
  ): Promise<RasterImage> {
    const asking = { rank: 'background', signal } as const;
    const lock = lockedGroups(this.#client.spec, this.lock);
    const options = await this.#client.ask('between', { a, b, t, lock }, asking);
    const image = await this.#client.ask('draw', { options, size }, asking);
    signal.throwIfAborted();
    return image;
  }
}

/** The groups of a lock. */
export function lockedGroups(spec: GeneratorSpec, lock: TransitionLock): readonly string[] {
  return lock === 'none' ? [] : spec[lock];
}
