import type { BrushSettings } from './brush-settings.ts';
import type { Dab } from './dab.ts';
import { Stabiliser, stabiliserOptions } from './stabiliser.ts';
import { StrokeBuffer, type StrokeDamage } from './stroke-buffer.ts';
import { StrokePath } from './stroke-path.ts';
import type { StrokeSample } from './stroke-sample.ts';

/**
 * A stroke from pen down to pen up: stabiliser, path and coverage in a row. After each call put the
 * damaged tiles on the layer with `applyStroke`, from the pixels as they were before the stroke.
 *
 * For a straight line (Shift) make one with `stabiliser: 0` and add its two ends.
 */
export class BrushStroke {
  readonly coverage: StrokeBuffer;
  readonly #stabiliser: Stabiliser;
  readonly #path: StrokePath;

  /** @param zoom pixels of the screen per pixel of the document, for the stabiliser */
  constructor(settings: BrushSettings, zoom = 1) {
    this.coverage = new StrokeBuffer(settings);
    this.#stabiliser = new Stabiliser(stabiliserOptions(settings.stabiliser, zoom));
    this.#path = new StrokePath(settings);
  }

  /** The pointer moved: the coalesced events of one event, or as many as there are. */
  add(samples: readonly StrokeSample[]): StrokeDamage {
    const dabs: Dab[] = [];
    for (const sample of samples) {
      const steadied = this.#stabiliser.add(sample);
      // Not spread into push: a wild jump makes more dabs than a call takes arguments.
      if (steadied) for (const dab of this.#path.add(steadied)) dabs.push(dab);
    }
    return this.coverage.update(dabs, this.#path.tail());
  }

  /** The pointer was lifted. */
  end(): StrokeDamage {
    const dabs = this.#stabiliser.end().flatMap((sample) => this.#path.add(sample));
    return this.coverage.paint([...dabs, ...this.#path.end()]);
  }
}
