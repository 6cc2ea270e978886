import type { OnnxModel } from './model.ts';
import { floatTensor, halfTensor, int64Tensor } from './tensors.ts';

/** For tests: `x -> a = Relu(x) -> b = a * two -> y = b + bias`, with one constant of each kind. */
export const testModel: OnnxModel = {
  irVersion: 8,
  producer: 'test',
  opsets: [{ domain: '', version: 13 }],
  metadata: { license: 'MIT' },
  graph: {
    name: 'chain',
    nodes: [
      { op: 'Relu', inputs: ['x'], outputs: ['a'] },
      { op: 'Mul', inputs: ['a', 'two'], outputs: ['b'] },
      { op: 'Cast', inputs: ['bias.half'], outputs: ['bias'], attributes: { to: { type: 'int', value: 1 } } },
      { op: 'Add', inputs: ['b', 'bias'], outputs: ['y'] },
      { op: 'Slice', inputs: ['y', 'from', 'from', '', 'from'], outputs: ['unused'], domain: 'test.domain' },
    ],
    initializers: [
      floatTensor('two', [], [2]),
      halfTensor('bias.half', [2], Uint16Array.of(0x3c00, 0xc000)),
      int64Tensor('from', [-1, 2]),
    ],
    inputs: [{ name: 'x', elemType: 1, dims: ['n', 2] }],
    outputs: [{ name: 'y', elemType: 1, dims: ['n', ''] }],
  },
};
