import type { ByteReader } from './byte-reader.ts';

/** ITU-T T.81 figure A.6: the row-order index of each coefficient in zigzag order. */
// prettier-ignore
const ZIGZAG: readonly number[] = [
   0,  1,  8, 16,  9,  2,  3, 10, 17, 24, 32, 25, 18, 11,  4,  5,
  12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13,  6,  7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
  58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/**
 * Adds the tables of one DQT segment (ITU-T T.81 section B.2.4.1) to `into`, keyed by their identifier
 * 0-3, as 64 steps in row order, 8 or 16 bits each. A later table replaces an earlier one.
 * @param segment the segment's data after its length field
 * @throws KomaError FILE_DAMAGED if a table is cut short.
 */
export function readJpegQuantTables(segment: ByteReader, into: Map<number, Uint16Array>): void {
  let at = 0;
  while (at < segment.length) {
    const head = segment.u8(at++);
    const wide = head >> 4 !== 0;
    const table = new Uint16Array(64);
    for (const index of ZIGZAG) {
      table[index] = wide ? segment.u16be(at) : segment.u8(at);
      at += wide ? 2 : 1;
    }
    into.set(head & 15, table);
  }
}
