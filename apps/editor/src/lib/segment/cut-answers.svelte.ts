import { isAbortError } from '@koma/core/errors';
import type { BorderSegment } from '@koma/core/plugin';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { CutSource, LabelLook } from '#lib/raster/protocol.ts';
import { cutOperation } from '#lib/studio/cut-operation.ts';
import type { Job } from '#lib/studio/job.svelte.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { studio } from '#lib/studio/studio.svelte.ts';
import { toolbox } from '#lib/tools/toolbox.svelte.ts';
import type { CutLink } from './cut-link.ts';
import { CutMarks } from './cut-marks.svelte.ts';
import { tellMissing } from './cut-picture.ts';
import { CutRun } from './cut-run.svelte.ts';
import { cutParams, needsMask } from './cut-settings.ts';
import { colourOf } from './label-colours.ts';
import { MaskView } from './mask-view.ts';

/** Milliseconds without a change after which the mask itself is shown where it differs from the labels. */
const REST = 220;
/** Milliseconds for which a picture stays open for a tool that was approached and not taken. */
const LINGER = 1000;
/** Milliseconds after which another state of the document is looked at: undo is often pressed again and again. */
const REFRESH = 250;

const NOTHING: readonly never[] = [];

/**
 * Looks at a picture while the tool is in the hand, and answers strokes. The pixels are the plugin's and the raster
 * worker's; patches of labels go from one to the other without being looked at here.
 */
export abstract class CutAnswers extends CutMarks {
  /** Whether the tool is in the hand, or one that only moves the picture. */
  shown = $state(false);
  /** The picture that is open. */
  protected run = $state.raw<CutRun>();
  readonly #view = new MaskView();
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;
  #lingerTimer: ReturnType<typeof setTimeout> | undefined;

  /** Whether a picture is open, so that strokes are answered. */
  phase = $derived<'closed' | 'opening' | 'open'>(
    this.run === undefined ? 'closed' : this.run.isOpen ? 'open' : 'opening',
  );
  /** How far the picture has been looked at, 0-1. */
  progress = $derived(this.run?.progress ?? 0);
  /** Shown while looking at the picture takes longer than a moment. */
  preparing = $derived<Job | undefined>(this.run?.isSlow === true ? this.run.job : undefined);
  /** Places where the border crosses open paper. */
  leaks = $derived<readonly BorderSegment[]>(this.run?.leaks ?? NOTHING);
  #isAsked = $derived(this.strokes.length > 0);
  look = $derived.by<LabelLook | undefined>(() => {
    const { document } = studio;
    if (!this.shown || !document || !this.run) return undefined;
    const { width, height } = document;
    const colours = this.run.names.map((name) => colourOf(name, this.labels));
    // While nothing is cut out yet, a preview of that would be nothing at all.
    const mode = this.#isAsked && this.run.hasAnswer ? toolbox.settings.segment.view : 'tint';
    return { width, height, mode, colours };
  });

  /** Which picture is cut. */
  abstract get source(): CutSource;
  /** Whether strokes, or a layer made of some, are being worked on. */
  abstract get isDirty(): boolean;
  /** The layer that is changed, for messages. */
  abstract get target(): { readonly name: string } | undefined;

  /** Stops looking at the picture. Strokes stay; the next one begins it again. */
  stop(): void {
    if (this.phase !== 'opening') return;
    this.close();
    notices.info(i18n.t('segment.stopped'));
  }

  /** The tool was taken: looks at the picture, so that the first stroke is answered at once. */
  wake(): void {
    const { document, version } = studio;
    const operation = cutOperation();
    if (this.run || !document || !version || !operation || studio.busy) return;
    const [{ source }, params] = [this, cutParams(toolbox.settings.segment)];
    const run = new CutRun(
      { operation, source, document, state: version.state, params },
      {
        opened: () => this.resend(),
        answered: ({ patch }, isRenamed) => {
          // The colours of the labels come before the labels.
          if (isRenamed) this.showLook();
          if (patch) this.#view.put(patch);
          if (this.drawing.length === 0) this.rest();
        },
        failed: (error) => this.#fail(error),
        // Where it was ended because something did not stop in time, another begins.
        lost: (error) => (isAbortError(error) ? this.#restart() : this.#fail(error)),
        stopped: () => this.stop(),
      },
    );
    this.run = run;
    this.showLook();
  }

  /** The tool is about to be taken: looks at the picture, so that less of that is left to wait for. */
  anticipate(): void {
    clearTimeout(this.#lingerTimer);
    this.wake();
  }

  /** It was approached, and perhaps is not taken after all. */
  pass(): void {
    clearTimeout(this.#lingerTimer);
    this.#lingerTimer = setTimeout(() => !this.shown && this.sleep(), LINGER);
  }

  /** Another tool was taken: strokes wait, memory does not. */
  sleep(): void {
    this.close();
  }

  /** The document may look otherwise: the picture is looked at again if there are strokes. */
  refresh(): void {
    clearTimeout(this.#refreshTimer);
    const run = this.run;
    if (!run || run.state === studio.version?.state) return;
    this.#refreshTimer = setTimeout(() => {
      if (this.run !== run || run.state === studio.version?.state) return;
      this.close();
      if (this.isDirty) this.wake();
    }, REFRESH);
  }

  /** Another picture is to be cut. */
  restart(): void {
    if (!this.run || JSON.stringify(this.run.source) === JSON.stringify(this.source)) return;
    this.close();
    this.wake();
  }

  /** Asks for the answer to the strokes as they are. */
  send(): void {
    const run = this.run;
    if (!run?.isOpen) return;
    clearTimeout(this.#restTimer);
    const [{ strokes }, params] = [this, cutParams(toolbox.settings.segment)];
    this.#ask(run, (link) => link.update(strokes, params));
  }

  /** Asks for the answer to strokes that were drawn before the picture was open, or the tool taken. */
  resend(): void {
    // While nothing shows labels they would be lost.
    if (this.shown && this.strokes.length > 0) this.send();
  }

  /** The view or the border's settings have changed: shows the mask, or the labels again. */
  rest(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#showMask(), REST);
  }

  /** Tells the raster worker how labels are to be seen. */
  showLook(): void {
    this.#view.look(this.look);
  }

  #showMask(): void {
    const run = this.run;
    if (!run?.isOpen || this.drawing.length > 0) return;
    const settings = toolbox.settings.segment;
    const isSeveral = this.isSeveral && settings.view === 'tint';
    if (!needsMask(settings) || isSeveral || !this.canApply) void this.#view.showLabels();
    else this.#ask(run, () => this.#view.showMask(run, this.history.present, settings));
  }

  /** What comes of it too late, or is cancelled, nobody is told. */
  #ask(run: CutRun, work: (link: CutLink) => Promise<unknown>): void {
    run.link
      .then(work)
      .catch((error: unknown) => this.run === run && !isAbortError(error) && this.#fail(error));
  }

  #restart(): void {
    this.close();
    if (this.shown) this.wake();
  }

  #fail(error: unknown): void {
    this.close();
    // Whoever takes the tool then is told.
    if (!this.shown) return;
    if (isAbortError(error)) notices.info(i18n.t('segment.stopped'));
    else notices.error(this.target ? tellMissing(error, this.target.name) : error);
  }

  /** Ends looking at the picture. */
  protected close(): void {
    clearTimeout(this.#restTimer);
    clearTimeout(this.#refreshTimer);
    const run = this.run;
    this.run = undefined;
    this.drawing = [];
    if (!run) return;
    // At once, not when the look is seen to have changed: another session begins with nothing.
    this.#view.look(undefined);
    run.close();
  }
}
