import { describe, expect, test } from 'vitest';
import { SlabPool } from './slab-pool.ts';

describe('a pool of slots', () => {
  test('gives slots that do not overlap', () => {
    const pool = new SlabPool(16, 4, false);
    const slots = Array.from({ length: 10 }, () => pool.allocate());
    slots.forEach((slot, i) => slot.bytes.fill(i + 1));
    slots.forEach((slot, i) => expect([...slot.bytes]).toEqual(Array(16).fill(i + 1)));
    expect(pool.usedBytes).toBe(160);
    expect(pool.reservedBytes).toBe(192);
  });

  test('uses freed slots again before it grows', () => {
    const pool = new SlabPool(16, 4, false);
    const slots = Array.from({ length: 4 }, () => pool.allocate());
    pool.free(slots[2]!);
    pool.allocate();
    expect(pool.reservedBytes).toBe(64);
  });

  test('gives memory back when slabs are empty, but keeps one', () => {
    const pool = new SlabPool(16, 4, false);
    const slots = Array.from({ length: 12 }, () => pool.allocate());
    for (const slot of slots) pool.free(slot);
    expect(pool.usedBytes).toBe(0);
    expect(pool.reservedBytes).toBe(64);
  });

  test('is shared between threads where asked', () => {
    expect(new SlabPool(16, 4, true).allocate().bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});
