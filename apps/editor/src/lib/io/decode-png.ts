import { createImage, type RasterImage } from '@koma/core/raster';
import { convertIndexedToRgb, decode, type DecodedPng } from 'fast-png';

/**
 * False for the few PNGs that fast-png does not read: interlaced ones with less than 8 bits, which it
 * takes for 8-bit ones, and RGB of one or two pixels, whose tRNS chunk it refuses.
 * @param bytes a file that starts with a whole IHDR chunk (PNG 3rd edition, section 11.2.1)
 */
export function canDecodePng(bytes: Uint8Array): boolean {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixels = header.getUint32(16) * header.getUint32(20);
  const [depth, colorType, interlace] = [bytes[24]!, bytes[25], bytes[28]];
  return !(interlace !== 0 && depth < 8) && !(colorType === 2 && pixels < 3);
}

/**
 * Decodes a PNG with its straight alpha untouched. 16 bits are reduced to the upper 8.
 * @param bytes a file for which {@link canDecodePng} holds
 * @throws Error of any kind if the file is damaged
 */
export function decodePng(bytes: Uint8Array): RasterImage {
  const png = decode(bytes, { checkCrc: true });
  const { data, channels } = toBytes(png);
  const image = createImage(png.width, png.height);
  const key = png.transparency;
  const [hasColour, hasAlpha] = [channels >= 3, channels % 2 === 0];
  for (let p = 0, o = 0; o < image.data.length; p += channels, o += 4) {
    image.data[o] = data[p]!;
    image.data[o + 1] = data[hasColour ? p + 1 : p]!;
    image.data[o + 2] = data[hasColour ? p + 2 : p]!;
    image.data[o + 3] = hasAlpha ? data[p + channels - 1]! : key && isKey(png, key, p) ? 0 : 255;
  }
  return image;
}

function toBytes(png: DecodedPng): { data: ArrayLike<number>; channels: number } {
  // Pictures in true colour may carry a palette too, as a suggestion for screens of 256 colours.
  if (png.palette && png.channels === 1) {
    const channels = png.palette[0]?.length ?? 3;
    return { data: convertIndexedToRgb(png), channels };
  }
  if (png.depth === 16)
    return { data: Uint8Array.from(png.data, (value) => value >> 8), channels: png.channels };
  if (png.depth < 8) return { data: unpackBits(png), channels: 1 };
  return { data: png.data, channels: png.channels };
}

/** Grey of 1, 2 or 4 bits, packed from the left in bytes, each row starting in a new one. */
function unpackBits(png: DecodedPng): Uint8Array {
  const { width, height, depth, data } = png;
  const stride = Math.ceil((width * depth) / 8);
  const top = (1 << depth) - 1;
  const result = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const value = (data[y * stride + (bit >> 3)]! >> (8 - depth - (bit & 7))) & top;
      result[y * width + x] = (value * 255) / top;
    }
  return result;
}

/** The tRNS chunk of grey and RGB pictures names one fully transparent colour, at the file's depth. */
function isKey(png: DecodedPng, key: Uint16Array, p: number): boolean {
  if (png.depth < 8) return key[0] === Math.round((unpackedAt(png, p) * ((1 << png.depth) - 1)) / 255);
  for (let c = 0; c < key.length; c++) if (png.data[p + c] !== key[c]) return false;
  return true;
}

function unpackedAt(png: DecodedPng, index: number): number {
  const { width, depth, data } = png;
  const [x, y] = [index % width, Math.floor(index / width)];
  const bit = x * depth;
  const top = (1 << depth) - 1;
  return (
    (((data[y * Math.ceil((width * depth) / 8) + (bit >> 3)]! >> (8 - depth - (bit & 7))) & top) * 255) / top
  );
}
