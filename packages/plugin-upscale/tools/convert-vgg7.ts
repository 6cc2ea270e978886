import { GraphBuilder } from './graph-builder.ts';
import type { OnnxModel } from '@koma/core/onnx';

/** One layer of waifu2x's JSON format; `weight` is [output][input][row][column]. */
export interface Vgg7Layer {
  readonly nInputPlane: number;
  readonly nOutputPlane: number;
  readonly kW: number;
  readonly kH: number;
  readonly weight: readonly (readonly (readonly (readonly number[])[])[])[];
  readonly bias: readonly number[];
}

/** Slope of the LeakyReLU after every layer but the last (waifu2x `lib/srcnn.lua`, vgg_7). */
export const VGG7_SLOPE = 0.1;

/**
 * Turns waifu2x's vgg_7 (seven 3x3 convolutions without padding: 14 px smaller than its input) into an ONNX
 * model from `x` to `y`. With `enlarge` the input is first doubled by repeating pixels, as waifu2x does before
 * this net; then `y` is 2 * size - 14 px.
 * @throws Error if a layer's weights do not have the size it states.
 */
export function convertVgg7(
  layers: readonly Vgg7Layer[],
  name: string,
  metadata: Readonly<Record<string, string>>,
  { enlarge }: { readonly enlarge: boolean },
): OnnxModel {
  const graph = new GraphBuilder();
  let value = 'x';
  if (enlarge) {
    const scales = graph.floats('enlarge.scales', [4], [1, 1, 2, 2]);
    value = graph.node('Resize', [value, '', scales], 'enlarged', {
      mode: 'nearest',
      coordinate_transformation_mode: 'asymmetric',
      nearest_mode: 'floor',
    });
  }
  layers.forEach((layer, i) => {
    const { nOutputPlane: outputs, nInputPlane: inputs, kW, kH } = layer;
    const weights = Float32Array.from(layer.weight.flat(3));
    if (weights.length !== outputs * inputs * kW * kH)
      throw new Error(`layer ${i}: ${weights.length} weights`);
    const last = i === layers.length - 1;
    const prefix = `layer${i + 1}`;
    const weight = graph.weight(`${prefix}.weight`, [outputs, inputs, kH, kW], weights);
    const bias = graph.floats(`${prefix}.bias`, [outputs], layer.bias);
    const sum = last ? 'y' : `${prefix}.sum`;
    value = graph.node('Conv', [value, weight, bias], sum, { kernel_shape: [kH, kW] });
    if (!last) value = graph.node('LeakyRelu', [sum], prefix, { alpha: { float: VGG7_SLOPE } });
  });
  return graph.finish(name, metadata);
}
