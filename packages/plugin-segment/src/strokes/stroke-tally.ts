import type { RegionMap } from '@koma/lineart';
import type { PaintChanged } from './paint-plane.ts';

/** What a tally needs of a region map. */
export type TalliedRegions = Pick<RegionMap, 'width' | 'scale' | 'labels' | 'count'>;

/** Counts the page pixels of every region that every stroke paints. */
export class StrokeTally {
  /** By the stroke's number: page pixels by region; regions with 0 are absent. */
  readonly #strokes: Map<number, number>[] = [];
  readonly #regions: TalliedRegions;

  constructor(regions: TalliedRegions) {
    this.#regions = regions;
  }

  /** Page pixels by region of the stroke with a number, counted from 1. */
  of(number: number): ReadonlyMap<number, number> {
    return (this.#strokes[number] ??= new Map());
  }

  /** Takes note of a change of paint. */
  readonly changed: PaintChanged = (y, x, length, from, to) => {
    const { width, scale, labels } = this.#regions;
    const row = Math.floor(y / scale) * width;
    const end = x + length;
    for (let start = x; start < end;) {
      let column = Math.floor(start / scale);
      const region = labels[row + column]!;
      do column++;
      while (column * scale < end && labels[row + column] === region);
      const next = Math.min(end, column * scale);
      this.#add(from, region, start - next);
      this.#add(to, region, next - start);
      start = next;
    }
  };

  #add(number: number, region: number, pixels: number): void {
    if (number === 0) return;
    const counts = (this.#strokes[number] ??= new Map());
    const sum = (counts.get(region) ?? 0) + pixels;
    if (sum === 0) counts.delete(region);
    else counts.set(region, sum);
  }
}
