import { expect, test } from 'vitest';
import { convertNcnn } from './convert-ncnn.ts';
import { NcnnBin } from './ncnn-bin.ts';
import { parseNcnnParam } from './ncnn-param.ts';
import { encodeModel } from '@koma/core/onnx';
import { runModel } from './testing/run-model.ts';

const param = (...lines: string[]) => parseNcnnParam(`7767517\n${lines.length} 9\n${lines.join('\n')}\n`);

/** Blobs of float32 weights and plain biases, as a `.bin` file holds them. */
function bin(...blobs: { weights?: number[]; bias?: number[] }[]): NcnnBin {
  const floats = blobs.flatMap(({ weights, bias }) => [...(weights ? [0, ...weights] : []), ...(bias ?? [])]);
  return new NcnnBin(new Uint8Array(Float32Array.from(floats).buffer));
}

test('a small net of every layer type gives the picture worked out by hand', async () => {
  const layers = param(
    'Input in 0 1 in',
    'Convolution c 1 1 in c 0=1 1=1 5=1 6=3 9=2 -23310=1,0.5',
    'Split s 1 3 c c0 c1 c2',
    'Pooling p 1 1 c1 p 0=1 4=1',
    'InnerProduct f 1 1 p f 0=1 1=1 2=1 9=1',
    'Scale m 2 1 c0 f m 0=-233',
    'Deconvolution d 1 1 m d 0=1 1=2 3=2 5=1 6=4',
    'Crop k 2 1 d c2 k 0=1 1=1',
    'Eltwise e 2 1 k c2 e 0=1',
  );
  const weights = bin(
    { weights: [1, 0, -1], bias: [0] },
    { weights: [2], bias: [1] },
    { weights: [1, 2, 3, 4], bias: [0.5] },
  );
  const model = encodeModel(convertNcnn(layers, weights, 'small', {}));
  // R - B with slope 0.5 below zero: c = [4, -1, 3, 2]; mean 2, gate 2 * 2 + 1 = 5, so m = 5 c.
  const data = Float32Array.of(4, 0, 3, 2, 9, 9, 9, 9, 0, 2, 0, 0);
  const { y } = await runModel(model, { x: { data, dims: [1, 3, 2, 2] } });
  // Inner 2x2 of the doubled picture: m[0] w[3], m[1] w[2], m[2] w[1], m[3] w[0], each + 0.5; then + c.
  expect([...y!.data]).toEqual([20 * 4 + 0.5 + 4, -5 * 3 + 0.5 - 1, 15 * 2 + 0.5 + 3, 10 * 1 + 0.5 + 2]);
});

test('what waifu2x does not use is refused, not guessed', () => {
  const convert = (line: string) => () => convertNcnn(param('Input in 0 1 in', line), bin(), 'bad', {});
  expect(convert('PReLU p 1 1 in out 0=3')).toThrow(/type PReLU/);
  expect(convert('Pooling p 1 1 in out 0=0 1=2')).toThrow(/parameter 0 is 0/);
  expect(convert('Crop k 2 1 in in out 0=1 1=2')).toThrow(/parameter 1 is 2/);
});

test('weights that are left over are an error', () => {
  expect(() => convertNcnn(param('Input in 0 1 in'), bin({ bias: [1] }), 'bad', {})).toThrow(/4 bytes/);
});
