import type { Stroke } from '@koma/core/plugin';
import type { StrokeTally } from '../strokes/stroke-tally.ts';
import { NO_LABEL, type StrokeLabels } from './stroke-labels.ts';

/** A stroke that has less than this of its pixels is overruled. */
const OWN_SHARE = 0.5;
/** A region counts for a stroke where it has at least this share of the stroke. */
const HOME_SHARE = 0.2;

/** Where strokes did not get what they say, and what is to be done about it. */
export interface Overruled {
  /** Regions where no other stroke objects: they get this label. */
  readonly insisted: Map<number, number>;
  /** Regions where strokes of several labels are: they are divided. */
  readonly contested: Set<number>;
}

/**
 * Finds the strokes that most of whose pixels got another label. A stroke that leaks over a line is meant so and
 * stays outvoted there; one that is outvoted altogether is a correction, and has its way.
 * @param found label of each region
 */
export function findOverruled(
  strokes: readonly Stroke[],
  { labels }: StrokeLabels,
  tally: StrokeTally,
  found: Uint8Array,
): Overruled {
  const insisted = new Map<number, number>();
  const contested = new Set<number>();
  const isLine = strokes.map(({ shape = 'line' }, i) => shape === 'line' && labels[i + 1] !== NO_LABEL);
  strokes.forEach((_, i) => {
    const label = labels[i + 1]!;
    if (!isLine[i]) return;
    const regions = tally.of(i + 1);
    let total = 0;
    let own = 0;
    for (const [region, pixels] of regions) {
      total += pixels;
      if (found[region] === label) own += pixels;
    }
    if (own >= OWN_SHARE * total) return;
    for (const [region, pixels] of regions) {
      if (found[region] === label || pixels < HOME_SHARE * total) continue;
      const objects = strokes.some(
        (__, other) => isLine[other] && labels[other + 1] !== label && tally.of(other + 1).has(region),
      );
      if (objects) contested.add(region);
      else insisted.set(region, label);
    }
  });
  return { insisted, contested };
}
