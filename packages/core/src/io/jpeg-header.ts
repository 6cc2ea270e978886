import { ByteReader } from './byte-reader.ts';
import { readExifOrientation } from './exif-orientation.ts';
import type { Orientation } from './exif-orientation.ts';
import { fileDamaged } from './file-errors.ts';
import { readJpegFrame } from './jpeg-frame.ts';
import type { JpegFrame } from './jpeg-frame.ts';
import { nextJpegMarker } from './jpeg-marker.ts';
import { readJpegQuantTables } from './jpeg-quant-tables.ts';

/** What a JPEG says about itself without its pixels being decoded. */
export interface JpegHeader extends Omit<JpegFrame, 'lumaTableId'> {
  /** From the Adobe APP14 segment: 0 RGB or CMYK, 1 YCbCr, 2 YCCK. */
  readonly adobeTransform?: number;
  /** From the Exif APP1 segment; 1 if there is none. */
  readonly orientation: Orientation;
  readonly hasIccProfile: boolean;
  /** From JFIF (horizontal), if it has a unit; dots an inch, to 0.01. */
  readonly dpi?: number;
  /** Quantisation table of the first component: 64 steps in row order (not zigzag). */
  readonly lumaTable?: Uint16Array;
  /** There is a scan and it ends with an EOI marker; false for a file cut short. */
  readonly complete: boolean;
}

const CM_PER_INCH = 2.54;

/**
 * Walks a JPEG's marker segments (ITU-T T.81 annex B; JFIF 1.02) from SOI to EOI without decoding.
 * Bytes after EOI are allowed: cameras append previews there. A file cut short gives `complete: false`.
 * @throws KomaError FILE_DAMAGED if it has no frame header or an impossible one;
 *   FILE_FORMAT_UNSUPPORTED for coding processes that browsers don't decode.
 */
export function readJpegHeader(bytes: Uint8Array, name?: string): JpegHeader {
  const reader = new ByteReader(bytes, name);
  const tables = new Map<number, Uint16Array>();
  let frame: JpegFrame | undefined;
  let orientation: Orientation | undefined;
  let adobeTransform: number | undefined;
  let dpi: number | undefined;
  let hasIccProfile = false;
  let scans = 0;
  let complete = false;

  let at = 2;
  for (;;) {
    // Also skips a scan's entropy-coded data: no marker can occur inside it.
    const next = nextJpegMarker(bytes, at);
    if (!next) break;
    if (next.marker === 0xd9) {
      complete = scans > 0;
      break;
    }
    at = next.end;
    if (at + 2 > bytes.length) break;
    const length = reader.u16be(at);
    if (length < 2) throw fileDamaged('a part of it has an impossible length', name);
    if (at + length > bytes.length) break;
    const segment = new ByteReader(bytes.subarray(at + 2, at + length), name);
    at += length;

    const found = readJpegFrame(next.marker, segment);
    // Two frame headers could disagree about the size: what was checked would not be what is decoded.
    if (found && frame) throw fileDamaged('it has two headers', name);
    if (found) frame = found;
    else if (next.marker === 0xda) scans++;
    else if (next.marker === 0xdb && scans === 0) readJpegQuantTables(segment, tables);
    else if (next.marker === 0xe0) dpi ??= readJfifDpi(segment);
    else if (next.marker === 0xe1 && segment.startsWith('Exif\0\0')) {
      orientation ??= readExifOrientation(segment.bytes);
    } else if (next.marker === 0xe2 && segment.startsWith('ICC_PROFILE\0')) hasIccProfile = true;
    else if (next.marker === 0xee && segment.startsWith('Adobe') && segment.length >= 12) {
      adobeTransform = segment.u8(11);
    }
  }

  if (!frame) throw fileDamaged('it ends before its size is given', name);
  const { lumaTableId, ...size } = frame;
  const lumaTable = tables.get(lumaTableId);
  return {
    ...size,
    ...(adobeTransform === undefined ? {} : { adobeTransform }),
    orientation: orientation ?? 1,
    hasIccProfile,
    ...(dpi === undefined ? {} : { dpi }),
    ...(lumaTable === undefined ? {} : { lumaTable }),
    complete,
  };
}

function readJfifDpi(app0: ByteReader): number | undefined {
  if (!app0.startsWith('JFIF\0') || app0.length < 12) return undefined;
  const unit = app0.u8(7);
  const perUnit = unit === 1 ? 1 : unit === 2 ? CM_PER_INCH : 0;
  const dpi = Math.round(app0.u16be(8) * perUnit * 100) / 100;
  return dpi > 0 ? dpi : undefined;
}
