import { isAbortError } from '@koma/core/errors';
import type { GeneratorOptions, Wishes } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import type { GeneratorClient } from './generator-client.ts';
import { SEED_LIMIT } from './grid-plan.ts';
import { advance, EMPTY_TRAIL, present, step, type Trail } from '#lib/ui/trail.ts';

export interface EndlessItem {
  readonly options: GeneratorOptions;
  readonly image: RasterImage;
  readonly name: string;
  readonly plot: string;
}

/** Pixels of the longer side. */
const SIZE = 512;
/** Pictures that can be gone back to. */
const REMEMBERED = 20;

/** New pictures without end, each with a name and a story. */
export class EndlessState {
  readonly #client: GeneratorClient;
  #trail = $state.raw<Trail<EndlessItem>>(EMPTY_TRAIL);
  paused = $state(false);
  item = $derived(present(this.#trail));
  canGoBack = $derived(this.#trail.at > 0);
  #busy = false;

  constructor(client: GeneratorClient) {
    this.#client = client;
  }

  /** Shows the next one: one that was gone back from, or a new one that meets the wishes. */
  async next(wishes: Wishes): Promise<void> {
    const forward = step(this.#trail, 1);
    if (forward !== this.#trail) {
      this.#trail = forward;
      return;
    }
    if (this.#busy) return;
    this.#busy = true;
    try {
      this.#trail = advance(this.#trail, await this.#make(wishes), REMEMBERED);
    } catch (error) {
      // Saying the same again every few seconds helps nobody.
      this.paused = true;
      if (!isAbortError(error)) notices.error(error);
    } finally {
      this.#busy = false;
    }
  }

  previous(): void {
    this.#trail = step(this.#trail, -1);
    this.paused = true;
  }

  async #make(wishes: Wishes): Promise<EndlessItem> {
    const rank = 'background';
    const seed = Math.floor(Math.random() * SEED_LIMIT);
    // One locked seed would give one picture for ever; it keeps what has no attribute all the same.
    const options = await this.#client.ask('sample', { seed, wishes }, { rank });
    const image = await this.#client.ask('draw', { options, size: SIZE }, { rank });
    const { name, plot } = await this.#client.ask('blurb', { options, locale: i18n.locale }, { rank });
    return { options, image, name, plot };
  }
}
