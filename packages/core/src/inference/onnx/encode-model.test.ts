import { expect, test } from 'vitest';
import { decodeModel } from './decode-model.ts';
import { encodeModel } from './encode-model.ts';
import type { OnnxAttribute } from './model.ts';
import { testModel } from './tiny-model.test-helper.ts';
import { floatTensor } from './tensors.ts';

test('a model comes back from its bytes unchanged', () => {
  expect(decodeModel(encodeModel(testModel))).toEqual(testModel);
});

test('every kind of attribute comes back unchanged', () => {
  const attributes: Record<string, OnnxAttribute> = {
    alpha: { type: 'float', value: 0.5 },
    axis: { type: 'int', value: -1 },
    mode: { type: 'string', value: 'CRD' },
    value: { type: 'tensor', value: floatTensor('', [1, 2], [1, -1]) },
    scales: { type: 'floats', value: [1, 2.5] },
    ends: { type: 'ints', value: [3, 2n ** 63n - 1n] },
    names: { type: 'strings', value: ['a', 'ß'] },
  };
  const node = { op: 'Everything', inputs: ['x'], outputs: ['y'], attributes };
  const model = { ...testModel, graph: { ...testModel.graph, nodes: [node] } };
  expect(decodeModel(encodeModel(model)).graph.nodes).toEqual([node]);
});

test('the same model gives the same bytes', () => {
  expect(encodeModel(testModel)).toEqual(encodeModel(structuredClone(testModel)));
});
