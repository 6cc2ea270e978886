import { deconvolutionAsShuffle } from './deconvolution-as-shuffle.ts';
import { emitKernel, readKernel, sliceBorder } from './emit-kernel.ts';
import { GraphBuilder } from './graph-builder.ts';
import type { NcnnBin } from './ncnn-bin.ts';
import { expectParam, listParam, numberParam, type NcnnLayer } from './ncnn-param.ts';
import type { OnnxModel } from '@koma/core/onnx';
import { valueNames } from './value-names.ts';

/** What the emitters of the layers share. */
interface Conversion {
  readonly graph: GraphBuilder;
  readonly bin: NcnnBin;
  readonly nameOf: (blob: string) => string;
}

/**
 * Turns an ncnn network into an ONNX model from `x` to `y`, for the layer types that waifu2x uses. Layers are
 * emitted in file order, which is the order in which ncnn stores their weights.
 * @throws Error for other layers, other parameters, or weights that do not fit.
 */
export function convertNcnn(
  layers: readonly NcnnLayer[],
  bin: NcnnBin,
  name: string,
  metadata: Readonly<Record<string, string>>,
): OnnxModel {
  const conversion = { graph: new GraphBuilder(), bin, nameOf: valueNames(layers) };
  for (const layer of layers) emit(conversion, layer);
  bin.expectEnd();
  return conversion.graph.finish(name, metadata);
}

function emit(conversion: Conversion, layer: NcnnLayer): void {
  const { graph, nameOf } = conversion;
  const inputs = layer.inputs.map(nameOf);
  const output = nameOf(layer.outputs[0] ?? '');
  switch (layer.type) {
    case 'Input':
    case 'Split':
      return;
    case 'Convolution':
      return emitConvolution(conversion, layer, inputs, output);
    case 'Deconvolution':
      return emitDeconvolution(conversion, layer, inputs, output);
    case 'InnerProduct':
      return emitInnerProduct(conversion, layer, inputs, output);
    case 'Pooling':
      expectParam(layer, 0, 1);
      expectParam(layer, 4, 1);
      graph.node('GlobalAveragePool', inputs, output);
      return;
    case 'Scale':
      expectParam(layer, 0, -233);
      graph.node('Mul', inputs, output);
      return;
    case 'Eltwise':
      expectParam(layer, 0, 1);
      if (listParam(layer, 1).length > 0) throw new Error(`${layer.name}: weighted sums are not supported`);
      graph.node('Add', inputs, output);
      return;
    case 'Crop':
      return emitCrop(conversion, layer, inputs, output);
    default:
      throw new Error(`${layer.name}: layers of type ${layer.type} are not supported`);
  }
}

function emitConvolution(
  { graph, bin }: Conversion,
  layer: NcnnLayer,
  inputs: readonly string[],
  output: string,
): void {
  expectParam(layer, 4, 0);
  emitKernel(graph, layer, readKernel(bin, layer), inputs, output, numberParam(layer, 3, 1));
}

function emitDeconvolution(
  { graph, bin }: Conversion,
  layer: NcnnLayer,
  inputs: readonly string[],
  output: string,
): void {
  const kernel = readKernel(bin, layer);
  const crop = kernel.size === 4;
  expectParam(layer, 3, 2);
  expectParam(layer, 4, crop ? 3 : 0);
  // The activation works on single values, so it may come before the pixels move; there runtimes fuse it.
  const planes = emitKernel(graph, layer, deconvolutionAsShuffle(kernel), inputs, `${layer.name}.planes`, 1);
  const shuffled = crop ? `${layer.name}.shuffled` : output;
  graph.node('DepthToSpace', [planes], shuffled, { blocksize: 2, mode: 'CRD' });
  if (crop) sliceBorder(graph, layer.name, shuffled, output, 1);
}

/** On a 1x1 map a fully connected layer is a 1x1 convolution. */
function emitInnerProduct(
  { graph, bin }: Conversion,
  layer: NcnnLayer,
  inputs: readonly string[],
  output: string,
): void {
  const outputs = numberParam(layer, 0, 0);
  const count = numberParam(layer, 2, 0);
  const weights = bin.weights(count);
  const kernel = { outputs, inputs: count / outputs, size: 1, weights, bias: bin.floats(outputs) };
  emitKernel(graph, layer, kernel, inputs, output, 1);
}

/** The first input cut to the size of the second: in waifu2x always the same border on all sides. */
function emitCrop({ graph }: Conversion, layer: NcnnLayer, inputs: readonly string[], output: string): void {
  const border = numberParam(layer, 0, 0);
  expectParam(layer, 1, border);
  sliceBorder(graph, layer.name, inputs[0] ?? '', output, border);
}
