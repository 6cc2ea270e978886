import { isAbortError } from '@koma/core/errors';
import type { GeneratorOptions, OptionValue, Wishes } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { notices } from '#lib/studio/notices.svelte.ts';
import type { OfferedGenerator } from '#lib/studio/generators.ts';
import { latest } from '#lib/ui/latest.ts';
import { backend } from '#lib/studio/backend.svelte.ts';
import { CELL_SIZE } from './draw-grid.ts';
import { GeneratorClient } from './generator-client.ts';
import { SEED_LIMIT } from './grid-plan.ts';
import { PictureHistory } from './history.svelte.ts';
import { sameOptions, type EntryOrigin, type HistoryEntry } from './history-entry.ts';
import { advance, amend, EMPTY_TRAIL, present, step, type Trail } from '#lib/ui/trail.ts';
import { keepAll } from './wishes.ts';

/** Where the present picture comes from, for its lineage. */
export interface Provenance {
  readonly origin: EntryOrigin;
  readonly parents: readonly string[];
}

interface Present extends Provenance {
  readonly options: GeneratorOptions;
}

/** Pixels of the longer side of the preview once nothing moves. */
const PREVIEW_SIZE = 768;
/** Milliseconds of rest after which the preview is drawn in full, and an edit goes into the history. */
const REST_MS = 250;
const SETTLE_MS = 1200;
/** States that Back remembers. */
const TRAIL_LIMIT = 100;

/** One generator at work: the picture at hand, what was decided about the next ones, and those before. */
export class GenerateSession {
  readonly offered: OfferedGenerator;
  readonly client: GeneratorClient;
  readonly history: PictureHistory;
  /** What is decided of the next pictures; everything else is left to chance. */
  wishes = $state.raw<Wishes>({});
  #trail = $state.raw<Trail<Present>>(EMPTY_TRAIL);
  /** The picture at hand as it was drawn last. */
  image = $state.raw<RasterImage>();
  /** The entry of the history that the picture at hand is. */
  entryId = $state<string>();

  current = $derived(present(this.#trail)?.options);
  canGoBack = $derived(this.#trail.at > 0);
  canGoForward = $derived(this.#trail.at < this.#trail.states.length - 1);

  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the last state is an edit that further ones join. */
  #editing = false;

  constructor(offered: OfferedGenerator) {
    this.offered = offered;
    this.client = new GeneratorClient(offered.spec, () => backend.host(offered.plugin));
    this.history = new PictureHistory(`${offered.plugin.id}/${offered.spec.id}`, offered.spec);
  }

  get spec() {
    return this.offered.spec;
  }

  /** Shows a picture that nobody chose; it goes into the history when something is done with it. */
  show(options: GeneratorOptions, from: Provenance, image: RasterImage): void {
    this.#trail = advance(this.#trail, { options, ...from }, TRAIL_LIMIT);
    this.#editing = false;
    this.#show(options, image);
  }

  /** Takes a picture as the one at hand. @param image if it is drawn already, at any size */
  choose(options: GeneratorOptions, from: Provenance, image?: RasterImage): void {
    if (this.current && sameOptions(this.current, options)) {
      this.#settleSoon();
      return;
    }
    this.#flush();
    this.#trail = advance(this.#trail, { options, ...from }, TRAIL_LIMIT);
    this.#editing = false;
    this.entryId = undefined;
    this.#show(options, image);
    this.#settleSoon();
  }

  /** Changes the picture at hand; what follows at once is the same step. */
  edit(options: GeneratorOptions): void {
    const before = present(this.#trail);
    if (before && sameOptions(before.options, options)) return;
    if (this.#editing) this.#trail = amend(this.#trail, { ...present(this.#trail)!, options });
    else {
      this.#flush();
      const parents = this.entryId === undefined ? [] : [this.entryId];
      this.#trail = advance(this.#trail, { options, origin: 'edit', parents }, TRAIL_LIMIT);
      this.#editing = true;
    }
    this.entryId = undefined;
    this.#show(options);
    this.#settleSoon();
  }

  /** Decides an attribute, for the picture at hand as well. */
  set(id: string, value: OptionValue): void {
    this.wishes = { ...this.wishes, [id]: value };
    if (this.current) this.edit({ ...this.current, [id]: value });
  }

  /** Leaves an attribute of the next pictures to chance. */
  release(id: string): void {
    const { [id]: _released, ...wishes } = this.wishes;
    this.wishes = wishes;
  }

  /** Keeps an attribute as the picture at hand has it. */
  fix(id: string): void {
    const value = this.current?.[id];
    if (value !== undefined) this.wishes = { ...this.wishes, [id]: value };
  }

  fixAll(): void {
    // The seed has a lock of its own: with it fixed as well, all pictures would be this one.
    if (!this.current) return;
    const { seed: _seed, ...wishes } = keepAll(this.spec, this.current);
    this.wishes = { ...wishes, ...('seed' in this.wishes ? { seed: this.wishes['seed'] } : {}) };
  }

  /** Leaves everything to chance. */
  reset(): void {
    this.wishes = {};
  }

  back(): void {
    this.#go(-1);
  }

  forward(): void {
    this.#go(1);
  }

  /** Draws the picture of a seed under the wishes; what fails is told to the person. */
  async sample(seed: number, origin: EntryOrigin = 'sample'): Promise<void> {
    try {
      const options = await this.client.ask('sample', { seed, wishes: this.wishes });
      this.choose(options, { origin, parents: [] });
    } catch (error) {
      notices.error(error);
    }
  }

  /** Takes a picture of the history up again. */
  take({ id, options, origin, parents }: HistoryEntry): void {
    if (this.entryId === id) return;
    this.choose(options, { origin, parents });
    clearTimeout(this.#settleTimer);
    this.#settleTimer = undefined;
    this.entryId = id;
  }

  /** The picture at hand as an entry of the history, put there if it is not yet. */
  async entry(): Promise<string | undefined> {
    const now = present(this.#trail);
    if (!now) return undefined;
    clearTimeout(this.#settleTimer);
    this.#editing = false;
    if (this.entryId !== undefined) return this.entryId;
    try {
      const image =
        this.#drawn === now.options && this.image ? this.image : await this.#draw(now.options, CELL_SIZE);
      const { id } = await this.history.add(now, image);
      if (present(this.#trail) === now) this.entryId = id;
      return id;
    } catch (error) {
      notices.error(error);
      return undefined;
    }
  }

  static randomSeed(): number {
    return Math.floor(Math.random() * SEED_LIMIT);
  }

  #go(by: -1 | 1): void {
    this.#flush();
    const trail = step(this.#trail, by);
    if (trail === this.#trail) return;
    this.#trail = trail;
    this.#editing = false;
    const { options } = present(trail)!;
    this.entryId = this.history.entries.find((entry) => sameOptions(entry.options, options))?.id;
    this.#show(options);
  }

  /** What was being edited goes into the history before something else takes its place. */
  #flush(): void {
    if (this.#settleTimer === undefined) return;
    clearTimeout(this.#settleTimer);
    this.#settleTimer = undefined;
    void this.entry();
  }

  #settleSoon(): void {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => {
      this.#settleTimer = undefined;
      void this.entry();
    }, SETTLE_MS);
  }

  /** The options that `image` shows. */
  #drawn: GeneratorOptions | undefined;

  #show(options: GeneratorOptions, image?: RasterImage): void {
    if (image) {
      this.#drawn = options;
      this.image = image;
    } else void this.#drawSoon({ options, size: CELL_SIZE });
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => void this.#drawSoon({ options, size: PREVIEW_SIZE }), REST_MS);
  }

  readonly #drawSoon = latest(async (wanted: { options: GeneratorOptions; size: number }) => {
    if (this.current !== wanted.options) return;
    try {
      const image = await this.#draw(wanted.options, wanted.size);
      // While a slider moves, the last picture but one is better than none.
      this.#drawn = wanted.options;
      this.image = image;
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
    }
  });

  #draw(options: GeneratorOptions, size: number): Promise<RasterImage> {
    return this.client.ask('draw', { options, size });
  }
}
