import type { Kernel } from './deconvolution-as-shuffle.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { NcnnBin } from './ncnn-bin.ts';
import { expectParam, listParam, numberParam, type NcnnLayer } from './ncnn-param.ts';

/** The kernel of a Convolution or Deconvolution layer, read from the weights, where it is next. */
export function readKernel(bin: NcnnBin, layer: NcnnLayer): Kernel {
  expectParam(layer, 5, 1);
  const [outputs, size, count] = [0, 1, 6].map((key) => numberParam(layer, key, 0)) as [
    number,
    number,
    number,
  ];
  const weights = bin.weights(count);
  return { outputs, inputs: count / (outputs * size * size), size, weights, bias: bin.floats(outputs) };
}

/** A Conv without padding and the layer's activation; returns the name of the activated value. */
export function emitKernel(
  graph: GraphBuilder,
  layer: NcnnLayer,
  kernel: Kernel,
  inputs: readonly string[],
  output: string,
  stride: number,
): string {
  const { outputs, size } = kernel;
  const activation = numberParam(layer, 9, 0);
  const weight = graph.weight(`${layer.name}.weight`, [outputs, kernel.inputs, size, size], kernel.weights);
  const bias = graph.floats(`${layer.name}.bias`, [outputs], kernel.bias);
  const sum = activation === 0 ? output : `${layer.name}.sum`;
  graph.node('Conv', [...inputs, weight, bias], sum, {
    kernel_shape: [size, size],
    strides: [stride, stride],
  });
  switch (activation) {
    case 0:
      return output;
    case 1:
      return graph.node('Relu', [sum], output);
    case 2:
      return graph.node('LeakyRelu', [sum], output, { alpha: { float: listParam(layer, 10)[0] ?? 0 } });
    case 4:
      return graph.node('Sigmoid', [sum], output);
    default:
      throw new Error(`${layer.name}: activation ${activation} is not supported`);
  }
}

/** A Slice that cuts `border` px off each side. */
export function sliceBorder(
  graph: GraphBuilder,
  name: string,
  input: string,
  output: string,
  border: number,
): void {
  const from = graph.ints(`${name}.from`, [border, border]);
  const to = graph.ints(`${name}.to`, [-border, -border]);
  const axes = graph.ints(`${name}.axes`, [2, 3]);
  graph.node('Slice', [input, from, to, axes], output);
}
