import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convertVgg7, type Vgg7Layer } from './convert-vgg7.ts';
import { halfToFloat } from './half-float.ts';
import { decodeModel, encodeModel, type OnnxTensor } from '@koma/core/onnx';
import { probeInput } from './probe.ts';
import { naiveVgg7, toPlanes } from './testing/naive-convolution.ts';
import { upscaleFolder } from './testing/paths.ts';
import { runModel } from './testing/run-model.ts';

/** Weights that a half holds exactly, so that the file's float16 costs nothing here. */
function smallNet(): Vgg7Layer[] {
  let state = 1;
  const next = () => ((state = (state * 48271) % 2147483647) % 401) / 512 - 0.39;
  const exact = () => Math.round(next() * 512) / 512;
  return [
    [3, 4],
    [4, 5],
    [5, 3],
  ].map(([inputs, outputs]) => ({
    nInputPlane: inputs!,
    nOutputPlane: outputs!,
    kW: 3,
    kH: 3,
    bias: Array.from({ length: outputs! }, exact),
    weight: Array.from({ length: outputs! }, () =>
      Array.from({ length: inputs! }, () =>
        Array.from({ length: 3 }, () => Array.from({ length: 3 }, exact)),
      ),
    ),
  }));
}

async function expectOracle(
  model: Uint8Array,
  input: Float32Array,
  size: number,
  expected: number[],
): Promise<void> {
  const { y } = await runModel(model, { x: { data: input, dims: [1, 3, size, size] } });
  expect(y!.data).toHaveLength(expected.length);
  const worst = y!.data.reduce((max, v, i) => Math.max(max, Math.abs(v - expected[i]!)), 0);
  expect(worst).toBeLessThan(1e-5);
}

test('a converted net computes what plain loops over its JSON compute', async () => {
  const size = 10;
  const input = probeInput(size);
  const model = encodeModel(convertVgg7(smallNet(), 'small', {}, { enlarge: false }));
  const expected = naiveVgg7(toPlanes(input, 3, size), smallNet()).flat(2);
  await expectOracle(model, input, size, expected);
});

test('with enlarge, the net sees every pixel four times', async () => {
  const size = 6;
  const input = probeInput(size);
  const twice = <T>(list: readonly T[]) => list.flatMap((item) => [item, item]);
  const doubled = toPlanes(input, 3, size).map((plane) => twice(plane.map((row) => twice(row))));
  const model = encodeModel(convertVgg7(smallNet(), 'small', {}, { enlarge: true }));
  await expectOracle(model, input, size, naiveVgg7(doubled, smallNet()).flat(2));
});

test('the committed vgg7-noise1 computes what plain loops over its weights compute', async () => {
  const model = new Uint8Array(readFileSync(join(upscaleFolder, 'models', 'vgg7-noise1.onnx')));
  const constants = new Map(decodeModel(model).graph.initializers.map((tensor) => [tensor.name, tensor]));
  const layers = [1, 2, 3, 4, 5, 6, 7].map((i) => {
    const { dims, data } = constants.get(`layer${i}.weight.half`)!;
    const [outputs, inputs, rows] = dims as [number, number, number];
    const flat = Array.from(new Uint16Array(data.slice().buffer), halfToFloat);
    const each = flat.length / outputs;
    const weight = Array.from({ length: outputs }, (_, o) =>
      toPlanes(flat.slice(o * each, (o + 1) * each), inputs, rows),
    );
    return { weight, bias: floatsOf(constants.get(`layer${i}.bias`)!) };
  });
  const size = 18;
  const input = probeInput(size);
  const expected = naiveVgg7(toPlanes(input, 3, size), layers).flat(2);
  await expectOracle(model, input, size, expected);
});

test('weights of the wrong number are an error', () => {
  const [layer] = smallNet();
  expect(() => convertVgg7([{ ...layer!, kW: 5 }], 'bad', {}, { enlarge: false })).toThrow(
    /layer 0: 108 weights/,
  );
});

function floatsOf(tensor: OnnxTensor): number[] {
  return [...new Float32Array(tensor.data.slice().buffer)];
}
