import { expect, test } from 'vitest';
import { cutDecodedGraph, cutGraph } from './cut-graph.ts';
import { decodeModel } from './decode-model.ts';
import { encodeModel } from './encode-model.ts';
import type { OnnxGraph } from './model.ts';
import { testModel } from './tiny-model.test-helper.ts';
import { floatTensor } from './tensors.ts';

const { graph } = testModel;
const ops = (cut: OnnxGraph) => cut.nodes.map((node) => node.op);
const names = (values: readonly { name: string }[]) => values.map((value) => value.name);

test('only what an inner value needs is kept', () => {
  const cut = cutDecodedGraph(graph, { outputs: ['b'] });
  expect(ops(cut)).toEqual(['Relu', 'Mul']);
  expect(names(cut.initializers)).toEqual(['two']);
  expect(cut.outputs).toEqual([{ name: 'b' }]);
});

test('a fed value drops the nodes before it', () => {
  const b = { name: 'b', elemType: 1, dims: ['n', 2] };
  const cut = cutDecodedGraph(graph, { outputs: ['y'], inputs: [b] });
  expect(ops(cut)).toEqual(['Cast', 'Add']);
  expect(cut.inputs).toEqual([b]);
  expect(cut.outputs).toEqual(graph.outputs);
});

test('appended nodes may add values and replace the model’s own', () => {
  const cut = cutDecodedGraph(graph, {
    outputs: ['total', 'y'],
    append: [
      { op: 'Add', inputs: ['y', 'b'], outputs: ['total'] },
      { op: 'Sub', inputs: ['x', 'one'], outputs: ['a'] },
    ],
    constants: [floatTensor('one', [], [1])],
  });
  expect(ops(cut)).toEqual(['Sub', 'Mul', 'Cast', 'Add', 'Add']);
  expect(names(cut.initializers)).toEqual(['one', 'two', 'bias.half']);
});

test('no value gets two makers when one of several outputs is fed', () => {
  const split = { op: 'Split', inputs: ['x'], outputs: ['left', 'right'] };
  const sum = { op: 'Add', inputs: ['left', 'right'], outputs: ['y'] };
  const left = { name: 'left', elemType: 1, dims: [1] };
  const cut = cutDecodedGraph({ ...graph, nodes: [split, sum] }, { outputs: ['y'], inputs: [left] });
  expect(cut.nodes[0]?.outputs).toEqual(['', 'right']);
});

test('unknown outputs, needless inputs and circles are errors', () => {
  const value = { name: 'a', elemType: 1, dims: [] };
  expect(() => cutDecodedGraph(graph, { outputs: ['z'] })).toThrow(/no value z/);
  expect(() => cutDecodedGraph(graph, { outputs: ['bias'], inputs: [value] })).toThrow(/a is not needed/);
  const circle = [{ op: 'Relu', inputs: ['y'], outputs: ['a'] }];
  expect(() => cutDecodedGraph(graph, { outputs: ['y'], append: circle })).toThrow(/depends on itself/);
});

test('bytes in, bytes out', () => {
  const cut = decodeModel(cutGraph(encodeModel(testModel), { outputs: ['y'] }));
  expect(cut.opsets).toEqual(testModel.opsets);
  expect(cut.metadata).toEqual(testModel.metadata);
  expect(ops(cut.graph)).toEqual(['Relu', 'Mul', 'Cast', 'Add']);
});
