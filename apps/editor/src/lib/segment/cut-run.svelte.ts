import type { BorderSegment, ParamValue, SessionUpdate } from '@koma/core/plugin';
import type { CutSource } from '#lib/raster/protocol.ts';
import { Job } from '#lib/studio/job.svelte.ts';
import type { OfferedOperation } from '#lib/studio/operations.ts';
import { CutLink } from './cut-link.ts';
import { cutPicture } from './cut-picture.ts';
import { SUBJECT } from './label-colours.ts';

/** Milliseconds of looking at the picture after which a progress bar is shown. */
const PATIENCE = 300;

/** Which picture is looked at, and how. */
export interface CutRunStart {
  readonly operation: OfferedOperation;
  readonly source: CutSource;
  readonly document: { readonly width: number; readonly height: number };
  /** The state of the document that is looked at. */
  readonly state: number;
  readonly params: Readonly<Record<string, ParamValue>>;
}

/** What a run tells whoever began it, as long as it is not closed. */
export interface CutRunEvents {
  /** Strokes are answered from now on. */
  opened(): void;
  /** An answer. What it says besides labels is in the run already. @param renamed labels mean something else now */
  answered(update: SessionUpdate, renamed: boolean): void;
  /** The picture can't be looked at. */
  failed(error: unknown): void;
  /** The plugin's worker is gone. */
  lost(error: Error): void;
  /** The person has pressed Cancel. */
  stopped(): void;
}

/** One picture that is being looked at, from then on until it is closed. */
export class CutRun {
  readonly source: CutSource;
  readonly state: number;
  readonly job: Job;
  /** Answers strokes. */
  readonly link: Promise<CutLink>;
  isOpen = $state(false);
  /** How far the picture has been looked at, 0-1. */
  progress = $state(0);
  /** Whether that takes longer than a moment. */
  isSlow = $state(false);
  /** Whether there is an answer to anything yet. */
  hasAnswer = $state(false);
  /** Places where the border crosses open paper. */
  leaks = $state.raw<readonly BorderSegment[]>([]);
  /** What labels 1, 2, ... stand for. */
  names = $state.raw<readonly string[]>([SUBJECT]);
  #isClosed = false;
  readonly #events: CutRunEvents;

  constructor(start: CutRunStart, events: CutRunEvents) {
    const { width, height } = start.document;
    this.source = start.source;
    this.state = start.state;
    this.job = new Job(start.operation.spec.title, { x: 0, y: 0, width, height });
    this.#events = events;
    this.job.signal.addEventListener('abort', () => !this.#isClosed && events.stopped());
    this.link = this.#look(start);
    void this.#wait();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends it. Nothing is told any more. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.isSlow = false;
    void this.link.then(
      (link) => link.close(),
      () => {},
    );
    this.job.cancel();
  }

  async #look({ operation, source, params }: CutRunStart): Promise<CutLink> {
    CutLink.prepare(operation);
    CutLink.prepare(operation);
    const image = await cutPicture(source);
    const { signal } = this.job;
    if (signal.aborted) throw new DOMException('cancelled', 'AbortError');
    return CutLink.open(operation, image, params, signal, {
      update: (update) => this.#take(update),
      progress: (fraction) => {
        this.progress = Math.max(this.progress, fraction);
        this.job.progress(fraction);
      },
      lost: (error) => !this.#isClosed && this.#events.lost(error),
    });
  }

  async #wait(): Promise<void> {
    const patience = setTimeout(() => (this.isSlow = !this.#isClosed), PATIENCE);
    try {
      await this.link;
      if (this.#isClosed) return;
      this.isOpen = true;
      this.#events.opened();
    } catch (error) {
      if (!this.#isClosed) this.#events.failed(error);
    } finally {
      clearTimeout(patience);
      this.isSlow = false;
    }
  }

  #take(update: SessionUpdate): void {
    if (this.#isClosed) return;
    const { names, leaks = [], sharpness } = update;
    const isRenamed = names.join('\n') !== this.names.join('\n');
    if (isRenamed) this.names = names;
    this.leaks = leaks;
    this.hasAnswer = true;
    if (sharpness !== 'quick') this.progress = 1;
    this.#events.answered(update, isRenamed);
  }
}
