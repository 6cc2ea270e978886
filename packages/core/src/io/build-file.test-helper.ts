/*
 * Builds small picture files byte by byte, for tests that need a header no program would write.
 * Written from the specifications and not from the readers, so that they can be wrong about each other.
 */

/** Latin-1 text as bytes. */
export function latin1(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

/** A number as `count` bytes, most significant first. */
export function be(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor(value / 256 ** (count - 1 - i)) % 256);
}

/** A number as `count` bytes, least significant first. */
export function le(value: number, count: number): number[] {
  return be(value, count).toReversed();
}

/** A PNG of the given chunks, each with a checksum of zeros. */
export function buildPng(...chunks: [type: string, data: number[]][]): Uint8Array {
  const body = chunks.flatMap(([type, data]) => [
    ...be(data.length, 4),
    ...latin1(type),
    ...data,
    0,
    0,
    0,
    0,
  ]);
  return Uint8Array.from([0x89, ...latin1('PNG'), 13, 10, 26, 10, ...body]);
}

/** The data of an IHDR chunk. */
export function ihdr(width: number, height: number, bitDepth = 8, colorType = 2, interlace = 0): number[] {
  return [...be(width, 4), ...be(height, 4), bitDepth, colorType, 0, 0, interlace];
}

/** A JPEG marker segment with its length. */
export function segment(marker: number, data: number[]): number[] {
  return [0xff, marker, ...be(data.length + 2, 2), ...data];
}

/** A JPEG frame header; `marker` 0xc0 is baseline. Components use tables 0, 1, 1, 0 without subsampling. */
export function sof(width: number, height: number, components = 3, marker = 0xc0, precision = 8): number[] {
  const list = Array.from({ length: components }, (_, i) => [i + 1, 0x11, i === 1 || i === 2 ? 1 : 0]);
  return segment(marker, [precision, ...be(height, 2), ...be(width, 2), components, ...list.flat()]);
}

/** A start-of-scan segment with a little entropy-coded data, stuffed and restarted. */
export const SCAN: readonly number[] = [
  ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  0x12,
  0xff,
  0,
  0xff,
  0xd0,
  0x34,
];

/** SOI, the given bytes, EOI. */
export function buildJpeg(...parts: (readonly number[])[]): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9]);
}

/** RIFF chunks, padded to even lengths. */
export function riffChunks(...chunks: [type: string, data: number[]][]): number[] {
  return chunks.flatMap(([type, data]) => [
    ...latin1(type),
    ...le(data.length, 4),
    ...data,
    ...(data.length % 2 === 1 ? [0] : []),
  ]);
}

/** A WebP of the given chunks. */
export function buildWebp(...chunks: [type: string, data: number[]][]): Uint8Array {
  const body = [...latin1('WEBP'), ...riffChunks(...chunks)];
  return Uint8Array.from([...latin1('RIFF'), ...le(body.length, 4), ...body]);
}

/** The data of a VP8X chunk. */
export function vp8x(flags: number, width: number, height: number): number[] {
  return [flags, 0, 0, 0, ...le(width - 1, 3), ...le(height - 1, 3)];
}

/** The head of a VP8 bitstream. */
export function vp8(width: number, height: number): number[] {
  return [0x10, 0, 0, 0x9d, 0x01, 0x2a, ...le(width, 2), ...le(height, 2), 0, 0];
}

/** The head of a VP8L bitstream. */
export function vp8l(width: number, height: number, alpha = 0): number[] {
  return [0x2f, ...le(width - 1 + (height - 1) * 2 ** 14 + alpha * 2 ** 28, 4), 0];
}

/** A TIFF block whose IFD0 holds ImageWidth and then Orientation. */
export function tiff(orientation: number, order: 'II' | 'MM' = 'MM', type = 3): number[] {
  const put = order === 'II' ? le : be;
  const value = type === 3 ? [...put(orientation, 2), 0, 0] : put(orientation, 4);
  const width = [...put(0x0100, 2), ...put(3, 2), ...put(1, 4), ...put(99, 2), 0, 0];
  const entry = [...put(0x0112, 2), ...put(type, 2), ...put(1, 4), ...value];
  return [...latin1(order), ...put(42, 2), ...put(8, 4), ...put(2, 2), ...width, ...entry, ...put(0, 4)];
}
