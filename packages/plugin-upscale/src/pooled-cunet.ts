import { abortError } from '@koma/core/errors';
import { readPlanarRgb, type Session, type Tensor, type TileGrid } from '@koma/core/inference';
import type { OperationContext } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { applySymmetry } from './dihedral.ts';
import type { Network } from './network.ts';
import { meanName, measuringGraph, pooledGraph } from './pooled-graphs.ts';
import { ownShare, poolingBlocks, type PoolingBlock } from './pooling-blocks.ts';
import type { Infer } from './tile-evaluator.ts';

/** Means over the whole picture, by block. */
type Means = Map<PoolingBlock, Float32Array>;

/**
 * Makes CUNet independent of its tiles: measures what its squeeze-and-excitation blocks would see in
 * the whole picture, and returns the network with those values fed in.
 *
 * A block's means depend on the blocks before it, so measuring takes several runs, each only as deep as
 * it must be. A run of its own for every block would be exact and cost 1.9 plain runs; here later
 * blocks share a run, measured while the block before still pools by tile. See {@link measuringRuns}.
 *
 * @param grid tiles without overlap
 * @param symmetries those of test-time augmentation: each sees other means
 */
export async function poolOverPicture(
  source: RasterImage,
  network: Network,
  grid: TileGrid,
  symmetries: readonly number[],
  context: OperationContext,
  onProgress: (fraction: number) => void,
): Promise<Infer> {
  const model = await context.models.bytes(network.model);
  const blocks = poolingBlocks(network.scale);
  const runs = measuringRuns(network.scale);
  const total = symmetries.length * measuringCost(network);
  let done = 0;
  const means = new Map<number, Means>(symmetries.map((symmetry) => [symmetry, new Map()]));
  for (const [index, { measured, known, cost }] of runs.entries()) {
    const session = await context.inference.session({
      key: `${network.model}#measure${index}`,
      bytes: measuringGraph(model, measured, known),
      lean: true,
    });
    for (const symmetry of symmetries) {
      const found = await measure(
        source,
        network,
        grid,
        symmetry,
        session,
        measured,
        means.get(symmetry)!,
        context,
        (fraction) => onProgress((done + cost * fraction) / total),
      );
      for (const [block, values] of found) means.get(symmetry)!.set(block, values);
      done += cost;
    }
    await session.release();
  }
  const session = await context.inference.session({
    key: `${network.model}#pooled`,
    bytes: pooledGraph(model, blocks),
    lean: true,
  });
  return async (planes, width, height, symmetry) => {
    const { y } = await session.run({
      x: planar(planes, width, height),
      ...pooledTensors(means.get(symmetry)!),
    });
    if (y?.type !== 'float32') throw new TypeError('the network has no output y');
    return y.data;
  };
}

interface MeasuringRun {
  readonly measured: readonly PoolingBlock[];
  readonly known: readonly PoolingBlock[];
  /** Work as a share of one plain run, from the layers' multiply-accumulates. */
  readonly cost: number;
}

/**
 * At 2x the first two blocks are cheap to reach and get a run each. At 1x they are not: two runs keep
 * the whole below 2.5 times a plain run. On drawn pictures both end within 1 level.
 */
function measuringRuns(scale: number): MeasuringRun[] {
  const [one, two, three, four] = poolingBlocks(scale) as readonly [
    PoolingBlock,
    PoolingBlock,
    PoolingBlock,
    PoolingBlock,
  ];
  if (scale === 1) {
    return [
      { measured: [one], known: [], cost: 0.22 },
      { measured: [two, three, four], known: [one], cost: 0.84 },
    ];
  }
  return [
    { measured: [one], known: [], cost: 0.08 },
    { measured: [two], known: [one], cost: 0.4 },
    { measured: [three, four], known: [one, two], cost: 0.78 },
  ];
}

/** Work of measuring as a share of one plain run. */
export function measuringCost(network: Network): number {
  return measuringRuns(network.scale).reduce((sum, run) => sum + run.cost, 0);
}

async function measure(
  source: RasterImage,
  network: Network,
  grid: TileGrid,
  symmetry: number,
  session: Session,
  measured: readonly PoolingBlock[],
  known: Means,
  context: OperationContext,
  onProgress: (fraction: number) => void,
): Promise<Means> {
  const sums = new Map(
    measured.map((block) => [block, { values: new Float64Array(block.channels), area: 0 }]),
  );
  const width = grid.tileWidth + 2 * network.context;
  const height = grid.tileHeight + 2 * network.context;
  const swap = (symmetry & 4) !== 0;
  const planes = new Float32Array(3 * width * height);
  for (const [index, tile] of grid.tiles.entries()) {
    if (context.signal.aborted) throw abortError();
    readPlanarRgb(
      source,
      { x: tile.x - network.context, y: tile.y - network.context, width, height },
      planes,
    );
    const inputs: Record<string, Tensor> = {
      x: planar(
        symmetry ? applySymmetry(planes, 3, width, height, symmetry) : planes,
        swap ? height : width,
        swap ? width : height,
      ),
      ...pooledTensors(known),
    };
    const areas = measured.map((block) => {
      const columns = share(block, tile.x, tile.width, grid.width, network.multiple, (symmetry & 1) !== 0);
      const rows = share(block, tile.y, tile.height, grid.height, network.multiple, (symmetry & 2) !== 0);
      const [first, second] = swap ? [columns, rows] : [rows, columns];
      inputs[`${block.pooled}.start`] = int64(first.from, second.from);
      inputs[`${block.pooled}.end`] = int64(first.to, second.to);
      return (rows.to - rows.from) * (columns.to - columns.from);
    });
    const outputs = await session.run(inputs);
    measured.forEach((block, n) => {
      const sum = sums.get(block)!;
      const mean = outputs[meanName(block)]!.data as Float32Array;
      for (let c = 0; c < block.channels; c++) sum.values[c] = sum.values[c]! + mean[c]! * areas[n]!;
      sum.area += areas[n]!;
    });
    onProgress((index + 1) / grid.tiles.length);
  }
  return new Map(
    [...sums].map(([block, { values, area }]) => [block, Float32Array.from(values, (value) => value / area)]),
  );
}

/** The tile's share of a map along one axis, in the map's own direction. */
function share(
  block: PoolingBlock,
  start: number,
  size: number,
  pixels: number,
  multiple: number,
  mirrored: boolean,
) {
  const total = Math.ceil(pixels / multiple) * multiple;
  const { from, to } = ownShare(block, start, size, total, start + size >= total);
  const length = size * block.factor + block.surplus;
  return mirrored ? { from: length - to, to: length - from } : { from, to };
}

function pooledTensors(means: Means): Record<string, Tensor> {
  return Object.fromEntries(
    [...means].map(([block, data]) => [
      block.pooled,
      { type: 'float32', dims: [1, block.channels, 1, 1], data } satisfies Tensor,
    ]),
  );
}

function planar(data: Float32Array, width: number, height: number): Tensor {
  return { type: 'float32', dims: [1, 3, height, width], data };
}

function int64(first: number, second: number): Tensor {
  return { type: 'int64', dims: [2], data: BigInt64Array.of(BigInt(first), BigInt(second)) };
}
