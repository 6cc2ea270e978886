import { MaxFlow } from '../solver/max-flow.ts';
import { Fixed, type PixelCut } from './pixel-cut.ts';

/** Dearer than any cut of the small pages of tests, and still cheap enough to add up. */
const HARD = 10_000_000;

/**
 * The cheapest cut of a pixel grid along the borders of regions, by the solver for graphs: what
 * `cutPixels` would find if the pixels of a region had to have one label.
 *
 * @param regions region of each pixel; with each pixel a region of its own this is the cut of the grid
 */
export function cutRegions(cut: PixelCut, regions: Uint32Array): { labels: Uint8Array; energy: number } {
  const { width, height, price } = cut;
  const count = regions.reduce((most, region) => Math.max(most, region), 0) + 1;
  const solver = new MaxFlow(count, 2 * width * height);
  const source = new Float64Array(count);
  const sink = new Float64Array(count);
  for (let i = 0; i < width * height; i++) {
    for (const j of [(i + 1) % width ? i + 1 : -1, i + width < width * height ? i + width : -1]) {
      if (j < 0) continue;
      const capacity = Math.min(price[i]!, price[j]!);
      if (regions[i] !== regions[j]) solver.addEdge(regions[i]!, regions[j]!, capacity, capacity);
    }
    const fixed = cut.fixed?.[i] ?? Fixed.NONE;
    const pull = fixed === Fixed.NONE ? (cut.pull?.[i] ?? 0) : fixed === Fixed.SUBJECT ? HARD : -HARD;
    source[regions[i]!]! += Math.max(0, pull);
    sink[regions[i]!]! += Math.max(0, -pull);
  }
  for (let region = 0; region < count; region++) solver.setTerminals(region, source[region]!, sink[region]!);
  const energy = solver.solve();
  return { labels: Uint8Array.from(regions, (region) => (solver.isSource(region) ? 1 : 0)), energy };
}
