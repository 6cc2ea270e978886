import type { BorderSegment, LabelPatch, Stroke } from '@koma/core/plugin';
import type { Steps } from '@koma/core/steps';
import type { PreparedPage } from '@koma/lineart';
import { BandRefiner } from './label/band-refiner.ts';
import { findLeaks } from './label/find-leaks.ts';
import { paintLabels } from './label/label-plane.ts';
import { RegionLabeller, type RegionLabels } from './label/region-labeller.ts';
import { isEmpty, join, meet, NOWHERE, strokeBounds } from './strokes/bounds.ts';
import type { Bounds } from './strokes/capsule-spans.ts';
import type { PaintPlane } from './strokes/paint-plane.ts';

/**
 * Labels a prepared page by strokes: regions at once, borders on request. Where both have been brought up to date,
 * the labels are a function of the page and the strokes alone.
 */
export class Segmenter {
  readonly page: PreparedPage;
  readonly #paint: PaintPlane;
  readonly #labeller: RegionLabeller;
  readonly #refiner: BandRefiner;
  #answer: RegionLabels | undefined;
  readonly #coarse: Uint8Array;
  readonly #refined: Uint8Array;
  /** Where borders wait to be refined. */
  #pending: Bounds = NOWHERE;

  /** @param paint of the page, shared with who else labels it */
  constructor(page: PreparedPage, paint: PaintPlane) {
    this.page = page;
    this.#paint = paint;
    this.#labeller = new RegionLabeller(page, paint);
    this.#refiner = new BandRefiner(page, paint);
    this.#coarse = new Uint8Array(page.width * page.height);
    this.#refined = new Uint8Array(page.width * page.height);
  }

  /**
   * Labels the regions for all strokes that were painted before this segmenter was made.
   * @returns bounds of all that may not be background
   */
  begin(): Bounds {
    const page = { left: 0, top: 0, right: this.page.width, bottom: this.page.height };
    // Regions tell of themselves; hard strokes have pixels also where their region is another's.
    const hard = this.#paint.strokes.filter((stroke) => stroke.hard === true);
    return this.#relabel(hard.map((stroke) => strokeBounds(stroke, page)).reduce(join, NOWHERE));
  }

  /** What labels 1, 2, ... stand for. */
  get names(): readonly string[] {
    return this.#answer?.strokes.names ?? ['fg'];
  }

  /** Whether all borders are refined. */
  get isRefined(): boolean {
    return isEmpty(this.#pending);
  }

  /**
   * Labels of the page's pixels once all is refined; read only, changed by the next call.
   */
  get refined(): Uint8Array {
    return this.#refined;
  }

  /**
   * Paints other strokes and labels the regions.
   * @returns bounds of what may have changed
   */
  update(strokes: readonly Stroke[]): Bounds {
    const painted = this.#paint.update(strokes, this.#labeller.tally.changed);
    return this.#relabel(painted);
  }

  /**
   * Labels the regions for the strokes that are painted.
   * @param painted where paint has changed, of which the labeller knows
   * @returns bounds of what may have changed
   */
  #relabel(painted: Bounds): Bounds {
    const before = this.#answer;
    const answer = this.#labeller.solve();
    this.#answer = answer;
    // Another numbering of the same names: all labels that are numbers have to be written anew.
    const isRenumbered = before !== undefined && !isPrefix(before.strokes.names, answer.strokes.names);
    const page = { left: 0, top: 0, right: this.page.width, bottom: this.page.height };
    const changed = isRenumbered ? page : join(this.#labeller.changedBetween(before, answer), painted);
    if (isEmpty(changed)) return NOWHERE;
    paintLabels(this.#coarse, answer, this.#paint, changed);
    this.#pending = join(this.#pending, changed);
    return changed;
  }

  /**
   * Refines all borders that changed, bit by bit. To be left before its end where other strokes come meanwhile.
   * @param changed told the bounds of what may have changed
   */
  *refine(changed: (bounds: Bounds) => void = () => {}): Steps<void> {
    const answer = this.#answer;
    if (!answer || isEmpty(this.#pending)) return;
    const used = [...new Set(answer.strokes.labels)].filter((label) => label > 0);
    const { labels } = answer.strokes;
    const bounds = yield* this.#refiner.refine(this.#coarse, this.#refined, this.#pending, used, labels);
    changed(bounds);
    this.#pending = NOWHERE;
  }

  /** Where borders cross open paper. */
  leaks(): BorderSegment[] {
    return this.#answer ? findLeaks(this.page, this.#answer) : [];
  }

  /**
   * What differs from labels that were sent, and takes note of it there.
   * @param sent labels of the page's pixels
   * @param bounds of where anything may differ
   */
  patch(sent: Uint8Array, bounds: Bounds): LabelPatch | undefined {
    const { width } = this.page;
    let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
    const send = (labels: Uint8Array, y: number, from: number, to: number): void => {
      for (let x = from, at = y * width + from; x < to; x++, at++) {
        const label = labels[at]!;
        if (sent[at] === label) continue;
        sent[at] = label;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        bottom = y;
      }
    };
    // Where borders wait to be refined, the regions' own are shown.
    const coarse = meet(this.#pending, bounds);
    for (let y = bounds.top; y < bounds.bottom; y++)
      if (y >= coarse.top && y < coarse.bottom) {
        send(this.#refined, y, bounds.left, coarse.left);
        send(this.#coarse, y, coarse.left, coarse.right);
        send(this.#refined, y, coarse.right, bounds.right);
      } else send(this.#refined, y, bounds.left, bounds.right);
    if (bottom < 0) return undefined;
    const size = { width: right - left + 1, height: bottom - top + 1 };
    const labels = new Uint8Array(size.width * size.height);
    for (let y = 0; y < size.height; y++) {
      const from = (top + y) * width + left;
      labels.set(sent.subarray(from, from + size.width), y * size.width);
    }
    return { x: left, y: top, ...size, labels };
  }
}

function isPrefix(before: readonly string[], now: readonly string[]): boolean {
  return before.every((name, i) => i >= now.length || name === now[i]);
}
