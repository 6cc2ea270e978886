import type { ByteReader } from './byte-reader.ts';
import { fileDamaged } from './file-errors.ts';

/** The fields of a PNG's IHDR chunk, checked (PNG Third Edition, section 11.2.1). */
export interface PngIhdr {
  /** Pixels as stored, 1 to 2^31 - 1. */
  readonly width: number;
  readonly height: number;
  /** Bits a sample, or a palette index: 1, 2, 4, 8 or 16. */
  readonly bitDepth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  /** Adam7. */
  readonly interlaced: boolean;
}

const IHDR_LENGTH = 13;
const MAX_SIDE = 0x7fffffff;
/** Table 11.1: the bit depths that each colour type allows. */
const ALLOWED_BIT_DEPTHS = new Map<number, readonly number[]>([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);

/**
 * Reads the IHDR chunk that starts (with its length field) at `at`.
 * @throws KomaError FILE_DAMAGED if it is not there, cut short, or holds values that no PNG has.
 */
export function readPngIhdr(reader: ByteReader, at: number): PngIhdr {
  if (reader.u32be(at) !== IHDR_LENGTH || reader.ascii(at + 4, 4) !== 'IHDR') {
    throw fileDamaged('its PNG header is missing', reader.name);
  }
  const width = reader.u32be(at + 8);
  const height = reader.u32be(at + 12);
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
    throw fileDamaged(`its header gives an impossible size (${width} x ${height} pixels)`, reader.name);
  }
  const bitDepth = reader.u8(at + 16);
  const colorType = reader.u8(at + 17);
  const compression = reader.u8(at + 18);
  const filter = reader.u8(at + 19);
  const interlace = reader.u8(at + 20);
  const depthFits = ALLOWED_BIT_DEPTHS.get(colorType)?.includes(bitDepth) ?? false;
  if (!depthFits || compression !== 0 || filter !== 0 || interlace > 1) {
    throw fileDamaged('its PNG header holds values that no PNG has', reader.name);
  }
  return {
    width,
    height,
    bitDepth,
    colorType: colorType as PngIhdr['colorType'],
    interlaced: interlace === 1,
  };
}
