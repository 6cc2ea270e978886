import { expect, test } from 'vitest';
import { GraphBuilder } from './graph-builder.ts';
import { decodeModel, encodeModel } from '@koma/core/onnx';

test('weights are halves with a cast, everything else is stored as it is', () => {
  const graph = new GraphBuilder();
  const weight = graph.weight('w', [1, 3, 1, 1], Float32Array.of(1, 2, 3));
  graph.node('Conv', ['x', weight], 'y', {
    kernel_shape: [1, 1],
    group: 1,
    mode: 'm',
    alpha: { float: 0.5 },
  });
  const { nodes, initializers } = decodeModel(encodeModel(graph.finish('g', {}))).graph;
  expect(initializers).toMatchObject([{ name: 'w.half', elemType: 10, dims: [1, 3, 1, 1] }]);
  expect(initializers[0]!.data).toHaveLength(6);
  expect(nodes).toEqual([
    { op: 'Cast', inputs: ['w.half'], outputs: ['w'], attributes: { to: { type: 'int', value: 1 } } },
    {
      op: 'Conv',
      inputs: ['x', 'w'],
      outputs: ['y'],
      attributes: {
        kernel_shape: { type: 'ints', value: [1, 1] },
        group: { type: 'int', value: 1 },
        mode: { type: 'string', value: 'm' },
        alpha: { type: 'float', value: 0.5 },
      },
    },
  ]);
});
