import { expect, test } from 'vitest';
import { listParam, numberParam, parseNcnnParam } from './ncnn-param.ts';

const text = `7767517
3 4
Input                    input   0 1 in 0=200 1=200 2=3
Convolution              conv1   1 1 in conv1_relu 0=32 1=3 6=864 9=2 -23310=1,0.100000
Split                    split_0 1 2 conv1_relu a b
`;

test('a layer has its type, blobs and numbered parameters', () => {
  const [, convolution, split] = parseNcnnParam(text);
  expect(convolution).toMatchObject({
    type: 'Convolution',
    name: 'conv1',
    inputs: ['in'],
    outputs: ['conv1_relu'],
  });
  expect(numberParam(convolution!, 6, 0)).toBe(864);
  expect(numberParam(convolution!, 3, 1)).toBe(1);
  expect(listParam(convolution!, 10)).toEqual([0.1]);
  expect(split?.outputs).toEqual(['a', 'b']);
});

test('lines may end the Windows way', () => {
  expect(parseNcnnParam(text.replaceAll('\n', '\r\n'))).toEqual(parseNcnnParam(text));
});

test('other files and cut-off files are errors', () => {
  expect(() => parseNcnnParam('<html>')).toThrow(/not an ncnn param file/);
  expect(() => parseNcnnParam(text.replace(/Split.*/, ''))).toThrow(/3 layers announced, 2 found/);
});
