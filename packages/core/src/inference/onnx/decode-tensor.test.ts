import { expect, test } from 'vitest';
import { decodeTensor } from './decode-tensor.ts';
import { ProtoWriter } from './proto-writer.ts';
import { floatTensor, int64Tensor } from './tensors.ts';

test('constants stored as lists become raw bytes', () => {
  const floats = new ProtoWriter().int(1, 2).int(2, 1).float(4, 0.25).float(4, -3).text(8, 'w').finish();
  expect(decodeTensor(floats)).toEqual(floatTensor('w', [2], [0.25, -3]));
  const ints = new ProtoWriter().int(1, 2).int(2, 7).int(7, -1).int(7, 9).text(8, 'axes').finish();
  expect(decodeTensor(ints)).toEqual(int64Tensor('axes', [-1, 9]));
});

test('constants in a file of their own are refused', () => {
  const external = new ProtoWriter()
    .int(2, 1)
    .message(13, () => {})
    .finish();
  expect(() => decodeTensor(external)).toThrow(/files of their own/);
});
