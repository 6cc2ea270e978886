/** Shortest and longest copy, and how far back one may reach (RFC 1951). */
const LEAST = 3;
const MOST = 258;
const WINDOW = 32_768;
/** Earlier places that are looked at for a copy. */
const CHAIN = 24;
const HASH_BITS = 15;

/** First lengths of the length codes from 257 on, and their extra bits. */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12_289, 16_385, 24_577,
];
const DISTANCE_BITS = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

/**
 * Compresses bytes as one block of DEFLATE with its fixed codes (RFC 1951, section 3.2.6): small, and good for flat
 * drawings. Greedy, with chains of places that begin with the same three bytes.
 */
export function deflate(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new BitWriter(bytes.length);
  out.write(1, 1); // The last block,
  out.write(1, 2); // with fixed codes.
  const heads = new Int32Array(2 ** HASH_BITS).fill(-1);
  const previous = new Int32Array(bytes.length);
  const remember = (at: number): void => {
    if (at + LEAST > bytes.length) return;
    const hash = hashAt(bytes, at);
    previous[at] = heads[hash]!;
    heads[hash] = at;
  };
  for (let at = 0; at < bytes.length;) {
    const { length, distance } = longestCopy(bytes, at, heads, previous);
    if (length < LEAST) {
      writeSymbol(out, bytes[at]!);
      remember(at++);
      continue;
    }
    writeCopy(out, length, distance);
    for (const end = at + length; at < end; at++) remember(at);
  }
  writeSymbol(out, 256);
  return out.finish();
}

function hashAt(bytes: Uint8Array, at: number): number {
  const three = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
  return Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function longestCopy(
  bytes: Uint8Array,
  at: number,
  heads: Int32Array,
  previous: Int32Array,
): { readonly length: number; readonly distance: number } {
  let [length, distance] = [0, 0];
  if (at + LEAST > bytes.length) return { length, distance };
  const most = Math.min(MOST, bytes.length - at);
  let from = heads[hashAt(bytes, at)]!;
  for (let tries = 0; from >= 0 && at - from <= WINDOW && tries < CHAIN; tries++) {
    let same = 0;
    while (same < most && bytes[from + same] === bytes[at + same]) same++;
    if (same > length) [length, distance] = [same, at - from];
    if (length === most) break;
    from = previous[from]!;
  }
  return { length, distance };
}

function writeCopy(out: BitWriter, length: number, distance: number): void {
  const code = lastAtMost(LENGTHS, length);
  writeSymbol(out, 257 + code);
  out.write(length - LENGTHS[code]!, LENGTH_BITS[code]!);
  const far = lastAtMost(DISTANCES, distance);
  out.write(reversed(far, 5), 5);
  out.write(distance - DISTANCES[far]!, DISTANCE_BITS[far]!);
}

function lastAtMost(table: readonly number[], value: number): number {
  let at = table.length - 1;
  while (table[at]! > value) at--;
  return at;
}

/** A literal, the end, or a length by the fixed code. */
function writeSymbol(out: BitWriter, symbol: number): void {
  if (symbol < 144) out.write(reversed(0x30 + symbol, 8), 8);
  else if (symbol < 256) out.write(reversed(0x190 + symbol - 144, 9), 9);
  else if (symbol < 280) out.write(reversed(symbol - 256, 7), 7);
  else out.write(reversed(0xc0 + symbol - 280, 8), 8);
}

/** Codes are stored from their highest bit on, all else from the lowest. */
function reversed(code: number, bits: number): number {
  let result = 0;
  for (let i = 0; i < bits; i++) result |= ((code >> i) & 1) << (bits - 1 - i);
  return result;
}

/** Bytes that are filled bit by bit, from the lowest. */
class BitWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  #held = 0;
  #count = 0;

  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.max(64, expected >> 1));
  }

  /** @param value less than 2 ** bits; @param bits 0-13 */
  write(value: number, bits: number): void {
    this.#held |= value << this.#count;
    this.#count += bits;
    while (this.#count >= 8) {
      this.#push(this.#held & 255);
      this.#held >>>= 8;
      this.#count -= 8;
    }
  }

  finish(): Uint8Array<ArrayBuffer> {
    if (this.#count > 0) this.#push(this.#held & 255);
    return this.#bytes.slice(0, this.#length);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }
}
