import { expect, test } from 'vitest';
import { ProtoWriter } from './proto-writer.ts';

const hex = (bytes: Uint8Array) => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join(' ');

test('the examples of the protobuf encoding guide come out byte for byte', () => {
  expect(hex(new ProtoWriter().int(1, 150).finish())).toBe('08 96 01');
  expect(hex(new ProtoWriter().text(2, 'testing').finish())).toBe('12 07 74 65 73 74 69 6e 67');
  expect(hex(new ProtoWriter().message(3, (inner) => inner.int(1, 150)).finish())).toBe('1a 03 08 96 01');
  expect(hex(new ProtoWriter().int(1, -2).finish())).toBe('08 fe ff ff ff ff ff ff ff ff 01');
  expect(hex(new ProtoWriter().float(2, 1).finish())).toBe('15 00 00 80 3f');
});
