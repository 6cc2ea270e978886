import { fileDamaged } from './file-errors.ts';
import type { RiffChunk } from './riff-chunks.ts';

/** The head of one WebP bitstream. */
export interface WebpBitstream {
  /** Pixels, 1-16384. */
  readonly width: number;
  readonly height: number;
  /** VP8 has none of its own: the container's ALPH chunk carries it. */
  readonly hasAlpha: boolean;
  readonly lossless: boolean;
}

const VP8_START_CODE = '\x9d\x01\x2a';
const VP8L_SIGNATURE = 0x2f;

/**
 * Reads the size from a `VP8 ` chunk (RFC 6386 section 9.1) or a `VP8L` chunk (RFC 9649 section 3.4).
 * @returns undefined for any other chunk
 * @throws KomaError FILE_DAMAGED if the head is cut short or wrong.
 */
export function readWebpBitstream(chunk: RiffChunk, name?: string): WebpBitstream | undefined {
  if (chunk.type === 'VP8 ') return readLossy(chunk, name);
  if (chunk.type === 'VP8L') return readLossless(chunk, name);
  return undefined;
}

function readLossy({ data }: RiffChunk, name?: string): WebpBitstream {
  const isKeyFrame = (data.u8(0) & 1) === 0;
  // 14 bits each; the two above them ask for upscaling on display, which WebP ignores.
  const width = data.u16le(6) & 0x3fff;
  const height = data.u16le(8) & 0x3fff;
  if (!isKeyFrame || !data.startsWith(VP8_START_CODE, 3) || width < 1 || height < 1) {
    throw fileDamaged('its WebP header holds values that no WebP has', name);
  }
  return { width, height, hasAlpha: false, lossless: false };
}

function readLossless({ data }: RiffChunk, name?: string): WebpBitstream {
  const bits = data.u32le(1);
  const version = bits >>> 29;
  if (data.u8(0) !== VP8L_SIGNATURE || version !== 0) {
    throw fileDamaged('its WebP header holds values that no WebP has', name);
  }
  return {
    width: (bits & 0x3fff) + 1,
    height: ((bits >>> 14) & 0x3fff) + 1,
    hasAlpha: ((bits >>> 28) & 1) === 1,
    lossless: true,
  };
}
