import type { ByteReader } from './byte-reader.ts';
import { fileDamaged, fileFormatUnsupported } from './file-errors.ts';

/** The fields of a JPEG's frame header, checked (ITU-T T.81 section B.2.2). */
export interface JpegFrame {
  /** Pixels as stored, 1-65535. */
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 YCbCr or RGB, 4 CMYK or YCCK. */
  readonly components: 1 | 3 | 4;
  /** Bits a sample; always 8, since other precisions are refused. */
  readonly precision: number;
  readonly progressive: boolean;
  /** Which quantisation table the first component uses, 0-3. */
  readonly lumaTableId: number;
}

/** Table B.1, without 0xc4 (DHT) and 0xcc (DAC), and 0xf7 of JPEG-LS. Only SOF0-SOF2 can be opened. */
const REFUSED_PROCESSES = new Map<number, string>([
  [0xc3, 'lossless JPEG'],
  [0xc5, 'hierarchical JPEG'],
  [0xc6, 'hierarchical JPEG'],
  [0xc7, 'hierarchical JPEG'],
  [0xc8, 'extended JPEG'],
  [0xc9, 'arithmetic-coded JPEG'],
  [0xca, 'arithmetic-coded JPEG'],
  [0xcb, 'arithmetic-coded JPEG'],
  [0xcd, 'arithmetic-coded JPEG'],
  [0xce, 'arithmetic-coded JPEG'],
  [0xcf, 'arithmetic-coded JPEG'],
  [0xf7, 'JPEG-LS'],
]);

/**
 * Reads a segment as a frame header if its marker is one (SOF0 baseline, SOF1 extended, SOF2 progressive).
 * @param segment the segment's data after its length field
 * @returns undefined for any other marker
 * @throws KomaError FILE_FORMAT_UNSUPPORTED for processes, precisions and component counts that browsers
 *   don't decode; FILE_DAMAGED for impossible fields.
 */
export function readJpegFrame(marker: number, segment: ByteReader): JpegFrame | undefined {
  const refused = REFUSED_PROCESSES.get(marker);
  if (refused) throw unsupported(refused, segment);
  if (marker < 0xc0 || marker > 0xc2) return undefined;

  const precision = segment.u8(0);
  const height = segment.u16be(1);
  const width = segment.u16be(3);
  const components = segment.u8(5);
  // A height of 0 would mean "see the DNL marker after the scan", which no browser supports.
  if (width < 1 || height < 1) {
    throw fileDamaged(`its header gives an impossible size (${width} x ${height} pixels)`, segment.name);
  }
  if (segment.length !== 6 + components * 3) {
    throw fileDamaged('its JPEG header has the wrong length', segment.name);
  }
  if (precision !== 8) throw unsupported(`${precision}-bit JPEG`, segment);
  if (components !== 1 && components !== 3 && components !== 4) {
    throw unsupported(`${components}-component JPEG`, segment);
  }
  return { width, height, components, precision, progressive: marker === 0xc2, lumaTableId: segment.u8(8) };
}

function unsupported(formatName: string, segment: ByteReader) {
  return fileFormatUnsupported(formatName.toLowerCase().replaceAll(' ', '-'), formatName, segment.name);
}
