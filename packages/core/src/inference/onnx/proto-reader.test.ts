import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldInt, fieldText, readFields, readFloats, readVarints } from './proto-reader.ts';
import { ProtoWriter } from './proto-writer.ts';

test('what the writer writes, the reader reads', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 29 - 1 }),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.string({ unit: 'grapheme' }),
      fc.float({ noNaN: true }),
      (number, int, text, float) => {
        const bytes = new ProtoWriter().int(number, int).text(number, text).float(number, float).finish();
        const [first, second, third] = readFields(bytes);
        expect(first?.field).toBe(number);
        expect(BigInt(fieldInt(first!))).toBe(int);
        expect(fieldText(second!)).toBe(text);
        expect(readFloats(third!)).toEqual([float]);
      },
    ),
  );
});

test('packed lists are read like lists of single fields', () => {
  const [packed] = readFields(Uint8Array.of(0x22, 4, 3, 0x96, 1, 0));
  expect(readVarints(packed!)).toEqual([3, 150, 0]);
});

test('cut-off or senseless bytes are an error, never a wrong value', () => {
  const whole = new ProtoWriter().text(1, 'screentone').finish();
  for (let length = 1; length < whole.length; length++) {
    expect(() => [...readFields(whole.subarray(0, length))]).toThrow(/damaged/);
  }
  expect(() => [...readFields(Uint8Array.of(0x0b))]).toThrow(/wire type 3/);
  expect(() => [...readFields(new Uint8Array(11).fill(255))]).toThrow(/64 bits/);
});
