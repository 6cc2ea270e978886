import { describe, expect, it } from 'vitest';
import { be } from './build-file.test-helper.ts';
import { ByteReader } from './byte-reader.ts';
import { readJpegQuantTables } from './jpeg-quant-tables.ts';

function read(bytes: number[]): Map<number, Uint16Array> {
  const tables = new Map<number, Uint16Array>();
  readJpegQuantTables(new ByteReader(Uint8Array.from(bytes)), tables);
  return tables;
}

const counting = Array.from({ length: 64 }, (_, i) => i);

/** Zigzag order by walking the diagonals, upwards on even ones. */
function walkDiagonals(): number[] {
  const order: number[] = [];
  for (let sum = 0; sum <= 14; sum++) {
    const cells = counting.filter((i) => (i >> 3) + (i & 7) === sum);
    order.push(...(sum % 2 === 0 ? cells.toReversed() : cells));
  }
  return order;
}

describe('readJpegQuantTables', () => {
  it('puts zigzag order into row order', () => {
    const table = read([0, ...counting]).get(0);
    expect(walkDiagonals().map((index) => table?.[index])).toEqual(counting);
  });

  it('reads several tables, of 8 and 16 bits, from one segment', () => {
    const tables = read([0, ...counting, 0x11, ...counting.flatMap((step) => be(step * 500, 2))]);
    expect([...tables.keys()]).toEqual([0, 1]);
    expect(tables.get(1)?.[63]).toBe(31500);
  });

  it('refuses a table that is cut short', () => {
    expect(() => read([0, ...counting.slice(1)])).toThrow(/ends before/);
  });
});
