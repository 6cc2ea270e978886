import { describe, expect, it } from 'vitest';
import type { ModelSignature } from '../../plugin/index.ts';
import { decodeModel } from './decode-model.ts';
import { encodeModel } from './encode-model.ts';
import { ElemType, type OnnxModel, type OnnxValue } from './model.ts';
import { readOwnModel } from './own-model.ts';
import { renameValues } from './rename-values.ts';
import { floatTensor } from './tensors.ts';
import { testModel } from './tiny-model.test-helper.ts';

const picture = (name: string, channels: number | string = 3): OnnxValue => ({
  name,
  elemType: ElemType.float,
  dims: ['batch', channels, 'height', 'width'],
});

/** `input -> x = input * two -> output`: an inner value has the name that an input is to get. */
function network(changes: Partial<OnnxModel['graph']> = {}, more: Partial<OnnxModel> = {}): Uint8Array {
  return encodeModel({
    irVersion: 8,
    producer: 'test',
    opsets: [{ domain: '', version: 13 }],
    metadata: { license: 'MIT' },
    graph: {
      name: 'own',
      nodes: [
        { op: 'Mul', inputs: ['input', 'two'], outputs: ['x'] },
        { op: 'Relu', inputs: ['x'], outputs: ['output'] },
      ],
      initializers: [floatTensor('two', [], [2])],
      inputs: [picture('input')],
      outputs: [picture('output')],
      ...changes,
    },
    ...more,
  });
}

const refusal = (bytes: Uint8Array, signature: ModelSignature = 'upscaler') => {
  try {
    readOwnModel(bytes, signature);
  } catch (error) {
    expect(error).toMatchObject({ code: 'OWN_MODEL_UNFIT' });
    return (error as Error).message;
  }
  return '';
};

describe('readOwnModel', () => {
  it('gives the same network with the names of the signature', () => {
    const own = readOwnModel(network(), 'upscaler');
    expect(own).toMatchObject({ license: 'MIT', inputs: [{ name: 'input' }], outputs: [{ name: 'output' }] });
    const { nodes, inputs, outputs } = decodeModel(own.model).graph;
    expect(nodes).toEqual([
      { op: 'Mul', inputs: ['x', 'two'], outputs: ['x_'] },
      { op: 'Relu', inputs: ['x_'], outputs: ['y'] },
    ]);
    expect([inputs, outputs]).toEqual([[picture('x')], [picture('y')]]);
  });

  it('gives the same for what it gave', () => {
    const { model } = readOwnModel(network(), 'denoiser');
    expect(readOwnModel(model, 'denoiser').model).toEqual(model);
  });

  it('takes line art with and without what was marked as a colorizer', () => {
    const inputs = [picture('input', 1), picture('marks', 4)];
    const { graph } = decodeModel(readOwnModel(network({ inputs }), 'colorizer').model);
    expect(graph.inputs.map(({ name }) => name)).toEqual(['x', 'hints']);
    expect(refusal(network(), 'colorizer')).toBe('');
    expect(refusal(network({ inputs }))).toContain('it has 2 inputs');
    expect(refusal(network({ inputs: [picture('input', 1)] }))).toContain('1 channels instead of 3');
    expect(refusal(network({ inputs: [picture('input', 1), picture('marks', 3)] }), 'colorizer')).toContain(
      'instead of 4',
    );
  });

  it('does not count weights that older files list among the inputs', () => {
    const inputs = [picture('input'), { name: 'two', elemType: ElemType.float, dims: [] }];
    expect(decodeModel(readOwnModel(network({ inputs }), 'upscaler').model).graph.inputs).toHaveLength(1);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['text', new TextEncoder().encode('hello'), /no ONNX file|does not read/],
    ['nothing', new Uint8Array(0), /no ONNX file/],
    ['another kind of network', encodeModel(testModel), /operator "Slice"/],
    ['values', network({ inputs: [{ ...picture('input'), dims: ['n', 2] }] }), /not \[N, C, H, W\]/],
    ['two outputs', network({ outputs: [picture('output'), picture('x')] }), /2 outputs instead of one/],
    ['no input', network({ inputs: [] }), /it has 0 inputs/],
    [
      'halves',
      network({ inputs: [{ ...picture('input'), elemType: ElemType.float16 }] }),
      /"input" is not float32/,
    ],
    [
      'one size only',
      network({ inputs: [{ ...picture('input'), dims: [1, 3, 64, 64] }] }),
      /one size only \(64 × 64\)/,
    ],
    [
      'many pictures',
      network({ inputs: [{ ...picture('input'), dims: [8, 3, 'h', 'w'] }] }),
      /8 pictures at once/,
    ],
    ['grey results', network({ outputs: [picture('output', 1)] }), /"output" has 1 channels/],
    [
      'operators of its own',
      network({ nodes: [{ op: 'Magic', domain: 'org.magic', inputs: ['input'], outputs: ['output'] }] }),
      /operator "Magic" of "org\.magic"/,
    ],
  ])('refuses %s in words', (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message);
  });
});

it('renameValues swaps names as well', () => {
  const swapped = renameValues(
    decodeModel(network()),
    new Map([
      ['input', 'output'],
      ['output', 'input'],
    ]),
  );
  expect(swapped.graph).toMatchObject({
    inputs: [{ name: 'output' }],
    outputs: [{ name: 'input' }],
    nodes: [{ inputs: ['output', 'two'] }, { outputs: ['input'] }],
  });
});
