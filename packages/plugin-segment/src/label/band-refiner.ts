import { Fixed, refineBandSteps, type PreparedPage } from '@koma/lineart';
import type { Steps } from '@koma/core/steps';
import { isEmpty, join, meet, NOWHERE } from '../strokes/bounds.ts';
import type { Bounds } from '../strokes/capsule-spans.ts';
import type { PaintPlane } from '../strokes/paint-plane.ts';
import { hardLabels } from './label-plane.ts';
import { NO_LABEL } from './stroke-labels.ts';

/** Stands for all labels together, against the background. */
const ANY = -1;

interface LabelPlanes {
  /** 1 where the label is, from regions. */
  readonly coarse: Uint8Array;
  /** 1 where it is after the cut of the band. */
  readonly refined: Uint8Array;
}

/**
 * Moves the borders between labels onto the page's lines, each label against all others, where something changed.
 * What comes out depends on the labels and the paint alone.
 */
export class BandRefiner {
  readonly #page: PreparedPage;
  readonly #paint: PaintPlane;
  /** Made when the first hard stroke comes. */
  #fixed: Uint8Array | undefined;
  readonly #planes = new Map<number, LabelPlanes>();

  constructor(page: PreparedPage, paint: PaintPlane) {
    this.#page = page;
    this.#paint = paint;
  }

  /**
   * Where it is left before its end, `dirty` has to be part of that of the next call.
   * @param coarse labels of the page's pixels; changed since the last call within `dirty` at most
   * @param refined the refined labels, brought up to date
   * @param used the labels that there are besides background
   * @param strokeLabels of the strokes by their number
   * @returns bounds of what may have changed in `refined`
   */
  *refine(
    coarse: Uint8Array,
    refined: Uint8Array,
    dirty: Bounds,
    used: readonly number[],
    strokeLabels: Int16Array,
  ): Steps<Bounds> {
    if (isEmpty(dirty)) return NOWHERE;
    const { width, height, grey, lineWidth, line, regions } = this.#page;
    const rect = {
      x: dirty.left,
      y: dirty.top,
      width: dirty.right - dirty.left,
      height: dirty.bottom - dirty.top,
    };
    const hard = hardLabels(this.#paint, strokeLabels);
    let changed = dirty;
    const wanted = used.length > 1 ? [ANY, ...used] : used;
    for (const label of new Set([...wanted, ...this.#planes.keys()])) {
      const planes = this.#planesOf(label, width * height);
      fill(planes.coarse, coarse, width, dirty, (own) => (isOf(own, label) ? 1 : 0));
      if (hard) this.#fixed ??= new Uint8Array(width * height);
      if (this.#fixed)
        fill(this.#fixed, this.#paint.paint, width, dirty, (stroke) => {
          const own = hard?.[stroke] ?? NO_LABEL;
          if (own === NO_LABEL) return Fixed.NONE;
          return isOf(own, label) ? Fixed.SUBJECT : Fixed.BACKGROUND;
        });
      const done = yield* refineBandSteps(grey, planes.coarse, planes.refined, rect, {
        lineWidth,
        ...(this.#fixed ? { fixed: this.#fixed } : {}),
        line: { mask: line, width: regions.width, scale: regions.scale },
      });
      const bounds = { left: done.x, top: done.y, right: done.x + done.width, bottom: done.y + done.height };
      changed = join(changed, bounds);
    }
    this.#combine(coarse, refined, meet(changed, { left: 0, top: 0, right: width, bottom: height }));
    return changed;
  }

  #planesOf(label: number, pixels: number): LabelPlanes {
    let planes = this.#planes.get(label);
    if (!planes) {
      planes = { coarse: new Uint8Array(pixels), refined: new Uint8Array(pixels) };
      this.#planes.set(label, planes);
    }
    return planes;
  }

  /** Where several labels claim a pixel, or none does and yet it is not background, the regions decide. */
  #combine(coarse: Uint8Array, refined: Uint8Array, bounds: Bounds): void {
    const { width } = this.#page;
    const any = this.#planes.get(ANY)?.refined;
    const claims = [...this.#planes].flatMap(([label, { refined: plane }]) =>
      label === ANY ? [] : { label, plane },
    );
    for (let y = bounds.top; y < bounds.bottom; y++)
      for (let x = bounds.left, at = y * width + x; x < bounds.right; x++, at++) {
        let found = 0;
        for (const { label, plane } of claims)
          if (plane[at] === 1 && (found === 0 || label === coarse[at])) found = label;
        refined[at] = found === 0 && any?.[at] === 1 ? coarse[at]! : found;
      }
  }
}

function isOf(own: number, label: number): boolean {
  return label === ANY ? own > 0 : own === label;
}

function fill<T extends Uint8Array | Uint16Array>(
  target: Uint8Array,
  source: T,
  width: number,
  { left, top, right, bottom }: Bounds,
  value: (from: number) => number,
): void {
  for (let y = top; y < bottom; y++)
    for (let x = left, at = y * width + x; x < right; x++, at++) target[at] = value(source[at]!);
}
