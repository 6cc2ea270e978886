import { numberParam, type NcnnLayer } from './ncnn-param.ts';

/**
 * The name of each ncnn blob in the ONNX graph. Copies made by `Split` share their source's name; the input is
 * `x`, the last blob `y`. In nets with squeeze-and-excite blocks (cunet) those get names that graph surgery can
 * rely on, counted from k = 1: `se{k}.features` (the feature map), `se{k}.pooled` (its mean, [n, c, 1, 1]),
 * `se{k}.gate` (the factors after the sigmoid, [n, c, 1, 1]); and `stage1.output` is the first U-net's picture.
 */
export function valueNames(layers: readonly NcnnLayer[]): (blob: string) => string {
  const source = new Map<string, string>();
  const root = (blob: string): string => source.get(blob) ?? blob;
  for (const { type, inputs, outputs } of layers) {
    if (type === 'Split') for (const copy of outputs) source.set(copy, root(inputs[0] ?? ''));
  }
  const names = new Map<string, string>();
  const makers = layers.filter((layer) => layer.type !== 'Split');
  let blocks = 0;
  for (const layer of makers) {
    const output = layer.outputs[0] ?? '';
    if (layer.type === 'Input') names.set(output, 'x');
    if (layer.type === 'Pooling') {
      const k = ++blocks;
      names.set(root(layer.inputs[0] ?? ''), `se${k}.features`);
      names.set(output, `se${k}.pooled`);
    }
    // The block ends where its feature map is scaled by the gate.
    if (layer.type === 'Scale') names.set(root(layer.inputs[1] ?? ''), `se${blocks}.gate`);
  }
  if (blocks > 0) {
    const picture = makers.find((layer) => isConvolution(layer) && numberParam(layer, 0, 0) === 3);
    if (picture) names.set(picture.outputs[0] ?? '', 'stage1.output');
  }
  names.set(makers.at(-1)?.outputs[0] ?? '', 'y');
  return (blob) => names.get(root(blob)) ?? root(blob);
}

function isConvolution(layer: NcnnLayer): boolean {
  return layer.type === 'Convolution' || layer.type === 'Deconvolution';
}
