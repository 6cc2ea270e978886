import { createImage, type RasterImage } from '@koma/core/raster';
import { decode, type DecodedPng } from 'fast-png';

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
  const image = createImage(png.width, png.height);
  const colours = coloursOf(png);
  if (colours) readIndices(png, colours, image);
  else readSamples(png, image.data);
  return image;
}

/**
 * R, G, B, A of every index, where pixels are stored as indices: of a palette, or of grey in less than 8 bits.
 * Pictures in true colour may carry a palette too, as a suggestion for screens of 256 colours.
 */
function coloursOf({ palette, channels, depth, transparency }: DecodedPng): Uint8Array | undefined {
  if (palette && channels === 1)
    return Uint8Array.from(palette.flatMap(([r, g, b, alpha = 255]) => [r, g, b, alpha] as number[]));
  if (depth >= 8) return undefined;
  const top = (1 << depth) - 1;
  const greys = Array.from({ length: top + 1 }, (_, code) => {
    const value = (code * 255) / top;
    return [value, value, value, code === transparency?.[0] ? 0 : 255];
  });
  return Uint8Array.from(greys.flat());
}

/** Indices of 1, 2, 4 or 8 bits, packed from the left in bytes, each row starting in a new one. */
function readIndices(
  { width, height, depth, data }: DecodedPng,
  colours: Uint8Array,
  image: RasterImage,
): void {
  const from = new Uint32Array(colours.buffer);
  const to = new Uint32Array(image.data.buffer);
  const stride = Math.ceil((width * depth) / 8);
  const top = (1 << depth) - 1;
  let most = 0;
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0, bit = y * stride * 8; x < width; x++, bit += depth) {
      const index = (data[bit >>> 3]! >> (8 - depth - (bit & 7))) & top;
      if (index > most) most = index;
      to[o++] = from[index]!;
    }
  if (most >= from.length) throw new RangeError('a pixel has a colour that is not in the palette');
}

/** Grey or colour of 8 or 16 bits, with or without alpha. */
function readSamples({ channels, depth, data, transparency }: DecodedPng, to: Uint8ClampedArray): void {
  const shift = depth - 8;
  const [hasColour, hasAlpha] = [channels >= 3, channels % 2 === 0];
  for (let p = 0, o = 0; o < to.length; p += channels, o += 4) {
    to[o] = data[p]! >> shift;
    to[o + 1] = data[hasColour ? p + 1 : p]! >> shift;
    to[o + 2] = data[hasColour ? p + 2 : p]! >> shift;
    if (hasAlpha) to[o + 3] = data[p + channels - 1]! >> shift;
    else to[o + 3] = transparency && isKey(data, transparency, p) ? 0 : 255;
  }
}

/** The tRNS chunk of grey and RGB pictures names one fully transparent colour, at the file's depth. */
function isKey(data: ArrayLike<number>, key: Uint16Array, p: number): boolean {
  for (let c = 0; c < key.length; c++) if (data[p + c] !== key[c]) return false;
  return true;
}
