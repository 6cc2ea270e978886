import type { Point } from '../geometry/point.ts';
import type { RandomStream } from '../random/random-stream.ts';

/**
 * A mass of hair that ends in several tips. `at` lays it out: `across` runs from 0 (the left edge in the
 * picture) to 1, `along` from 0 (the root) to 1 (as far as any tip may reach); drawing units.
 */
export interface Sheaf {
  at(across: number, along: number): Point;
  /** From left to right, without gaps. */
  readonly tips: readonly SheafTip[];
}

/** One tip and the strip of the sheaf that it belongs to. */
export interface SheafTip {
  /** Its strip, as fractions across. */
  readonly from: number;
  readonly to: number;
  /** Where the tip is, across and along. */
  readonly point: number;
  readonly reach: number;
  /** Where its left and its right side leave their neighbours, along. */
  readonly notches: readonly [left: number, right: number];
  /** How much of the strip's width the tip still has: 0 is a point, 1 a straight cut. */
  readonly cut: number;
}

/** How tips are spread over a sheaf. */
export interface TipSpread {
  readonly count: number;
  /** How far the hair reaches by the place across, along. */
  reach(across: number): number;
  /** By how much the reaches differ at random, and how deep the notches are, along. */
  readonly ragged: number;
  readonly notch: number;
  /** How far tips lean aside, in widths of their strips; positive to the right. Default 0. */
  lean?(across: number): number;
  /** See {@link SheafTip.cut}. Default 0. */
  readonly cut?: number;
}

/** Tips of different widths and lengths: a wide one is followed by a narrow one now and then. */
export function spreadTips(random: RandomStream, spread: TipSpread): SheafTip[] {
  const { count, ragged, notch, cut = 0 } = spread;
  const shares = Array.from(
    { length: count },
    (_, i) => random.between(0.72, 1.3) * (i % 2 === 0 ? 1.12 : 0.86),
  );
  const sum = shares.reduce((a, b) => a + b, 0);
  const bounds = [0];
  for (const share of shares) bounds.push((bounds.at(-1) as number) + share / sum);
  const reaches = shares.map((_, i) => {
    const middle = ((bounds[i] as number) + (bounds[i + 1] as number)) / 2;
    return Math.min(1, spread.reach(middle) + random.between(-ragged, ragged * 0.6));
  });
  const valleys = bounds.map((_, i) => {
    const left = reaches[i - 1] ?? (reaches[i] as number);
    const right = reaches[i] ?? left;
    return Math.max(0.12, Math.min(left, right) - notch * random.between(0.6, 1.35));
  });
  return reaches.map((reach, i): SheafTip => {
    const [from, to] = [bounds[i] as number, bounds[i + 1] as number];
    const middle = (from + to) / 2;
    const lean = spread.lean?.(middle) ?? 0;
    return {
      from,
      to,
      point: middle + (to - from) * (lean + random.between(-0.22, 0.22)),
      reach,
      notches: [valleys[i] as number, valleys[i + 1] as number],
      cut,
    };
  });
}

/** How far across the left (0) or the right (1) side of a tip's strip is at a place along. */
export function tipEdge(tip: SheafTip, side: 0 | 1, along: number): number {
  const edge = side === 0 ? tip.from : tip.to;
  const notch = tip.notches[side];
  if (along <= notch) return edge;
  const t = Math.min(1, (along - notch) / Math.max(1e-6, tip.reach - notch));
  const goal = tip.point + (edge - tip.point) * tip.cut;
  return edge + (goal - edge) * t ** 1.75;
}

/** A point of a tip's strip: `within` 0 at its left side, 1 at its right one. */
export function inTip(sheaf: Sheaf, tip: SheafTip, within: number, along: number): Point {
  const left = tipEdge(tip, 0, along);
  return sheaf.at(left + (tipEdge(tip, 1, along) - left) * within, along);
}

/** Points along one side of a tip. */
export function tipSide(
  sheaf: Sheaf,
  tip: SheafTip,
  side: 0 | 1,
  from: number,
  to: number,
  count = 7,
): Point[] {
  return Array.from({ length: count }, (_, i) =>
    inTip(sheaf, tip, side, from + ((to - from) * i) / (count - 1)),
  );
}
