import { unlessAborted } from '@koma/core/plugin';
import type {
  CommitContext,
  InteractiveSession,
  OperationOutputs,
  ParamValues,
  SessionContext,
  SessionUpdate,
  StrokesInput,
} from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { preparePage } from '@koma/lineart';
import { cutOutputs } from './cut-outputs.ts';
import { drive } from './drive.ts';
import { quickLook } from './quick-look.ts';
import { requireSubject } from './require-subject.ts';
import { readParams, type SegmentParams } from './segment-params.ts';
import { Segmenter } from './segmenter.ts';
import { join, NOWHERE } from './strokes/bounds.ts';
import type { Bounds } from './strokes/capsule-spans.ts';
import { PaintPlane } from './strokes/paint-plane.ts';

/** Pages of more pixels are looked at in a quarter of their size first. */
const QUICK_ABOVE = 2 ** 20;
/** How long what waits for a quick look takes to be answered, ms. */
const ANSWERED_MS = 40;
/** How long nothing is drawn before borders are refined, ms. */
const REST_MS = 50;

/** A page that is being segmented: answers strokes from a reduced picture at first, and better as it learns more. */
export class SegmentSession implements InteractiveSession {
  readonly #image: RasterImage;
  readonly #context: SessionContext;
  readonly #paint: PaintPlane;
  /** Labels as the host has them. */
  readonly #sent: Uint8Array;
  /** Where they may be other than background. */
  #told: Bounds = NOWHERE;
  /** Where labels may differ from those that were sent. */
  #unsent: Bounds = NOWHERE;
  #segmenter: Segmenter | undefined;
  #prepared: SegmentParams['prepare'];
  #isFull = false;
  /** Ends when the page is prepared in full; stopped by `#preparing`. */
  #full: Promise<void> = Promise.resolve();
  #preparing = new AbortController();
  #resting = new AbortController();

  private constructor(image: RasterImage, prepared: SegmentParams['prepare'], context: SessionContext) {
    this.#image = image;
    this.#prepared = prepared;
    this.#context = context;
    this.#paint = new PaintPlane(image.width, image.height);
    this.#sent = new Uint8Array(image.width * image.height);
  }

  /** Resolves as soon as strokes can be answered; the rest of the preparation goes on by itself. */
  static async open(
    image: RasterImage,
    params: ParamValues,
    context: SessionContext,
  ): Promise<SegmentSession> {
    const session = new SegmentSession(image, readParams(params).prepare, context);
    await session.#prepare(context.signal);
    return session;
  }

  async update(
    { strokes }: StrokesInput,
    params: ParamValues,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<SessionUpdate> {
    this.#stopResting();
    await this.#prepareFor(readParams(params), signal);
    const segmenter = this.#segmenter!;
    this.#unsent = join(this.#unsent, segmenter.update(strokes));
    this.#rest();
    return this.#answer();
  }

  async commit(
    { strokes }: StrokesInput,
    params: ParamValues,
    context: CommitContext,
  ): Promise<OperationOutputs> {
    const { signal } = context;
    this.#stopResting();
    const read = readParams(params);
    requireSubject(strokes, this.#image);
    await this.#prepareFor(read, signal);
    await unlessAborted(this.#full, signal);
    const segmenter = this.#segmenter!;
    try {
      this.#unsent = join(this.#unsent, segmenter.update(strokes));
      await this.#refine(segmenter, signal);
      context.progress(0.3);
      const { page, refined: labels, names } = segmenter;
      const making = cutOutputs({ page, image: this.#image, labels, names }, read, (output) =>
        context.wants(output),
      );
      return await drive(making, signal, (fraction) => context.progress(0.3 + 0.7 * fraction));
    } finally {
      this.#rest();
    }
  }

  close(): void {
    this.#stopResting();
    this.#preparing.abort();
    this.#segmenter = undefined;
  }

  /** Other ways to look at the page make other regions, so it is prepared anew. */
  async #prepareFor({ prepare }: SegmentParams, signal: AbortSignal): Promise<void> {
    const before = this.#prepared;
    const isSame = before.toneRemoval === prepare.toneRemoval && before.closeGaps === prepare.closeGaps;
    if (isSame && this.#segmenter) return;
    this.#prepared = prepare;
    this.#segmenter = undefined;
    await this.#prepare(signal);
  }

  async #prepare(signal: AbortSignal): Promise<void> {
    this.#preparing.abort();
    this.#preparing = new AbortController();
    const stop = AbortSignal.any([this.#preparing.signal, this.#context.signal]);
    const isLarge = this.#image.width * this.#image.height > QUICK_ABOVE;
    await this.#look(isLarge ? quickLook : preparePage, AbortSignal.any([stop, signal]), !isLarge);
    if (!isLarge) return;
    this.#full = this.#prepareInFull(stop);
    // Whoever needs it is told; others go on with what they have.
    this.#full.catch(() => {});
  }

  /** Begins when the first strokes, which have waited for the quick look, are answered. */
  async #prepareInFull(stop: AbortSignal): Promise<void> {
    await new Promise((begin) => setTimeout(begin, ANSWERED_MS));
    await this.#look(preparePage, stop, true);
    this.#push();
    this.#rest();
  }

  async #look(prepare: typeof preparePage, signal: AbortSignal, isFull: boolean): Promise<void> {
    const steps = prepare(this.#image, this.#prepared);
    const page = await drive(steps, signal, (fraction) => {
      if (isFull) this.#context.progress(fraction);
    });
    this.#stopResting();
    const segmenter = new Segmenter(page, this.#paint);
    this.#segmenter = segmenter;
    this.#isFull = isFull;
    this.#unsent = join(segmenter.begin(), this.#told);
  }

  /** Refines the borders once nothing has been drawn for a while. */
  #rest(): void {
    this.#stopResting();
    const segmenter = this.#segmenter;
    if (!segmenter || !this.#isFull) return;
    const resting = new AbortController();
    this.#resting = resting;
    const refine = async (): Promise<void> => {
      try {
        await this.#refine(segmenter, resting.signal);
        this.#push();
      } catch (error) {
        if (!resting.signal.aborted) this.#context.log(`borders were not refined: ${String(error)}`);
      }
    };
    const timer = setTimeout(() => void refine(), REST_MS);
    resting.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  #stopResting(): void {
    this.#resting.abort();
  }

  async #refine(segmenter: Segmenter, signal: AbortSignal): Promise<void> {
    const changed = (bounds: Bounds): void => {
      this.#unsent = join(this.#unsent, bounds);
    };
    await drive(segmenter.refine(changed), signal);
  }

  #push(): void {
    if (!this.#context.signal.aborted && this.#segmenter) this.#context.push(this.#answer());
  }

  #answer(): SessionUpdate {
    const segmenter = this.#segmenter!;
    const patch = segmenter.patch(this.#sent, this.#unsent);
    this.#unsent = NOWHERE;
    if (patch) {
      const { x, y, width, height } = patch;
      this.#told = join(this.#told, { left: x, top: y, right: x + width, bottom: y + height });
    }
    const { names, isRefined } = segmenter;
    if (!this.#isFull) return { names, patch, sharpness: 'quick' };
    return isRefined
      ? { names, patch, sharpness: 'refined', leaks: segmenter.leaks() }
      : { names, patch, sharpness: 'full' };
  }
}
