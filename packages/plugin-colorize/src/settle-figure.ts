import { MaxFlow, type RegionMap } from '@koma/lineart';

/** What one cell's opinion weighs, against the price of a cell side on white paper (65): see below. */
const OPINION = 2;

/**
 * Decides for every region whether it is drawn or bare paper: the minimum cut between what the network takes for drawn
 * and what it takes for paper. Cutting is cheap along ink and dear across white, so a patch of paper in the middle of a
 * face, or of colour in the middle of the paper, goes with what is around it; a patch that lines enclose stays.
 * A round patch on white gives in up to a radius of about 65 cells.
 *
 * @param figure a value a cell, 0 paper to 1 drawn
 * @param tone a value a cell, 1 paper, 0 ink; ink has no opinion
 * @param kept cells that are drawn whatever the network says: 0 where there is none
 * @param regions of the same cells, scale 1
 * @returns a new plane: 0 or 1
 */
export function settleFigure(
  figure: Float32Array,
  tone: Float32Array,
  kept: Float32Array,
  regions: RegionMap,
): Float32Array<ArrayBuffer> {
  const { labels, count, edges } = regions;
  const drawn = new Float64Array(count);
  const bare = new Float64Array(count);
  const pinned = new Uint8Array(count);
  for (let p = 0; p < labels.length; p++) {
    const region = labels[p]!;
    if (kept[p]! > 0) pinned[region] = 1;
    if (tone[p]! < 0.7) continue;
    drawn[region]! += figure[p]!;
    bare[region]! += 1 - figure[p]!;
  }
  const flow = new MaxFlow(count, edges.count);
  for (let i = 0; i < edges.count; i++)
    flow.addEdge(edges.a[i]!, edges.b[i]!, edges.capacity[i]!, edges.capacity[i]!);
  for (let region = 0; region < count; region++)
    flow.setTerminals(
      region,
      pinned[region] ? 2 ** 30 : Math.round(OPINION * drawn[region]!),
      pinned[region] ? 0 : Math.round(OPINION * bare[region]!),
    );
  flow.solve();
  return Float32Array.from(labels, (region) => Number(flow.isSource(region)));
}
