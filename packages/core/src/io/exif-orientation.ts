/**
 * How the stored pixels are to be turned for display (Exif 2.32 section 4.6.4, tag Orientation):
 * 1 as stored, 2 mirrored left-right, 3 turned 180 degrees, 4 mirrored top-bottom, 5 transposed,
 * 6 turned 90 degrees clockwise, 7 transposed over the other diagonal, 8 turned 90 degrees anticlockwise.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG_ORIENTATION = 0x0112;
const TYPE_SHORT = 3;
/** Not allowed for this tag, but written by some software. */
const TYPE_LONG = 4;
const ENTRY_SIZE = 12;

/** True where display swaps width and height. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}

/**
 * Reads the orientation from a block of Exif metadata.
 *
 * Metadata is often broken where the picture is fine, so anything unreadable counts as 1 and nothing
 * throws. Reads IFD0 only: IFD1 describes the thumbnail.
 *
 * @param exif a TIFF structure (TIFF 6.0 section 2), with or without the `Exif\0\0` that JPEG puts before it
 */
export function readExifOrientation(exif: Uint8Array): Orientation {
  const tiff = startsWithExifMark(exif) ? exif.subarray(6) : exif;
  if (tiff.length < 8) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  if (view.getUint16(2, little) !== 42) return 1;

  const ifd = view.getUint32(4, little);
  if (ifd + 2 > tiff.length) return 1;
  const entries = view.getUint16(ifd, little);
  for (let i = 0; i < entries; i++) {
    const entry = ifd + 2 + i * ENTRY_SIZE;
    if (entry + ENTRY_SIZE > tiff.length) return 1;
    if (view.getUint16(entry, little) !== TAG_ORIENTATION) continue;
    const type = view.getUint16(entry + 2, little);
    if (type === TYPE_SHORT) return asOrientation(view.getUint16(entry + 8, little));
    return type === TYPE_LONG ? asOrientation(view.getUint32(entry + 8, little)) : 1;
  }
  return 1;
}

function startsWithExifMark(bytes: Uint8Array): boolean {
  return [0x45, 0x78, 0x69, 0x66, 0, 0].every((byte, i) => bytes[i] === byte);
}

function asOrientation(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}
