import type { LocalizedText, PreviewTile } from '@koma/core/plugin';
import type { Rect } from '@koma/core/raster';
import type { HistoryLabel } from '#lib/raster/protocol.ts';

/** A running operation, or a fill that takes its time, as the panels show it. */
export class Job {
  readonly title: HistoryLabel;
  /** Where the preview lies, in pixels of the document. */
  readonly frame: Rect;
  readonly startedAt = performance.now();
  fraction = $state(0);
  /** In the plugin's words: "pass 1 of 2". */
  label = $state.raw<LocalizedText>();
  /** Seconds left, or undefined until there is something to go by. */
  secondsLeft = $state<number>();
  cancelling = $state(false);
  readonly #controller = new AbortController();
  readonly #listeners = new Set<(tile: PreviewTile) => void>();

  constructor(title: HistoryLabel, frame: Rect) {
    this.title = title;
    this.frame = frame;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get seconds(): number {
    return (performance.now() - this.startedAt) / 1000;
  }

  cancel(): void {
    this.cancelling = true;
    this.#controller.abort();
  }

  progress(fraction: number, label?: LocalizedText): void {
    this.fraction = fraction;
    this.label = label;
    // The first percent holds the loading of the model, from which nothing can be concluded.
    if (fraction > 0.02) this.secondsLeft = (this.seconds / fraction) * (1 - fraction);
  }

  /** @returns a function that ends the subscription */
  onPreview(listener: (tile: PreviewTile) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  preview(tile: PreviewTile): void {
    for (const listener of this.#listeners) listener(tile);
  }
}
