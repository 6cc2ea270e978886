import { isAbortError } from '@koma/core/errors';
import type { FaceBox, GeneratorOptions, GeneratorWidget } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { download } from '#lib/io/download.ts';
import { FRAME_EXTENSIONS, type FrameFormat } from '#lib/io/frames/frame-writer.ts';
import { safeFileName } from '#lib/io/safe-file-name.ts';
import type { LayerInfo } from '#lib/raster/protocol.ts';
import type { OfferedGenerator } from '#lib/studio/generators.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { EndlessState } from './endless.svelte.ts';
import { exportOptions, exportPng } from './export-picture.ts';
import { FacesState } from './faces.svelte.ts';
import { PictureGridState, type GridCell } from './grid.svelte.ts';
import type { GridSource } from './grid-plan.ts';
import type { EntryOrigin, HistoryEntry } from './history-entry.ts';
import { Pair } from './pair.svelte.ts';
import { paletteWishes } from './palette-wishes.ts';
import { PoseJointsState } from './pose-joints.svelte.ts';
import { regenerate } from './regenerate.ts';
import { readOptionsFile } from './read-options-file.ts';
import { sendPicture, sendSheet, type SendAs } from './send-to-canvas.ts';
import { GenerateSession } from './session.svelte.ts';
import { Sheet } from './sheet.svelte.ts';
import { storedPalette, storePalette } from './stored-palette.ts';
import { Transition } from './transition.svelte.ts';

/** Cells of a grid that is not about the values of an attribute. */
export const GRID_CELLS = 16;
/** Cells around the middle of the wizard's grid. */
const AROUND_CELLS = 12;

/** Something that takes a while and ends with a file or with layers. */
export interface BenchJob {
  readonly label: string;
  /** 0-1; undefined where nothing is known. */
  readonly fraction: number | undefined;
}

/** Everything on the bench of one generator. It stays as it was while the workspace is closed. */
export class Bench {
  readonly session: GenerateSession;
  readonly grid: PictureGridState;
  readonly wizardGrid: PictureGridState;
  readonly breedGrid: PictureGridState;
  readonly parents = new Pair();
  readonly transition: Transition;
  readonly endless: EndlessState;
  readonly faces: FacesState;
  readonly joints: PoseJointsState;
  readonly sheet = new Sheet();
  /** Index of the wizard's step. */
  step = $state(0);
  strength = $state(0.3);
  keep = $state.raw<readonly string[]>([]);
  shares = $state.raw<Readonly<Record<string, number>>>({});
  /** Colours that the next pictures may have; they stay in this browser. */
  palette = $state.raw<readonly string[]>(storedPalette());
  /** Attributes that take their colours from it. */
  paletteFor = $state.raw<readonly string[]>([]);
  /** Pixels of the longer side of what is sent and exported. */
  size = $state(0);
  job = $state.raw<BenchJob>();
  #work = new AbortController();

  constructor(offered: OfferedGenerator) {
    this.session = new GenerateSession(offered);
    const { client } = this.session;
    this.grid = new PictureGridState(client);
    this.wizardGrid = new PictureGridState(client);
    this.breedGrid = new PictureGridState(client);
    this.transition = new Transition(client);
    this.endless = new EndlessState(client);
    this.faces = new FacesState(client);
    this.joints = new PoseJointsState(this.session);
    this.size = offered.spec.size.default;
  }

  get spec() {
    return this.session.spec;
  }

  has(widget: GeneratorWidget): boolean {
    return this.spec.widgets.includes(widget);
  }

  /** Other pictures of a source; the first of all is shown at once. */
  async fill(source: GridSource): Promise<void> {
    const filling = this.grid.fill(source, this.session.wishes, GenerateSession.randomSeed(), GRID_CELLS);
    this.grid.parents = this.#parentsOf(source);
    if (!this.session.current) this.#showFirst(this.grid);
    await filling;
  }

  /** What is made of the picture at hand has it as its parent. */
  async #parentsOf(source: GridSource): Promise<readonly string[]> {
    const id = 'of' in source ? await this.session.entry() : undefined;
    return id === undefined ? [] : [id];
  }

  /** The grid of the present source again, with other pictures; of the picture at hand where it is about one. */
  refresh(): Promise<void> {
    const { source } = this.grid;
    const of = this.session.current;
    return this.fill(of && 'of' in source ? { ...source, of } : source);
  }

  setPalette(colours: readonly string[]): void {
    this.palette = colours;
    storePalette(colours);
  }

  /** Other pictures whose chosen attributes have colours of the palette. */
  usePalette(): Promise<void> {
    this.session.wishes = paletteWishes(this.session.wishes, this.paletteFor, this.palette);
    return this.refresh();
  }

  /** Near relatives of the picture at hand. */
  vary(): Promise<void> {
    const { strength, keep } = this;
    const of = this.session.current;
    return of ? this.fill({ kind: 'vary', of, strength, keep }) : Promise.resolve();
  }

  /** The picture at hand with some groups left to chance. */
  varyGroups(groups: readonly string[]): Promise<void> {
    const of = this.session.current;
    return of ? this.fill({ kind: 'groups', of, groups }) : Promise.resolve();
  }

  /** Takes a cell as the picture at hand. */
  async select(grid: PictureGridState, index: number): Promise<void> {
    const cell = grid.cells[index];
    if (!cell?.options) return;
    grid.selected = index;
    const parents = await grid.parents;
    if (grid.cells[index] === cell)
      this.session.choose(cell.options, { origin: ORIGINS[grid.source.kind], parents }, cell.image);
  }

  /** Children of both parents. */
  async breed(): Promise<void> {
    const pair = this.parents.of(this.session.history.entries);
    if (!pair) return;
    const [a, b] = pair;
    this.breedGrid.parents = [a.id, b.id];
    await this.breedGrid.fill(
      { kind: 'breed', a: a.options, b: b.options, shares: this.shares },
      {},
      GenerateSession.randomSeed(),
      GRID_CELLS,
    );
  }

  /** A step of the wizard: what it leaves to chance, around the choice so far. */
  async goToStep(step: number): Promise<void> {
    this.step = step;
    const { wizard = [] } = this.spec;
    const { current: of, wishes } = this.session;
    const groups = wizard[step]?.vary ?? [];
    const source: GridSource = of ? { kind: 'groups', of, groups } : { kind: 'random' };
    const filling = this.wizardGrid.fill(source, wishes, GenerateSession.randomSeed(), AROUND_CELLS);
    this.wizardGrid.parents = this.#parentsOf(source);
    if (!of) this.#showFirst(this.wizardGrid);
    await filling;
  }

  addToSheet({ options, image, caption }: GridCell): void {
    if (options && image) this.sheet.add({ options, image, caption });
  }

  /** Sends the picture at hand to the canvas. @returns whether it is there */
  send(as: SendAs): Promise<boolean> {
    const { current: options, image: shape } = this.session;
    if (!options || !shape) return Promise.resolve(false);
    return this.#run(i18n.t('generate.sending'), async (signal, onProgress) => {
      void this.session.entry();
      const name = await this.nameOf(options);
      const { client, offered } = this.session;
      const sending = { offered, client, size: this.size, signal, onProgress };
      return sendPicture({ options, name, shape }, as, sending);
    });
  }

  /**
   * Draws the picture at hand into the place of the generated one on the canvas that is being edited.
   * @returns whether it is there
   */
  update(layer: LayerInfo): Promise<boolean> {
    const { current: options, client, offered } = this.session;
    const recipe = layer.generated;
    if (!options || !recipe) return Promise.resolve(false);
    return this.#run(i18n.t('generate.sending'), async (signal) => {
      void this.session.entry();
      const label = 'history.regenerate';
      return regenerate({ layer, recipe, offered, client, options, label }, signal);
    });
  }

  /** Sends the pictures put aside to the canvas, on one page. @returns whether they are there */
  sendSheet(): Promise<boolean> {
    const { items } = this.sheet;
    return this.#run(i18n.t('generate.sending'), async (signal, onProgress) => {
      const name = await this.nameOf(items[0]!.options);
      const pictures = items.map(({ options, image: shape, caption }, index) => ({
        options,
        shape,
        name: caption ? i18n.text(caption) : `${name} ${index + 1}`,
      }));
      const { client, offered } = this.session;
      return sendSheet(name, pictures, { offered, client, size: this.size, signal, onProgress });
    });
  }

  /** Saves the picture at hand, or its options alone. */
  async export(as: 'png' | 'json'): Promise<void> {
    const { current: options, client } = this.session;
    if (!options) return;
    await this.#run(i18n.t('export.saving'), async (signal) => {
      const name = safeFileName(await this.nameOf(options));
      if (as === 'png') await exportPng(client, options, name, this.size, signal);
      else await exportOptions(client, options, name);
      return true;
    });
  }

  /** Saves the transition as a file. */
  async exportTransition(format: FrameFormat): Promise<void> {
    const { transition, session } = this;
    const pair = transition.pair.of(session.history.entries);
    if (!pair) return;
    const [a, b] = pair;
    const blob = await transition.encode(a.options, b.options, format, Math.min(this.size, MAX_FRAME_SIZE));
    const name = i18n.t('generate.transition');
    if (blob) download(blob, `${safeFileName(name)}.${FRAME_EXTENSIONS[format]}`);
  }

  /** Stops what is being sent or saved. */
  cancelJob(): void {
    this.#work.abort();
  }

  /** Stops whatever is being drawn, sent or saved. */
  cancel(): void {
    this.cancelJob();
    for (const work of [this.grid, this.wizardGrid, this.breedGrid, this.transition, this.faces])
      work.cancel();
  }

  /** Takes up what files carry: the options of the first that has any. */
  async restore(files: readonly File[]): Promise<void> {
    for (const file of files) {
      try {
        const options = await readOptionsFile(this.session.client, file);
        this.session.choose(options, { origin: 'file', parents: [] });
        notices.info(i18n.t('generate.restored', { name: file.name }));
        return;
      } catch (error) {
        notices.error(error);
      }
    }
  }

  load(entry: HistoryEntry): void {
    this.session.take(entry);
  }

  /** Makes pictures that look like a face. */
  async likeFace(face: FaceBox): Promise<boolean> {
    try {
      const seed = GenerateSession.randomSeed();
      const wishes = await this.faces.wishesLike(face, seed);
      this.session.wishes = wishes;
      await this.session.sample(seed, 'face');
      void this.fill({ kind: 'random' });
      return true;
    } catch (error) {
      if (!isAbortError(error)) notices.error(error);
      return false;
    }
  }

  /** What a picture is called. */
  async nameOf(options: GeneratorOptions): Promise<string> {
    if (this.has('endless')) {
      const { name } = await this.session.client.ask('blurb', { options, locale: i18n.locale });
      if (name) return name;
    }
    return `${i18n.text(this.spec.title)} ${options['seed']}`;
  }

  #showFirst(grid: PictureGridState): void {
    grid.onFirst = (options: GeneratorOptions, image: RasterImage) => {
      if (!this.session.current) this.session.show(options, { origin: 'sample', parents: [] }, image);
    };
  }

  async #run(
    label: string,
    work: (signal: AbortSignal, onProgress: (fraction: number) => void) => Promise<boolean>,
  ): Promise<boolean> {
    if (this.job) return false;
    this.#work = new AbortController();
    this.job = { label, fraction: undefined };
    try {
      return await work(this.#work.signal, (fraction) => (this.job = { label, fraction }));
    } catch (error) {
      if (isAbortError(error)) notices.info(i18n.t('job.cancelled'));
      else notices.error(error);
      return false;
    } finally {
      this.job = undefined;
    }
  }
}

/** Pixels of the longer side of a frame: sixty larger ones would not fit into memory. */
const MAX_FRAME_SIZE = 1024;

const ORIGINS: Readonly<Record<GridSource['kind'], EntryOrigin>> = {
  random: 'sample',
  groups: 'vary',
  vary: 'vary',
  values: 'edit',
  breed: 'breed',
};
