import type { Stroke } from '@koma/core/plugin';
import { PAPER_PRICE, type RegionMap } from '@koma/lineart';
import type { StrokeTally } from '../strokes/stroke-tally.ts';
import { BACKGROUND, NO_LABEL, type StrokeLabels } from './stroke-labels.ts';

/**
 * What a work pixel under a stroke is worth, in sides of paper: a stroke wins a region where it has the most paint
 * (the soft scribbles of Sykora et al., "LazyBrush", Eurographics 2009), and more as it grows. Areas are rougher.
 */
const WORTH = { line: 4, area: 0.05, seed: 0.25 } as const;
/** A hard stroke against all that could speak against it; two of them in one region count their pixels. */
const HARD = 2 ** 29;
/** Soft weights stay below, so that sums of both fit 31 bits. */
const MOST = 2 ** 28;

/** What a region map needs to be weighed. */
export type WeighedRegions = Pick<RegionMap, 'count' | 'scale'> & {
  /** Work pixels of each region that are taken for background where nobody says otherwise. */
  readonly background: Uint32Array;
};

/** What speaks for labels. */
export interface Said {
  readonly strokes: readonly Stroke[];
  readonly labelled: StrokeLabels;
  /** Of the regions. */
  readonly tally: StrokeTally;
  readonly regions: WeighedRegions;
  /** By label, then by region, what likeness says; not of regions beyond its length, nor of labels beyond. */
  readonly leanings: readonly Int32Array[];
}

/**
 * How much speaks for each label in each region.
 * @param insisted regions in which a stroke is to have its way, and its label
 * @returns by label, then by region: whole numbers from 0 to 2^30
 */
export function labelWeights(
  { strokes, labelled: { names, labels }, tally, regions, leanings }: Said,
  insisted: ReadonlyMap<number, number> = new Map(),
): Int32Array[] {
  const { count, scale, background } = regions;
  const soft = Array.from({ length: names.length + 1 }, () => new Float64Array(count));
  const hard = Array.from({ length: names.length + 1 }, () => new Uint8Array(count));
  const isMarked = new Uint8Array(count);
  strokes.forEach((stroke, i) => {
    const label = labels[i + 1]!;
    if (label === NO_LABEL) return;
    const isArea = (stroke.shape ?? 'line') !== 'line';
    const worth = ((isArea ? WORTH.area : WORTH.line) * PAPER_PRICE) / (scale * scale);
    for (const [region, pixels] of tally.of(i + 1)) {
      soft[label]![region]! += pixels * worth;
      if (label !== BACKGROUND) isMarked[region] = 1;
      if (stroke.hard === true) hard[label]![region] = 1;
    }
  });
  leanings.forEach((own, label) => own.forEach((weight, region) => (soft[label]![region]! += weight)));
  for (let region = 0; region < count; region++)
    // Frames and gutters are background only as long as nobody says otherwise: characters cross them.
    if (isMarked[region] === 0) soft[BACKGROUND]![region]! += background[region]! * WORTH.seed * PAPER_PRICE;
  const weights = soft.map((own, label) =>
    Int32Array.from(own, (weight, region) => {
      const whole = Math.min(MOST, Math.ceil(weight));
      return hard[label]![region] === 1 ? HARD + whole : whole;
    }),
  );
  for (const [region, label] of insisted) weights[label]![region] = HARD + MOST;
  return weights;
}
