import { isAbortError, KomaError } from '@koma/core/errors';
import type { Recipe } from '@koma/core/document';
import { strokeNames, type BorderSegment, type SessionUpdate, type Stroke } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import * as Comlink from 'comlink';
import { workspace } from '#lib/generate/workspace.svelte.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { receiveData } from '#lib/io/receive-data.ts';
import type { CutSource, LabelLook, LabelPiece, LayerInfo } from '#lib/raster/protocol.ts';
import { cutOperation } from '#lib/studio/cut-operation.ts';
import { Job } from '#lib/studio/job.svelte.ts';
import { findInfo } from '#lib/studio/layer-infos.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { toolbox } from '#lib/tools/toolbox.svelte.ts';
import { CutLink } from './cut-link.ts';
import { CutMarks } from './cut-marks.svelte.ts';
import { buffersOfCut, outputsFor, planCut, type CutAim, type CutCall } from './cut-plan.ts';
import { readCutRecipe, relativesOf } from './cut-recipe.ts';
import { CUT_VIEWS, cutParams, needsMask } from './cut-settings.ts';
import { colourOf, SUBJECT, type NamedLabel } from './label-colours.ts';
import { startHistory, type StrokeHistory } from './stroke-history.ts';

import type { StrokeTaker } from './stroke-taker.ts';

/** Milliseconds of looking at the picture after which a progress bar is shown. */
const PATIENCE = 300;
/** Milliseconds without a change after which the mask itself is shown where it differs from the labels. */
const REST = 220;
/** Milliseconds after which another state of the document is looked at: undo is often pressed again and again. */
const REFRESH = 250;

/** One picture that is being looked at. */
interface Run {
  readonly job: Job;
  readonly source: CutSource;
  readonly document: { readonly id: string; readonly width: number; readonly height: number };
  /** The state of the document that was looked at. */
  readonly state: number;
  readonly link: Promise<CutLink>;
}

/** Strokes that were applied or given up last, and of which document. */
interface LastStrokes {
  readonly documentId: string;
  readonly history: StrokeHistory;
  readonly labels: readonly NamedLabel[];
}

/** The next way of looking at it, with F. */
const NEXT_VIEW = new Map(CUT_VIEWS.map((view, i) => [view, CUT_VIEWS[(i + 1) % CUT_VIEWS.length]!]));

/**
 * Cutting out: the strokes, what they lead to and what becomes of it. The pixels are the plugin's and the raster
 * worker's; patches of labels go from one to the other without being looked at here.
 */
class CutSession extends CutMarks implements StrokeTaker {
  /** Places where the border crosses open paper. */
  leaks = $state.raw<readonly BorderSegment[]>([]);
  /** What labels 1, 2, ... stand for. */
  names = $state.raw<readonly string[]>([SUBJECT]);
  /** Whether a picture is open, so that strokes are answered. */
  phase = $state<'closed' | 'opening' | 'open'>('closed');
  /** How far the picture has been looked at, 0-1. */
  progress = $state(0);
  /** Shown while looking at the picture takes longer than a moment. */
  preparing = $state.raw<Job>();
  /** The layer whose strokes are changed. */
  editing = $state.raw<{
    readonly layerId: string;
    readonly plane: 'pixels' | 'mask';
    readonly recipe: Recipe;
  }>();
  /** Whether the tool is in the hand, or one that only moves the picture. */
  shown = $state(false);
  #last = $state.raw<LastStrokes>();
  /** Where the recipe that is edited has its picture from. */
  #source = $state.raw<CutSource>();
  #run: Run | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;
  /** Names the mask that is shown or being made; empty while the labels are shown. */
  #mask = '';
  /** Counts changes of the labels, so that a mask that is late is not shown. */
  #answers = 0;

  /** Whether Ctrl+Z is about strokes. */
  takesUndo = $derived(this.shown && (this.canUndo || this.canRedo));
  /** Whether there is something that Escape gives up. */
  isDirty = $derived(this.history.present.length > 0 || this.editing !== undefined);
  /** Strokes that can be taken up again. */
  canResume = $derived(
    !this.isDirty && this.#last !== undefined && this.#last.documentId === studio.document?.id,
  );
  /** The layer whose strokes are changed, as it is now. */
  target = $derived<LayerInfo | undefined>(
    this.editing && findInfo(studio.document?.layers ?? [], this.editing.layerId),
  );
  look = $derived.by<LabelLook | undefined>(() => {
    const { document } = studio;
    if (!this.shown || !document || this.phase === 'closed') return undefined;
    const { width, height } = document;
    const colours = this.names.map((name) => colourOf(name, this.labels));
    return { width, height, mode: toolbox.settings.segment.view, colours };
  });

  key(key: string): boolean {
    if (!this.shown || workspace.open) return false;
    if (key === 'Enter' && this.isDirty) void this.apply();
    else if (key === 'Escape' && this.preparing) this.stop();
    else if (key === 'Escape' && this.isDirty) this.cancel();
    // What they do elsewhere, to pixels, nobody means here.
    else if ((key === 'Delete' || key === 'Backspace') && this.history.present.length > 0) this.clear();
    else if (key === 'x' || key === 'X') this.swapPaint();
    else if (key === 'f' || key === 'F')
      toolbox.setSegment({ view: NEXT_VIEW.get(toolbox.settings.segment.view)! });
    else return false;
    return true;
  }

  /** Stops looking at the picture. Strokes stay; the next one begins it again. */
  stop(): void {
    if (this.phase !== 'opening') return;
    this.#close();
    notices.info(i18n.t('segment.stopped'));
  }

  /** Which picture is cut. */
  get source(): CutSource {
    if (this.#source) return this.#source;
    const layer = studio.selected;
    return toolbox.settings.segment.source === 'layer' && layer
      ? { type: 'layer', id: layer.id }
      : { type: 'visible' };
  }

  get #params() {
    return cutParams(toolbox.settings.segment);
  }

  /** The tool was taken: looks at the picture, so that the first stroke is answered at once. */
  wake(): void {
    if (this.phase === 'closed' && studio.document && !studio.busy) void this.#open();
  }

  /** Another tool was taken: strokes wait, memory does not. */
  sleep(): void {
    this.#close();
  }

  /** Another document: nothing here is about it. */
  forget(): void {
    this.#close();
    this.#source = undefined;
    this.editing = undefined;
    this.begin(startHistory(), []);
  }

  /** The document may look otherwise: the picture is looked at again if there are strokes. */
  refresh(): void {
    clearTimeout(this.#refreshTimer);
    const run = this.#run;
    if (!run || run.state === studio.version?.state) return;
    this.#refreshTimer = setTimeout(() => {
      if (this.#run !== run || run.state === studio.version?.state) return;
      this.#close();
      if (this.isDirty) this.wake();
    }, REFRESH);
  }

  /** Another picture is to be cut. */
  restart(): void {
    if (!this.#run || JSON.stringify(this.#run.source) === JSON.stringify(this.source)) return;
    this.#close();
    this.wake();
  }

  /** Gives up all strokes; they can be taken up again. */
  cancel(): void {
    const had = this.history.present.length > 0;
    this.#keepLast();
    this.#reset();
    this.wake();
    if (had) notices.offer(i18n.t('segment.cancelled'), i18n.t('segment.resume'), () => this.resume());
  }

  /** Takes the strokes up again that were applied or given up last. */
  resume(): void {
    const last = this.#last;
    if (!last || last.documentId !== studio.document?.id || this.isDirty) return;
    toolbox.choose('segment');
    this.begin(last.history, last.labels);
    this.wake();
    this.send();
  }

  /** Opens the strokes that a layer, or its mask, was made of. */
  edit(layerId: string, plane: 'pixels' | 'mask'): void {
    const layer = findInfo(studio.document?.layers ?? [], layerId);
    const recipe = plane === 'mask' ? layer?.mask?.recipe : layer?.recipe;
    const start = readCutRecipe(recipe, cutOperation()?.plugin.id ?? '');
    if (!layer || !recipe || !start || studio.busy) return;
    if (this.history.present.length > 0) this.#keepLast();
    this.#close();
    studio.selectedIds = [layerId];
    toolbox.choose('segment');
    toolbox.setSegment({ edge: start.edge, invert: start.invert });
    this.editing = { layerId, plane, recipe };
    this.#source = start.source;
    this.begin(startHistory(start.strokes.strokes), []);
    this.wake();
  }

  /** Puts what was cut out into the document, as one step. */
  async apply(): Promise<void> {
    const { document } = studio;
    if (!document || studio.busy) return;
    if (!this.canApply) {
      notices.info(i18n.t('segment.nothing'));
      return;
    }
    const { settings, aim } = { settings: toolbox.settings.segment, aim: this.#aim() };
    if (aim.kind === 'place' && aim.output === 'mask' && aim.layerId === undefined) return;
    this.wake();
    const run = this.#run;
    if (!run) return;
    const strokes = this.history.present;
    const job = new Job('history.cutOut', { x: 0, y: 0, width: document.width, height: document.height });
    studio.job = job;
    try {
      const link = await unlessAborted(run.link, job.signal);
      const params = cutParams(settings);
      const outputs = await link.commit(strokes, params, { signal: job.signal, outputs: outputsFor(aim) });
      const call = planCut(aim, outputs, strokeNames(strokes), this.#recipe(strokes), this.#titles());
      const ids = await this.#place(call);
      this.#keepLast();
      this.#reset();
      if (ids.length > 0) studio.selectedIds = ids;
      notices.info(i18n.t(DONE[aim.kind === 'place' ? aim.output : aim.kind]));
    } catch (error) {
      if (isAbortError(error)) notices.info(i18n.t('job.cancelled'));
      else notices.error(error);
    } finally {
      studio.job = undefined;
    }
  }

  /** Asks for the answer to the strokes as they are. */
  send(): void {
    const run = this.#run;
    if (!run || this.phase !== 'open') return;
    clearTimeout(this.#restTimer);
    const strokes = this.strokes;
    void run.link
      .then((link) => link.update(strokes, this.#params))
      .catch((error: unknown) => this.#run === run && !isAbortError(error) && this.#fail(error));
  }

  /** The view or the border's settings have changed: shows the mask, or the labels again. */
  rest(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => void this.#showMask(), REST);
  }

  #aim(): CutAim {
    const { output, mode } = toolbox.settings.segment;
    if (this.editing && this.target) {
      return { kind: 'update', relatives: relativesOf(studio.document?.layers ?? [], this.editing.recipe) };
    }
    if (output === 'selection') return { kind: 'selection', mode };
    return { kind: 'place', output, mode, source: this.source, layerId: studio.selected?.id };
  }

  #recipe(strokes: readonly Stroke[]) {
    const operation = cutOperation()!;
    return {
      plugin: operation.plugin.id,
      pluginVersion: operation.plugin.version,
      operation: operation.spec.id,
      params: this.#params,
      strokes: { strokes },
    };
  }

  #titles() {
    const source = this.source;
    const layer = source.type === 'layer' ? findInfo(studio.document?.layers ?? [], source.id) : undefined;
    const piece = i18n.t('segment.piece');
    return {
      piece: layer ? `${layer.name} · ${piece}` : piece,
      subject: i18n.t('segment.subject'),
      group: i18n.t('segment.group'),
      rest: i18n.t('segment.rest'),
      below: i18n.t('segment.below'),
    };
  }

  async #place(call: CutCall): Promise<readonly string[]> {
    const raster = await studio.raster;
    const buffers = buffersOfCut(call);
    switch (call.type) {
      case 'selectMask':
        await raster.selectMask(Comlink.transfer(call.mask, buffers), call.mode);
        return [];
      case 'placeCut':
        return raster.placeCut(Comlink.transfer(call.cut, buffers));
      case 'updateCut':
        await raster.updateCut(Comlink.transfer(call.cut, buffers));
        return this.editing ? [this.editing.layerId] : [];
    }
  }

  async #open(): Promise<void> {
    const { document, version } = studio;
    const operation = cutOperation();
    if (!document || !version || !operation) return;
    const { width, height } = document;
    const job = new Job(operation.spec.title, { x: 0, y: 0, width, height });
    const { source } = this;
    const opening = this.#look(source, job, () => run);
    const run: Run = { job, source, document, state: version.state, link: opening };
    this.#run = run;
    job.signal.addEventListener('abort', () => this.#run === run && this.stop());
    this.phase = 'opening';
    this.progress = 0;
    this.showLook();
    const patience = setTimeout(() => this.#run === run && (this.preparing = job), PATIENCE);
    try {
      const link = await opening;
      if (this.#run !== run) return link.close();
      this.phase = 'open';
      if (this.strokes.length > 0) this.send();
    } catch (error) {
      if (this.#run === run) this.#fail(error);
    } finally {
      clearTimeout(patience);
      if (this.preparing === job) this.preparing = undefined;
    }
  }

  async #look(source: CutSource, job: Job, run: () => Run): Promise<CutLink> {
    const image = await cutPicture(source);
    const { width, height } = run().document;
    if (image.width !== width || image.height !== height) {
      // The document has another size than when the picture was kept, and strokes would lie elsewhere.
      const name = this.target?.name ?? '';
      const message = `The picture from which "${name}" was made has another size than the document.`;
      throw new KomaError('RECIPE_INPUT_MISSING', message, { name });
    }
    if (job.signal.aborted) throw new DOMException('cancelled', 'AbortError');
    return CutLink.open(cutOperation()!, image, this.#params, job.signal, {
      update: (update) => this.#run === run() && this.#take(update),
      progress: (fraction) => {
        if (this.#run !== run()) return;
        this.progress = Math.max(this.progress, fraction);
        job.progress(fraction);
      },
      lost: (error) => this.#run === run() && this.#lose(error),
    });
  }

  #take(update: SessionUpdate): void {
    const { names, patch, leaks = [] } = update;
    if (names.join('\n') !== this.names.join('\n')) {
      this.names = names;
      // The colours of the labels come before the labels.
      this.showLook();
    }
    this.leaks = leaks;
    if (update.sharpness !== 'quick') this.progress = 1;
    if (patch) {
      this.#answers++;
      const { x, y, width, height, labels: data } = patch;
      const piece: LabelPiece = { kind: 'labels', x, y, width, height, data };
      this.#mask = '';
      void studio.call((raster) => raster.putLabels(Comlink.transfer(piece, [data.buffer])));
    }
    if (this.drawing.length === 0) this.rest();
  }

  /** Tells the raster worker how labels are to be seen. */
  showLook(): void {
    const { look } = this;
    void studio.call((raster) => raster.showLabels(look));
  }

  async #showMask(): Promise<void> {
    const run = this.#run;
    if (!run || this.phase !== 'open' || this.drawing.length > 0) return;
    const settings = toolbox.settings.segment;
    const isSeveral = this.labels.length > 0 && settings.view === 'tint';
    if (!needsMask(settings) || isSeveral || !this.canApply) {
      if (this.#mask !== '')
        await studio.call((raster) => raster.putLabels({ kind: 'coverage', data: undefined }));
      this.#mask = '';
      return;
    }
    // Another way of looking at the same mask is no reason to make it again.
    const key = JSON.stringify([this.#answers, cutParams(settings)]);
    if (key === this.#mask) return;
    this.#mask = key;
    const answers = this.#answers;
    try {
      const data = await (await run.link).preview(this.history.present, cutParams(settings));
      if (!data || this.#run !== run || this.#answers !== answers) return;
      const piece: LabelPiece = { kind: 'coverage', data };
      await studio.call((raster) => raster.putLabels(Comlink.transfer(piece, [data.buffer])));
    } catch (error) {
      if (this.#run === run && !isAbortError(error)) this.#fail(error);
    }
  }

  /** The plugin's worker is gone. Where it was ended because something did not stop in time, another begins. */
  #lose(error: Error): void {
    if (!isAbortError(error)) return this.#fail(error);
    this.#close();
    if (this.shown) this.wake();
  }

  #fail(error: unknown): void {
    this.#close();
    if (isAbortError(error)) notices.info(i18n.t('segment.stopped'));
    else if (this.target && error instanceof KomaError && error.code === 'LAYER_MISSING') {
      const { name } = this.target;
      notices.error(new KomaError('RECIPE_INPUT_MISSING', error.message, { name }));
    } else notices.error(error);
  }

  #keepLast(): void {
    const documentId = studio.document?.id;
    if (documentId === undefined || this.editing || this.history.present.length === 0) return;
    this.#last = { documentId, history: this.history, labels: this.labels };
  }

  #reset(): void {
    const last = this.#last;
    this.forget();
    this.#last = last;
  }

  #close(): void {
    clearTimeout(this.#restTimer);
    clearTimeout(this.#refreshTimer);
    const run = this.#run;
    this.#run = undefined;
    this.phase = 'closed';
    this.preparing = undefined;
    this.drawing = [];
    this.leaks = [];
    this.names = [SUBJECT];
    this.#mask = '';
    if (!run) return;
    // At once, not when the look is seen to have changed: another session begins with nothing.
    void studio.call((raster) => raster.showLabels(undefined));
    void run.link.then(
      (link) => link.close(),
      () => {},
    );
    run.job.cancel();
  }
}

const DONE = {
  layer: 'segment.done.layer',
  hole: 'segment.done.hole',
  mask: 'segment.done.mask',
  split: 'segment.done.split',
  selection: 'segment.done.selection',
  update: 'segment.done.update',
} as const;

async function cutPicture(source: CutSource): Promise<RasterImage> {
  const raster = await studio.raster;
  const { port1, port2 } = new MessageChannel();
  const received = receiveData<RasterImage>(port2);
  // Where nothing is sent, that is the error.
  received.catch(() => {});
  await raster.send({ type: 'cut', source }, port1);
  return received;
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')), {
      once: true,
    });
    promise.then(resolve, reject);
  });
}

export const cut = new CutSession();
