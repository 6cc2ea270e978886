import { ByteReader } from './byte-reader.ts';
import { readExifOrientation } from './exif-orientation.ts';
import type { Orientation } from './exif-orientation.ts';
import { fileDamaged } from './file-errors.ts';
import { readRiffChunks } from './riff-chunks.ts';
import type { RiffChunk } from './riff-chunks.ts';
import { readWebpBitstream } from './webp-bitstream.ts';
import type { WebpBitstream } from './webp-bitstream.ts';

/** What a WebP says about itself without its pixels being decoded. */
export interface WebpHeader {
  /** Canvas, pixels as stored: 1-16384 for simple files, 1 to 2^24 for extended ones. */
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  /** Two frames or more. */
  readonly animated: boolean;
  /** Every frame is a VP8L bitstream. */
  readonly lossless: boolean;
  readonly hasIccProfile: boolean;
  /** From the EXIF chunk; 1 if there is none. */
  readonly orientation: Orientation;
  /** The file is as long as its RIFF header says and every chunk is whole. */
  readonly complete: boolean;
}

/** "RIFF", size, "WEBP". */
const RIFF_HEADER_SIZE = 12;
const VP8X_SIZE = 10;
/** Offset, size, duration and flags before the chunks of an animation frame. */
const ANMF_HEADER_SIZE = 16;
const FLAG_ALPHA = 0x10;

/**
 * Reads a WebP's container and bitstream headers (RFC 9649 sections 2.3 to 2.7).
 * A file cut short gives `complete: false` if its size could still be read.
 * @throws KomaError FILE_DAMAGED if the size cannot be read, or is impossible or contradicts itself.
 */
export function readWebpHeader(bytes: Uint8Array, name?: string): WebpHeader {
  const reader = new ByteReader(bytes, name);
  const riffEnd = reader.u32le(4) + 8;
  const { chunks, complete } = readRiffChunks(reader, RIFF_HEADER_SIZE, Math.min(riffEnd, bytes.length));
  const first = chunks[0];
  if (!first) throw fileDamaged('it ends before its size is given', name);
  const whole = complete && riffEnd <= bytes.length;

  if (first.type !== 'VP8X') {
    const picture = readWebpBitstream(first, name);
    if (!picture) throw fileDamaged('its WebP header is missing', name);
    return { ...picture, animated: false, hasIccProfile: false, orientation: 1, complete: whole };
  }
  return readExtended(first.data, chunks, whole, name);
}

function readExtended(vp8x: ByteReader, chunks: RiffChunk[], whole: boolean, name?: string): WebpHeader {
  if (vp8x.length < VP8X_SIZE) throw fileDamaged('its WebP header is cut short', name);
  const width = vp8x.u24le(4) + 1;
  const height = vp8x.u24le(7) + 1;
  if (width * height > 0xffffffff) {
    throw fileDamaged(`its header gives an impossible size (${width} x ${height} pixels)`, name);
  }
  const stills = pictures(chunks, name);
  // A still that is not the size of its canvas would be decoded at a size that was never checked.
  if (stills.some((still) => still.width !== width || still.height !== height)) {
    throw fileDamaged('its two headers give different sizes', name);
  }
  const frames = chunks.filter((chunk) => chunk.type === 'ANMF');
  const bitstreams = [...stills, ...frames.flatMap((frame) => readFrame(frame.data, width, height, name))];
  const exif = chunks.find((chunk) => chunk.type === 'EXIF');
  return {
    width,
    height,
    hasAlpha:
      (vp8x.u8(0) & FLAG_ALPHA) !== 0 ||
      chunks.some((chunk) => chunk.type === 'ALPH') ||
      bitstreams.some((picture) => picture.hasAlpha),
    animated: frames.length > 1,
    lossless: bitstreams.length > 0 && bitstreams.every((picture) => picture.lossless),
    hasIccProfile: chunks.some((chunk) => chunk.type === 'ICCP'),
    orientation: exif ? readExifOrientation(exif.data.bytes) : 1,
    complete: whole && bitstreams.length > 0,
  };
}

function readFrame(frame: ByteReader, width: number, height: number, name?: string): WebpBitstream[] {
  if (frame.length < ANMF_HEADER_SIZE) throw fileDamaged('a frame of it is cut short', name);
  const right = frame.u24le(0) * 2 + frame.u24le(6) + 1;
  const bottom = frame.u24le(3) * 2 + frame.u24le(9) + 1;
  if (right > width || bottom > height) throw fileDamaged('a frame of it is larger than the picture', name);
  const parts = readRiffChunks(frame, ANMF_HEADER_SIZE, frame.length);
  const found = pictures(parts.chunks, name);
  if (!parts.complete || found.length === 0) throw fileDamaged('a frame of it is cut short', name);
  if (found.some((picture) => picture.width > width || picture.height > height)) {
    throw fileDamaged('a frame of it is larger than the picture', name);
  }
  return found;
}

function pictures(chunks: readonly RiffChunk[], name?: string): WebpBitstream[] {
  return chunks.flatMap((chunk) => readWebpBitstream(chunk, name) ?? []);
}
