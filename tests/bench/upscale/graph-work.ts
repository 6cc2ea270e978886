import type { OnnxGraph, OnnxNode, OnnxTensor } from '@koma/core/onnx';

/** Work of a convolutional network on one tile. */
export interface GraphWork {
  /** Multiply-accumulates really done. */
  readonly done: number;
  /** Those per pixel of the input if no pixel were computed that only serves as context. */
  readonly usefulPerPixel: number;
}

/** A feature map while a tile passes through the network. */
interface FeatureMap {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Samples per input pixel along one axis; 0: one value for the whole tile. */
  readonly factor: number;
}

/**
 * Follows a tile's shape through the graph and counts the convolutions' multiply-accumulates; they
 * are all but a thousandth of these networks' work.
 * @param height, width of the input `x`, context included
 * @throws RangeError on an operation or a convolution of another kind
 */
export function graphWork(graph: OnnxGraph, height: number, width: number): GraphWork {
  const constants = new Map(graph.initializers.map((tensor) => [tensor.name, tensor]));
  // Weights are stored as halves and cast.
  for (const node of graph.nodes)
    if (node.op === 'Cast') constants.set(node.outputs[0]!, constants.get(node.inputs[0]!)!);
  const maps = new Map<string, FeatureMap>([['x', { channels: 3, height, width, factor: 1 }]]);
  let done = 0;
  let usefulPerPixel = 0;
  for (const node of graph.nodes) {
    if (node.op === 'Cast') continue;
    const map = outputMap(node, maps.get(node.inputs[0]!)!, constants);
    maps.set(node.outputs[0]!, map);
    if (node.op !== 'Conv') continue;
    const perSample = constants.get(node.inputs[1]!)!.dims.reduce((product, size) => product * size, 1);
    done += perSample * map.height * map.width;
    usefulPerPixel += perSample * map.factor ** 2;
  }
  return { done, usefulPerPixel };
}

function outputMap(
  node: OnnxNode,
  input: FeatureMap,
  constants: ReadonlyMap<string, OnnxTensor>,
): FeatureMap {
  switch (node.op) {
    case 'Conv': {
      const [channels, , kernel] = constants.get(node.inputs[1]!)!.dims as [number, number, number];
      if (node.attributes?.['pads'] || node.attributes?.['group'])
        throw new RangeError(`${node.outputs[0]} is not a plain valid convolution`);
      const strides = node.attributes?.['strides'];
      const stride = strides?.type === 'ints' ? Number(strides.value[0]) : 1;
      const size = (length: number): number => Math.floor((length - kernel) / stride) + 1;
      return {
        channels,
        height: size(input.height),
        width: size(input.width),
        factor: input.factor / stride,
      };
    }
    case 'DepthToSpace':
      return {
        channels: input.channels / 4,
        height: input.height * 2,
        width: input.width * 2,
        factor: input.factor * 2,
      };
    case 'Slice': {
      const [from, to] = [1, 2].map((index) => rowBound(constants.get(node.inputs[index]!)!));
      const size = (length: number): number => Math.min(to! < 0 ? length + to! : to!, length) - from!;
      return { ...input, height: size(input.height), width: size(input.width) };
    }
    case 'GlobalAveragePool':
      return { ...input, height: 1, width: 1, factor: 0 };
    case 'LeakyRelu':
    case 'Relu':
    case 'Sigmoid':
    case 'Mul':
    case 'Add':
      return input;
    default:
      throw new RangeError(`no rule for ${node.op}`);
  }
}

/** The first of the two int64 bounds of a Slice; rows and columns are cut alike. */
function rowBound({ data }: OnnxTensor): number {
  return Number(new DataView(data.buffer, data.byteOffset).getBigInt64(0, true));
}
