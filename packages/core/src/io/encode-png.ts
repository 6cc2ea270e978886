import { isOpaque, type RasterImage } from '../raster/index.ts';
import { crc32 } from './crc32.ts';

/**
 * Encodes a PNG without losing anything, colour under transparent pixels included, which a canvas
 * cannot do because it stores premultiplied alpha. Grey pictures are stored as grey and opaque ones
 * without alpha. Filters are chosen row by row with the minimum sum of absolute differences (PNG 3rd
 * edition, section 12.7). Works in browsers and Node through the platform's CompressionStream.
 * @param onProgress told now and then how much is done, 0-1, never less than before
 */
export async function encodePng(
  image: RasterImage,
  onProgress: (fraction: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const grey = isGreyThroughout(image);
  const opaque = isOpaque(image);
  const channels = (grey ? 1 : 3) + (opaque ? 0 : 1);
  // Colour types of the IHDR chunk: 0 grey, 2 RGB, 4 grey and alpha, 6 RGBA.
  const colorType = (grey ? 0 : 2) + (opaque ? 0 : 4);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, image.width);
  view.setUint32(4, image.height);
  header.set([8, colorType, 0, 0, 0], 8);
  const compressed = await deflate(filteredRows(image, channels, grey, onProgress));
  return concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    // Koma's pixels are sRGB; 0 is the perceptual intent.
    chunk('sRGB', Uint8Array.of(0)),
    chunk('IDAT', compressed),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Unlike `isGrey`, asks transparent pixels too: as grey, they would lose their colour. */
function isGreyThroughout({ data }: RasterImage): boolean {
  for (let i = 0; i < data.length; i += 4)
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}

/** Yields blocks of filtered scanlines, each line led by its filter's number. */
function* filteredRows(
  image: RasterImage,
  channels: number,
  grey: boolean,
  onProgress: (fraction: number) => void,
): Generator<Uint8Array<ArrayBuffer>> {
  const { width, height, data } = image;
  const stride = width * channels;
  const rowsPerBlock = Math.max(1, Math.floor(2 ** 20 / stride));
  let previous = new Uint8Array(stride);
  let current = new Uint8Array(stride);
  const candidates = Array.from({ length: 5 }, () => new Uint8Array(stride));
  for (let y = 0; y < height; y += rowsPerBlock) {
    const rows = Math.min(rowsPerBlock, height - y);
    const block = new Uint8Array(rows * (stride + 1));
    for (let row = 0; row < rows; row++) {
      packRow(data, (y + row) * width * 4, current, channels, grey);
      const best = filterRow(current, previous, channels, candidates);
      block[row * (stride + 1)] = best;
      block.set(candidates[best]!, row * (stride + 1) + 1);
      [previous, current] = [current, previous];
    }
    yield block;
    // Asked for the next block, so this one is on its way.
    onProgress((y + rows) / height);
  }
}

function packRow(
  data: Uint8ClampedArray,
  start: number,
  row: Uint8Array,
  channels: number,
  grey: boolean,
): void {
  const hasAlpha = channels % 2 === 0;
  for (let p = start, o = 0; o < row.length; p += 4) {
    row[o++] = data[p]!;
    if (!grey) {
      row[o++] = data[p + 1]!;
      row[o++] = data[p + 2]!;
    }
    if (hasAlpha) row[o++] = data[p + 3]!;
  }
}

/** Fills all five filters' results and returns the number of the one with the smallest sum. */
function filterRow(row: Uint8Array, above: Uint8Array, bpp: number, results: readonly Uint8Array[]): number {
  const sums = [0, 0, 0, 0, 0];
  const [none, sub, up, average, paeth] = results as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  for (let i = 0; i < row.length; i++) {
    const x = row[i]!;
    const a = i >= bpp ? row[i - bpp]! : 0;
    const b = above[i]!;
    const c = i >= bpp ? above[i - bpp]! : 0;
    none[i] = x;
    sub[i] = x - a;
    up[i] = x - b;
    average[i] = x - ((a + b) >> 1);
    const p = a + b - c;
    const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
    paeth[i] = x - (pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
    for (let f = 0; f < 5; f++) {
      const value = results[f]![i]!;
      sums[f]! += value < 128 ? value : 256 - value;
    }
  }
  return sums.indexOf(Math.min(...sums));
}

async function deflate(blocks: Iterable<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new CompressionStream('deflate');
  const output = new Response(stream.readable).arrayBuffer();
  const writer = stream.writable.getWriter();
  for (const block of blocks) {
    await writer.ready;
    void writer.write(block);
  }
  await writer.close();
  return new Uint8Array(await output);
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
