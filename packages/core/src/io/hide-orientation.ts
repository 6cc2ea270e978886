import { crc32 } from './crc32.ts';
import type { ImageFormat } from './mime.ts';

/**
 * A copy of a PNG or WebP file whose EXIF chunk has another name, so that a decoder ignores it.
 * Browsers agree on turning JPEGs upright but not on these two; with the tag out of sight, Koma turns
 * them itself, once. JPEGs are returned as they are.
 * @param bytes a file whose header has been read without complaint
 */
export function hideOrientation(
  bytes: Uint8Array<ArrayBuffer>,
  format: ImageFormat,
): Uint8Array<ArrayBuffer> {
  if (format === 'jpeg') return bytes;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const isPng = format === 'png';
  // PNG: 8 bytes of signature, then length, type, data, CRC. WebP: RIFF, size, WEBP, then type,
  // length, data, padded to an even length.
  for (let at = isPng ? 8 : 12; at + 8 <= copy.length;) {
    const type = at + (isPng ? 4 : 0);
    const length = view.getUint32(isPng ? at : at + 4, !isPng);
    if (ascii(copy, type) === (isPng ? 'eXIf' : 'EXIF')) {
      // In both formats an unknown name of this form is skipped: private and ancillary in PNG.
      copy[type + 1] = (isPng ? 'k' : 'K').charCodeAt(0);
      const end = at + 8 + length;
      if (isPng && end + 4 <= copy.length) view.setUint32(end, crc32(copy.subarray(type, end)));
    }
    at += isPng ? 12 + length : 8 + length + (length & 1);
  }
  return copy;
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
