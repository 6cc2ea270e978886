import { TILE_PIXELS } from './tile-key.ts';

/**
 * How a tile's pixels are stored, always without loss:
 * - `solid`: one colour, no bytes;
 * - `bit`: two colours, 1 bit a pixel (8 KiB): scans in black and white, screentone, pencil lines;
 * - `ink`: one colour with 8 bits of alpha (64 KiB): antialiased line art;
 * - `grey`: opaque greys (64 KiB): grey scans;
 * - `rgba`: straight-alpha RGBA8 (256 KiB);
 * - `coverage`: 8 bits a pixel (64 KiB), of masks and selections only.
 */
export type TileFormat = 'solid' | 'bit' | 'ink' | 'grey' | 'rgba' | 'coverage';

/** Bytes of a tile in each format. */
export const FORMAT_BYTES: Readonly<Record<TileFormat, number>> = {
  solid: 0,
  bit: TILE_PIXELS / 8,
  ink: TILE_PIXELS,
  grey: TILE_PIXELS,
  rgba: TILE_PIXELS * 4,
  coverage: TILE_PIXELS,
};

/** What a tile will be stored as. Colours are RGBA8 read as one little-endian 32-bit number. */
export interface TilePlan {
  readonly format: TileFormat;
  /** `solid`: the colour; `bit`: that of 0; `ink`: the colour with alpha 0. */
  readonly colour: number;
  /** `bit`: that of 1. */
  readonly second: number;
}

const ALPHA = 0xff000000;

/**
 * The smallest format that holds a tile's pixels exactly.
 * @param pixels RGBA8 as 32-bit numbers, one a pixel
 */
export function planPixels(pixels: Uint32Array): TilePlan {
  const first = pixels[0]!;
  let i = 1;
  while (i < TILE_PIXELS && pixels[i] === first) i++;
  if (i === TILE_PIXELS) return { format: 'solid', colour: first, second: first };
  const second = pixels[i]!;
  while (i < TILE_PIXELS && (pixels[i] === first || pixels[i] === second)) i++;
  if (i === TILE_PIXELS) return { format: 'bit', colour: first, second };
  const rgb = first & ~ALPHA;
  let j = 0;
  while (j < TILE_PIXELS && (pixels[j]! & ~ALPHA) === rgb) j++;
  if (j === TILE_PIXELS) return { format: 'ink', colour: rgb, second: 0 };
  j = 0;
  while (j < TILE_PIXELS && isOpaqueGrey(pixels[j]!)) j++;
  if (j === TILE_PIXELS) return { format: 'grey', colour: 0, second: 0 };
  return { format: 'rgba', colour: 0, second: 0 };
}

/** The smallest format that holds a tile of coverage exactly; colours are the values 0-255. */
export function planCoverage(coverage: Uint8Array): TilePlan {
  const first = coverage[0]!;
  let i = 1;
  while (i < TILE_PIXELS && coverage[i] === first) i++;
  if (i === TILE_PIXELS) return { format: 'solid', colour: first, second: first };
  const second = coverage[i]!;
  while (i < TILE_PIXELS && (coverage[i] === first || coverage[i] === second)) i++;
  if (i === TILE_PIXELS) return { format: 'bit', colour: first, second };
  return { format: 'coverage', colour: 0, second: 0 };
}

/** Writes pixels in the planned format. @param out `FORMAT_BYTES[plan.format]` bytes */
export function packPixels(pixels: Uint32Array, plan: TilePlan, out: Uint8Array): void {
  switch (plan.format) {
    case 'bit':
      return packBits(pixels, plan.second, out);
    case 'ink':
      for (let i = 0; i < TILE_PIXELS; i++) out[i] = pixels[i]! >>> 24;
      return;
    case 'grey':
      for (let i = 0; i < TILE_PIXELS; i++) out[i] = pixels[i]! & 0xff;
      return;
    case 'rgba':
      out.set(new Uint8Array(pixels.buffer, pixels.byteOffset, TILE_PIXELS * 4));
  }
}

/** Reads a tile's pixels back. @param out 32-bit RGBA8, one a pixel */
export function unpackPixels(plan: TilePlan, bytes: Uint8Array, out: Uint32Array): void {
  switch (plan.format) {
    case 'solid':
      out.fill(plan.colour);
      return;
    case 'bit':
      return unpackBits(bytes, plan.colour, plan.second, out);
    case 'ink':
      for (let i = 0; i < TILE_PIXELS; i++) out[i] = plan.colour | (bytes[i]! << 24);
      return;
    case 'grey':
      for (let i = 0; i < TILE_PIXELS; i++) out[i] = ALPHA | (bytes[i]! * 0x010101);
      return;
    case 'rgba':
      new Uint8Array(out.buffer, out.byteOffset, TILE_PIXELS * 4).set(bytes);
      return;
    case 'coverage':
      throw new TypeError('a tile of coverage has no colours');
  }
}

/** Writes coverage in the planned format. */
export function packCoverage(coverage: Uint8Array, plan: TilePlan, out: Uint8Array): void {
  if (plan.format === 'bit') packBits(coverage, plan.second, out);
  else if (plan.format === 'coverage') out.set(coverage);
}

/** Reads a tile of coverage back. */
export function unpackCoverage(plan: TilePlan, bytes: Uint8Array, out: Uint8Array): void {
  if (plan.format === 'solid') out.fill(plan.colour);
  else if (plan.format === 'bit') unpackBits(bytes, plan.colour, plan.second, out);
  else if (plan.format === 'coverage') out.set(bytes);
  else throw new TypeError(`a tile of ${plan.format} is no coverage`);
}

function isOpaqueGrey(pixel: number): boolean {
  return pixel >>> 24 === 255 && ((pixel ^ (pixel >>> 8)) & 0xffff) === 0;
}

function packBits(values: Uint32Array | Uint8Array, one: number, out: Uint8Array): void {
  for (let i = 0, p = 0; p < TILE_PIXELS; i++) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit++, p++) if (values[p] === one) byte |= 1 << bit;
    out[i] = byte;
  }
}

function unpackBits(bytes: Uint8Array, zero: number, one: number, out: Uint32Array | Uint8Array): void {
  for (let i = 0, p = 0; p < TILE_PIXELS; i++, p += 8) {
    const byte = bytes[i]!;
    if (byte === 0) out.fill(zero, p, p + 8);
    else if (byte === 255) out.fill(one, p, p + 8);
    else for (let bit = 0; bit < 8; bit++) out[p + bit] = (byte >> bit) & 1 ? one : zero;
  }
}
