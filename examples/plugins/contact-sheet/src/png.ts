import { deflate } from './deflate.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const CHANNELS = 3;
/** The filters that are tried: none, left, above, Paeth (PNG, third edition, section 9.2). */
const FILTERS = [0, 1, 2, 4] as const;

/** Encodes an opaque picture, 3 bytes a pixel, as PNG. @param data `width * height * 3` bytes */
export function encodePng(width: number, height: number, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, RGB, not interlaced.
  return joined([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('sRGB', Uint8Array.of(0)),
    chunk('IDAT', zlib(filtered(width, height, data))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Each row in the filter whose differences are smallest together, led by the filter's number. */
function filtered(width: number, height: number, data: Uint8Array): Uint8Array {
  const stride = width * CHANNELS;
  const out = new Uint8Array((stride + 1) * height);
  const candidate = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    let least = Infinity;
    for (const filter of FILTERS) {
      const sum = filterRow(data, y, stride, filter, candidate);
      if (sum >= least) continue;
      least = sum;
      out[y * (stride + 1)] = filter;
      out.set(candidate, y * (stride + 1) + 1);
    }
  }
  return out;
}

/** @returns the sum of the differences' sizes, as signed bytes */
function filterRow(
  data: Uint8Array,
  y: number,
  stride: number,
  filter: (typeof FILTERS)[number],
  to: Uint8Array,
): number {
  const row = y * stride;
  let sum = 0;
  for (let i = 0; i < stride; i++) {
    const left = i >= CHANNELS ? data[row + i - CHANNELS]! : 0;
    const above = y > 0 ? data[row + i - stride]! : 0;
    const corner = i >= CHANNELS && y > 0 ? data[row + i - stride - CHANNELS]! : 0;
    const guess = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? above : paeth(left, above, corner);
    const difference = (data[row + i]! - guess) & 255;
    to[i] = difference;
    sum += difference < 128 ? difference : 256 - difference;
  }
  return sum;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** RFC 1950. */
function zlib(bytes: Uint8Array): Uint8Array {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, b * 65_536 + a);
  return joined([Uint8Array.of(0x78, 0x01), deflate(bytes), sum]);
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(
    [...type].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(body, 8);
  view.setUint32(body.length + 8, crc32(bytes.subarray(4, body.length + 8)));
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
