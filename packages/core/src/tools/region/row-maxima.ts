import { finish, inBlocks, type Steps } from '../../steps/index.ts';
import type { Mask } from './mask.ts';

/**
 * The largest byte of any interval of a row in two reads: tables of the maxima of 1, 2, 4, 8 ... bytes
 * from each column on. Tables are built when a row is first asked for and kept for the latest
 * 2 × reach + 1 rows, so rows are best visited in order.
 * Memory: (2 reach + 1) × (width + 2 reach) × (2 + log2 reach) bytes.
 */
export class RowMaxima {
  readonly #mask: Mask;
  readonly #reach: number;
  readonly #slots: number;
  readonly #levels: number;
  readonly #stride: number;
  readonly #tables: Uint8Array;
  /** Which row each slot holds. */
  readonly #rows: Int32Array;
  /** Whether that row has any coverage short of full. */
  readonly #soft: Uint8Array;

  /** @param reach the longest interval asked for is 2 × reach + 1 */
  constructor(mask: Mask, reach: number) {
    this.#mask = mask;
    this.#reach = reach;
    this.#slots = 2 * reach + 1;
    this.#levels = levelFor(2 * reach + 1) + 1;
    this.#stride = mask.width + 2 * reach;
    this.#tables = new Uint8Array(this.#slots * this.#levels * this.#stride);
    this.#rows = new Int32Array(this.#slots).fill(-1);
    this.#soft = new Uint8Array(this.#slots);
  }

  /**
   * Raises `out[start + x]`, for the first `count` columns x of `columns`, to the largest byte of `row`
   * from x - half to x + half. Rows whose bytes are all 0 or 255 are left out: callers ask only where no 255 is near.
   */
  raise(row: number, half: number, columns: Int32Array, count: number, out: Uint8Array, start: number): void {
    const slot = row % this.#slots;
    if (this.#rows[slot] !== row) this.#build(row, slot);
    if (this.#soft[slot] === 0) return;
    const length = 2 * half + 1;
    const level = levelFor(length);
    const tables = this.#tables;
    const first = (slot * this.#levels + level) * this.#stride + this.#reach - half;
    const second = first + length - (1 << level);
    for (let i = 0; i < count; i++) {
      const x = columns[i]!;
      const a = tables[first + x]!;
      const b = tables[second + x]!;
      const largest = a > b ? a : b;
      if (largest > out[start + x]!) out[start + x] = largest;
    }
  }

  #build(row: number, slot: number): void {
    const { width, data } = this.#mask;
    const stride = this.#stride;
    const tables = this.#tables;
    const source = data.subarray(row * width, (row + 1) * width);
    this.#rows[slot] = row;
    this.#soft[slot] = isSoft(source, 0, source.length) ? 1 : 0;
    if (this.#soft[slot] === 0) return;
    let base = slot * this.#levels * stride;
    tables.fill(0, base, base + stride);
    tables.set(source, base + this.#reach);
    for (let level = 1; level < this.#levels; level++, base += stride) {
      const step = 1 << (level - 1);
      const next = base + stride;
      for (let i = 0; i < stride; i++) {
        const a = tables[base + i]!;
        const b = i + step < stride ? tables[base + i + step]! : 0;
        tables[next + i] = a > b ? a : b;
      }
    }
  }
}

/** The largest power of two, as an exponent, that is at most `length`. */
function levelFor(length: number): number {
  return 31 - Math.clz32(length);
}

/** Whether any byte is neither 0 nor 255. */
export function hasSoftCoverage(data: Uint8Array): boolean {
  return finish(hasSoftCoverageSteps(data));
}

/** {@link hasSoftCoverage} in steps. */
export function* hasSoftCoverageSteps(data: Uint8Array): Steps<boolean> {
  let soft = false;
  yield* inBlocks(data.length, (from, to) => (soft ||= isSoft(data, from, to)));
  return soft;
}

function isSoft(data: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (data[i] !== 0 && data[i] !== 255) return true;
  return false;
}
