import { cutGraph, ElemType, int64Tensor, type OnnxNode } from '@koma/core/onnx';
import type { PoolingBlock } from './pooling-blocks.ts';

/**
 * The part of CUNet that measures some blocks: feature means over a given part of the map, all blocks
 * before them fed with the whole picture's means.
 *
 * Inputs: `x`, `se{k}.pooled` `[1, channels, 1, 1]` of every block in `known`, and `start`/`end`
 * of each measured block, int64 `[2]` (row, column). Outputs: `se{k}.mean` `[1, channels, 1, 1]`.
 */
export function measuringGraph(
  model: Uint8Array,
  measured: readonly PoolingBlock[],
  known: readonly PoolingBlock[],
): Uint8Array {
  const append: OnnxNode[] = measured.flatMap((block) => [
    {
      op: 'Slice',
      inputs: [block.features, `${block.pooled}.start`, `${block.pooled}.end`, 'spatial.axes'],
      outputs: [`${block.pooled}.part`],
    },
    {
      op: 'ReduceMean',
      inputs: [`${block.pooled}.part`],
      outputs: [meanName(block)],
      attributes: { axes: { type: 'ints', value: [2, 3] }, keepdims: { type: 'int', value: 1 } },
    },
  ]);
  return cutGraph(model, {
    outputs: measured.map(meanName),
    inputs: [
      ...known.map(pooledInput),
      ...measured.flatMap((block) => [
        { name: `${block.pooled}.start`, elemType: ElemType.int64, dims: [2] },
        { name: `${block.pooled}.end`, elemType: ElemType.int64, dims: [2] },
      ]),
    ],
    append,
    constants: [int64Tensor('spatial.axes', [2, 3])],
  });
}

/** The whole of CUNet, every block fed with the whole picture's means. Output `y`. */
export function pooledGraph(model: Uint8Array, blocks: readonly PoolingBlock[]): Uint8Array {
  return cutGraph(model, { outputs: ['y'], inputs: blocks.map(pooledInput) });
}

export function meanName(block: PoolingBlock): string {
  return block.pooled.replace('pooled', 'mean');
}

function pooledInput(block: PoolingBlock) {
  return { name: block.pooled, elemType: ElemType.float, dims: [1, block.channels, 1, 1] };
}
