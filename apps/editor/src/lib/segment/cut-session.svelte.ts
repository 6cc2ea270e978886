import type { Recipe } from '@koma/core/document';
import { isAbortError } from '@koma/core/errors';
import { workspace } from '#lib/generate/workspace.svelte.ts';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { CutSource, LayerInfo } from '#lib/raster/protocol.ts';
import { cutOperation } from '#lib/studio/cut-operation.ts';
import { Job } from '#lib/studio/job.svelte.ts';
import { findInfo } from '#lib/studio/layer-infos.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { toolbox } from '#lib/tools/toolbox.svelte.ts';
import { viewport } from '#lib/viewport/viewport-state.svelte.ts';
import { applyCut } from './apply-cut.ts';
import { brushSize, shareOfBrush } from './brush-size.ts';
import { CutAnswers } from './cut-answers.svelte.ts';
import { outputsFor, type CutAim } from './cut-plan.ts';
import { leadingRecipe, readCutMade, readCutRecipe, relativesOf } from './cut-recipe.ts';
import { CUT_VIEWS, cutParams } from './cut-settings.ts';
import type { NamedLabel } from './label-colours.ts';
import { startHistory, type StrokeHistory } from './stroke-history.ts';
import type { StrokeTaker } from './stroke-taker.ts';

/** The layer whose strokes are changed. */
interface EditedCut {
  readonly layerId: string;
  readonly recipe: Recipe;
  /** Where the recipe has its picture from. */
  readonly source: CutSource;
}

/** Strokes that were applied or given up last, and of which document. */
interface LastStrokes {
  readonly documentId: string;
  readonly history: StrokeHistory;
  readonly labels: readonly NamedLabel[];
}

/** The next way of looking at it, with F. */
const NEXT_VIEW = new Map(CUT_VIEWS.map((view, i) => [view, CUT_VIEWS[(i + 1) % CUT_VIEWS.length]!]));

/** Cutting out: where strokes come from, and what becomes of what they lead to. */
class CutSession extends CutAnswers implements StrokeTaker {
  editing = $state.raw<EditedCut>();
  #last = $state.raw<LastStrokes>();
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

  /** Diameter of the brush in pixels of the document. */
  get size(): number {
    return brushSize(toolbox.settings.segment.sizeShare, studio.document, viewport.size);
  }
  set size(size: number) {
    if (studio.document) toolbox.setSegment({ sizeShare: shareOfBrush(size, studio.document) });
  }

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

  /** Which picture is cut. */
  get source(): CutSource {
    if (this.editing) return this.editing.source;
    const layer = studio.selected;
    return toolbox.settings.segment.source === 'layer' && layer
      ? { type: 'layer', id: layer.id }
      : { type: 'visible' };
  }

  /** Another document: nothing here is about it. */
  forget(): void {
    this.close();
    this.editing = undefined;
    this.begin(startHistory(), []);
  }

  /** Gives up all strokes; they can be taken up again. */
  cancel(): void {
    const had = this.history.present.length > 0;
    this.#keepLast();
    this.forget();
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
    const layers = studio.document?.layers ?? [];
    const layer = findInfo(layers, layerId);
    const recipe = leadingRecipe(layers, plane === 'mask' ? layer?.mask?.recipe : layer?.recipe);
    const start = readCutRecipe(recipe, cutOperation()?.plugin.id ?? '');
    if (!layer || !recipe || !start || studio.busy) return;
    this.#take(() => {
      studio.selectedIds = [layerId];
      toolbox.setSegment({ edge: start.edge, invert: start.invert });
      this.editing = { layerId, recipe, source: start.source };
      this.begin(startHistory(start.strokes.strokes), []);
    });
  }

  /** Opens the strokes that the selection was made of. */
  editSelection(): void {
    const { document } = studio;
    const start = readCutMade(document?.selectionMade, cutOperation()?.plugin.id ?? '');
    if (!document || !start || studio.busy) return;
    const { source, edge, invert, strokes } = start;
    this.#take(() => {
      this.editing = undefined;
      if (source.type === 'layer' && findInfo(document.layers, source.id)) studio.selectedIds = [source.id];
      const choice = source.type === 'layer' ? 'layer' : 'all';
      toolbox.setSegment({ edge, invert, source: choice, output: 'selection', mode: 'replace' });
      this.begin(startHistory(strokes.strokes), []);
    });
  }

  /** Puts what was cut out into the document, as one step. */
  async apply(): Promise<void> {
    const { document } = studio;
    const operation = cutOperation();
    if (!document || !operation || studio.busy) return;
    if (!this.canApply) {
      notices.info(i18n.t('segment.nothing'));
      return;
    }
    const aim = this.#aim();
    if (aim.kind === 'place' && aim.output === 'mask' && aim.layerId === undefined) return;
    this.wake();
    const run = this.run;
    if (!run) return;
    const [strokes, params] = [this.history.present, cutParams(toolbox.settings.segment)];
    const job = new Job('history.cutOut', { x: 0, y: 0, width: document.width, height: document.height });
    studio.job = job;
    try {
      const { signal } = job;
      const link = await unlessAborted(run.link, signal);
      const outputs = await link.commit(strokes, params, { signal, outputs: outputsFor(aim) });
      const ids = await applyCut(aim, { operation, params, strokes, source: this.source }, outputs);
      const chosen = this.editing ? [this.editing.layerId] : ids;
      this.#keepLast();
      this.forget();
      if (chosen.length > 0) studio.selectedIds = chosen;
      notices.info(i18n.t(DONE[aim.kind === 'place' ? aim.output : aim.kind]));
    } catch (error) {
      if (isAbortError(error)) notices.info(i18n.t('job.cancelled'));
      else notices.error(error);
    } finally {
      studio.job = undefined;
    }
  }

  #aim(): CutAim {
    const { output, mode } = toolbox.settings.segment;
    if (this.editing && this.target)
      return { kind: 'update', relatives: relativesOf(studio.document?.layers ?? [], this.editing.recipe) };
    const { source } = this;
    if (output === 'selection') return { kind: 'selection', mode, source };
    return { kind: 'place', output, mode, source, layerId: studio.selected?.id };
  }

  /** Begins with strokes of before; those that are there can be taken up again. */
  #take(begin: () => void): void {
    if (this.history.present.length > 0) this.#keepLast();
    this.close();
    toolbox.choose('segment');
    begin();
    this.wake();
  }

  #keepLast(): void {
    const documentId = studio.document?.id;
    if (documentId === undefined || this.editing || this.history.present.length === 0) return;
    this.#last = { documentId, history: this.history, labels: this.labels };
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

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')), {
      once: true,
    });
    promise.then(resolve, reject);
  });
}

export const cut = new CutSession();
