import { expect, test } from 'vitest';
import { decodeModel } from './decode-model.ts';
import { encodeModel } from './encode-model.ts';
import { testModel } from './tiny-model.test-helper.ts';
import { ProtoWriter } from './proto-writer.ts';

test('tensors are views into the file, not copies', () => {
  const bytes = encodeModel(testModel);
  expect(decodeModel(bytes).graph.initializers[0]?.data.buffer).toBe(bytes.buffer);
});

test('a cut-off file is damaged, at whatever byte it ends', () => {
  const bytes = encodeModel(testModel);
  const graphEnd = bytes.length - 40;
  for (let length = 0; length < graphEnd; length++) {
    expect(() => decodeModel(bytes.subarray(0, length))).toThrow(/damaged/);
  }
});

test('sub-graphs are refused instead of dropped', () => {
  const graph = new ProtoWriter().message(1, (node) =>
    node.text(4, 'If').message(5, (attribute) =>
      attribute
        .text(1, 'then_branch')
        .message(6, () => {})
        .int(20, 5),
    ),
  );
  const bytes = new ProtoWriter().bytes(7, graph.finish()).finish();
  expect(() => decodeModel(bytes)).toThrow(/attribute then_branch/);
});
