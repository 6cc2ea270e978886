import type { Stroke } from '@koma/core/plugin';
import type { PreparedPage, RegionMap } from '@koma/lineart';
import { isEmpty, join, NOWHERE } from '../strokes/bounds.ts';
import type { Bounds } from '../strokes/capsule-spans.ts';
import type { PaintPlane } from '../strokes/paint-plane.ts';
import { StrokeTally } from '../strokes/stroke-tally.ts';
import { labelWeights, type Said } from './label-weights.ts';
import { Likelihood } from './likelihood.ts';
import { findOverruled, type Overruled } from './overruled.ts';
import { boundsOf, regionBounds, type RegionBounds } from './region-bounds.ts';
import { RegionCut } from './region-cut.ts';
import { BACKGROUND, labelStrokes, NO_LABEL, type StrokeLabels } from './stroke-labels.ts';
import { subdivide } from './subdivide.ts';

/** Share of a picture in colour from which on its margin is the ground of its figures, and not only their frame's. */
const OPEN_SHARE = 0.3;

/** Labels of a page's regions. */
export interface RegionLabels {
  /** The region of each work pixel, where regions may be in pieces. */
  readonly regions: Pick<RegionMap, 'width' | 'height' | 'scale' | 'labels'>;
  /** The region of the undivided map that each one is a piece of; absent where all are whole. */
  readonly parent?: Uint32Array;
  /** 1 for work pixels of borders drawn by hand; absent where there are none. */
  readonly wall?: Uint8Array;
  /** The label of each region, and of each piece. */
  readonly labels: Uint8Array;
  /** Regions of the undivided map that are in pieces. */
  readonly divided: ReadonlySet<number>;
  readonly strokes: StrokeLabels;
}

/**
 * Answers strokes with a label for each region of a page. The answer is a function of the paint alone, whatever was
 * answered before.
 */
export class RegionLabeller {
  /** Has to be told of all changes of the paint. */
  readonly tally: StrokeTally;
  readonly #map: RegionMap;
  readonly #bounds: RegionBounds;
  /** Background where nobody has said what it is, on pages without frames and gutters. */
  readonly #border: Uint32Array | undefined;
  readonly #cut: RegionCut;
  readonly #paint: PaintPlane;
  readonly #likelihood: Likelihood;
  /** Whether the page itself shows what is behind its figures: on others, likeness tells nothing without an example. */
  readonly #isOpen: boolean;

  /** @param paint of the page; what is painted already is counted */
  constructor({ regions, colour }: Pick<PreparedPage, 'regions' | 'colour'>, paint: PaintPlane) {
    this.#map = regions;
    this.#paint = paint;
    this.#bounds = regionBounds(regions);
    this.#border = regions.background.some((pixels) => pixels > 0) ? undefined : pageBorder(regions);
    this.#cut = new RegionCut(regions);
    const open = regions.background.reduce((sum, pixels) => sum + pixels, 0);
    this.#isOpen = colour && open > OPEN_SHARE * regions.labels.length;
    this.#likelihood = new Likelihood(regions, colour);
    this.tally = new StrokeTally(regions);
    paint.tell(this.tally.changed);
  }

  /** The labels for what is painted now. */
  solve(): RegionLabels {
    const paint = this.#paint;
    const { strokes } = paint;
    const labelled = labelStrokes(strokes);
    const isSaid = strokes.some(
      (_, i) => labelled.labels[i + 1] === BACKGROUND && this.tally.of(i + 1).size > 0,
    );
    const map = this.#border && !isSaid ? { ...this.#map, background: this.#border } : this.#map;
    const leanings = this.#leanings(strokes, labelled, map.background);
    const whole = { strokes, labelled, tally: this.tally, regions: map, leanings };
    const { labels, insisted, contested } = solveUntilHeard(this.#cut, whole);
    const isBorder = Uint8Array.from([0, ...strokes.map(({ label }) => (label === 'edge' ? 1 : 0))]);
    const crossed = new Set<number>();
    strokes.forEach((_, i) => {
      if (isBorder[i + 1] === 1) for (const region of this.tally.of(i + 1).keys()) crossed.add(region);
    });
    if (contested.size === 0 && crossed.size === 0)
      return { regions: this.#map, labels, divided: contested, strokes: labelled };
    const seeds = labelled.labels.map((label, i) =>
      i > 0 && (strokes[i - 1]!.shape ?? 'line') === 'line' ? label : NO_LABEL,
    );
    const divided = subdivide(map, this.#bounds, paint, { contested, crossed, seeds, isBorder });
    const tally = new StrokeTally(divided);
    paint.tell(tally.changed);
    // First pieces keep their region's number, and with it that a stroke has its way there.
    const isWhole = (region: number): boolean => !contested.has(region) && !crossed.has(region);
    const given = new Map([...insisted].filter(([region]) => isWhole(region)));
    const still = leanings.map((own) => own.map((value, region) => (isWhole(region) ? value : 0)));
    const pieces = { strokes, labelled, tally, regions: divided, leanings: still };
    const found = solveUntilHeard(new RegionCut(divided), pieces, given);
    const { parent, wall } = divided;
    const all = new Set([...contested, ...crossed]);
    return { regions: divided, parent, wall, labels: found.labels, divided: all, strokes: labelled };
  }

  /** What likeness to the strokes' material says, by label. Areas that are only roughly meant have none. */
  #leanings(
    strokes: readonly Stroke[],
    { names, labels }: StrokeLabels,
    background: Uint32Array,
  ): Int32Array[] {
    const paint = Array.from({ length: names.length + 1 }, () => new Map<number, number>());
    let marked: Bounds = NOWHERE;
    strokes.forEach(({ shape = 'line' }, i) => {
      const label = labels[i + 1]!;
      if (label === NO_LABEL || shape !== 'line') return;
      const own = paint[label]!;
      for (const [region, pixels] of this.tally.of(i + 1)) {
        own.set(region, (own.get(region) ?? 0) + pixels);
        if (label !== BACKGROUND) marked = join(marked, boundsOf(this.#bounds, region));
      }
    });
    if (isEmpty(marked)) return [];
    const ground = paint[BACKGROUND]!;
    if (ground.size === 0 && !this.#isOpen) return [];
    // Of the page's own ground as much is known as a dot of paint in each of its regions would say.
    background.forEach((pixels, region) => {
      if (pixels > 0 && !ground.has(region)) ground.set(region, 1);
    });
    const size = Math.hypot(marked.right - marked.left, marked.bottom - marked.top);
    return this.#likelihood.leanings(paint, size);
  }

  /** Bounds in page pixels of all that can differ between two answers, not counting hard strokes. */
  changedBetween(before: RegionLabels | undefined, now: RegionLabels): Bounds {
    let work: Bounds = NOWHERE;
    for (let region = 0; region < this.#map.count; region++) {
      const isWhole = before && !before.divided.has(region) && !now.divided.has(region);
      if (
        isWhole
          ? before.labels[region] === now.labels[region]
          : before === undefined && isBackground(now, region)
      )
        continue;
      work = join(work, boundsOf(this.#bounds, region));
    }
    if (isEmpty(work)) return NOWHERE;
    const { scale } = this.#map;
    const { width, height } = this.#paint;
    return {
      left: work.left * scale,
      top: work.top * scale,
      right: Math.min(width, work.right * scale),
      bottom: Math.min(height, work.bottom * scale),
    };
  }
}

/** Giving one stroke its way can overrule another; more rounds than this change hardly anything. */
const ROUNDS = 3;

/** Labels regions, and lets strokes that are overruled have their way where no other stroke objects. */
function solveUntilHeard(
  cut: RegionCut,
  said: Said,
  given: ReadonlyMap<number, number> = new Map(),
): Overruled & { readonly labels: Uint8Array } {
  const { strokes, labelled, tally } = said;
  const insisted = new Map(given);
  const contested = new Set<number>();
  for (let round = 0; ; round++) {
    const labels = cut.solve(labelWeights(said, insisted));
    const more = findOverruled(strokes, labelled, tally, labels);
    for (const region of more.contested) contested.add(region);
    const fresh = [...more.insisted].filter(([region]) => !insisted.has(region) && !contested.has(region));
    if (fresh.length === 0 || round === ROUNDS) return { labels, insisted, contested };
    for (const [region, label] of fresh) insisted.set(region, label);
  }
}

function isBackground({ labels, divided }: RegionLabels, region: number): boolean {
  return !divided.has(region) && labels[region] === 0;
}

/** Work pixels of each region along the page's edge. */
function pageBorder({ labels, width, height, count }: RegionMap): Uint32Array {
  const border = new Uint32Array(count);
  for (let x = 0; x < width; x++) {
    border[labels[x]!]!++;
    border[labels[(height - 1) * width + x]!]!++;
  }
  for (let y = 0; y < height; y++) {
    border[labels[y * width]!]!++;
    border[labels[y * width + width - 1]!]!++;
  }
  return border;
}
