import { unzlibSync } from 'fflate';
import { createImage, type RasterImage } from '../../raster/index.ts';
import { readPngHeader } from '../png-header.ts';
import { unfilterRows } from './png-filter.ts';

/** Samples a pixel by colour type (PNG Third Edition, table 11.1). */
const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
/** Bytes before the first chunk, and of a chunk's length and type. */
const SIGNATURE_BYTES = 8;
const CHUNK_HEAD_BYTES = 8;
const CHUNK_TAIL_BYTES = 4;

/**
 * Decodes the kinds of PNG that `encodeCompactPng` and `encodeMaskPng` write: up to 8 bits a sample, not
 * interlaced, alpha in a channel or a palette. Straight alpha, nothing lost. Takes no more memory than the
 * size in the header calls for, whatever the data unpacks to; checksums are the caller's affair.
 *
 * @param bytes a file whose size has been checked against the caller's budget
 * @throws Error of any kind for other PNGs, and for damaged ones
 */
export function decodeCompactPng(bytes: Uint8Array): RasterImage {
  const { width, height, bitDepth, colorType, interlaced } = readPngHeader(bytes);
  const { data, palette, alpha } = readChunks(bytes);
  if (interlaced || bitDepth > 8 || (alpha && colorType !== 3)) throw new RangeError('no PNG of this kind');
  const bitsPerPixel = SAMPLES[colorType] * bitDepth;
  const stride = Math.ceil((width * bitsPerPixel) / 8);
  const rows = unzlibSync(data, { out: new Uint8Array((stride + 1) * height) });
  if (rows.length !== (stride + 1) * height) throw new RangeError('the PNG ends before the picture does');
  unfilterRows(rows, stride, Math.max(1, bitsPerPixel >> 3));

  const image = createImage(width, height);
  if (colorType === 3) lookUp(image, rows, stride, bitDepth, paletteTable(palette, alpha));
  else if (colorType === 0) lookUp(image, rows, stride, bitDepth, greyTable(bitDepth));
  else copySamples(image, rows, stride, SAMPLES[colorType]);
  return image;
}

interface PngChunks {
  readonly data: Uint8Array;
  readonly palette: Uint8Array | undefined;
  readonly alpha: Uint8Array | undefined;
}

function readChunks(bytes: Uint8Array): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let [palette, alpha]: (Uint8Array | undefined)[] = [];
  for (let at = SIGNATURE_BYTES; at + CHUNK_HEAD_BYTES <= bytes.length;) {
    const from = at + CHUNK_HEAD_BYTES;
    const content = bytes.subarray(from, from + view.getUint32(at));
    const type = String.fromCharCode(...bytes.subarray(at + 4, from));
    if (type === 'IDAT') parts.push(content);
    else if (type === 'PLTE') palette = content;
    else if (type === 'tRNS') alpha = content;
    at = from + content.length + CHUNK_TAIL_BYTES;
  }
  return { data: parts.length === 1 ? parts[0]! : joined(parts), palette, alpha };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Whole pixels by palette index, in the machine's own byte order. */
function paletteTable(palette: Uint8Array | undefined, alpha: Uint8Array | undefined): Uint32Array {
  if (!palette) throw new RangeError('the palette of the PNG is missing');
  return table((i) => [
    palette[i * 3] ?? 0,
    palette[i * 3 + 1] ?? 0,
    palette[i * 3 + 2] ?? 0,
    alpha?.[i] ?? 255,
  ]);
}

function greyTable(bitDepth: number): Uint32Array {
  const top = 2 ** bitDepth - 1;
  return table((i) => [(i * 255) / top, (i * 255) / top, (i * 255) / top, 255]);
}

function table(colourAt: (i: number) => readonly number[]): Uint32Array {
  const bytes = new Uint8Array(256 * 4);
  for (let i = 0; i < 256; i++) bytes.set(colourAt(i), i * 4);
  return new Uint32Array(bytes.buffer);
}

function lookUp(
  { width, height, data }: RasterImage,
  rows: Uint8Array,
  stride: number,
  bitDepth: number,
  colours: Uint32Array,
): void {
  const pixels = new Uint32Array(data.buffer);
  const mask = 2 ** bitDepth - 1;
  for (let y = 0, p = 0; y < height; y++) {
    const row = y * (stride + 1) + 1;
    if (bitDepth === 8) {
      for (let x = 0; x < width; x++) pixels[p++] = colours[rows[row + x]!]!;
      continue;
    }
    for (let x = 0, bit = 0; x < width; x++, bit += bitDepth) {
      const index = (rows[row + (bit >> 3)]! >> (8 - bitDepth - (bit & 7))) & mask;
      pixels[p++] = colours[index]!;
    }
  }
}

/** RGB, grey with alpha, and RGBA, 8 bits each. */
function copySamples(
  { width, height, data }: RasterImage,
  rows: Uint8Array,
  stride: number,
  samples: number,
): void {
  for (let y = 0, p = 0; y < height; y++) {
    const row = y * (stride + 1) + 1;
    if (samples === 4) {
      data.set(rows.subarray(row, row + stride), y * stride);
      continue;
    }
    for (let o = row; o < row + width * samples; o += samples, p += 4) {
      data[p] = rows[o]!;
      data[p + 1] = rows[samples === 3 ? o + 1 : o]!;
      data[p + 2] = rows[samples === 3 ? o + 2 : o]!;
      data[p + 3] = samples === 3 ? 255 : rows[o + 1]!;
    }
  }
}
