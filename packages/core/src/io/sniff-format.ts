import { ByteReader } from './byte-reader.ts';
import { isSvg } from './is-svg.ts';

/**
 * What a file contains. `png`, `jpeg` and `webp` can be opened; the others are recognised so that the
 * message can name them. `clip` is CLIP STUDIO PAINT, `kra` is Krita, `ora` is OpenRaster; `zip` is any
 * other ZIP archive (a .cbz comic among them).
 */
export type SniffedFormat = 'png' | 'jpeg' | 'webp' | UnsupportedFormat | 'svg' | 'unknown';

/** Recognised formats that Koma does not open. */
export type UnsupportedFormat =
  'gif' | 'bmp' | 'tiff' | 'avif' | 'heic' | 'jxl' | 'psd' | 'clip' | 'kra' | 'ora' | 'zip' | 'pdf';

/** Signature bytes as Latin-1, each at the start of the file. First match wins. */
const SIGNATURES: readonly (readonly [string, SniffedFormat])[] = [
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'], // BigTIFF
  ['MM\0+', 'tiff'],
  ['\xff\x0a', 'jxl'], // bare codestream
  ['\0\0\0\x0cJXL \r\n\x87\n', 'jxl'], // in a container
  ['8BPS', 'psd'],
  ['CSFCHUNK', 'clip'],
  ['%PDF-', 'pdf'],
];

/** ISO base media brands (ISO/IEC 23000-22 and 23008-12). `mif1` and `msf1` say only "HEIF of some kind". */
const AVIF_BRANDS = new Set(['avif', 'avis']);
const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
/** Brands beyond this many bytes of `ftyp` are not looked at; real files have under ten. */
const FTYP_LIMIT = 256;

/**
 * Tells a file's format from its first bytes alone. Names, extensions and MIME types are hints that
 * people and servers get wrong, so they play no part. Never throws; reads at most 64 KiB.
 */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  const reader = new ByteReader(bytes);
  for (const [signature, format] of SIGNATURES) if (reader.startsWith(signature)) return format;
  if (reader.startsWith('RIFF') && reader.startsWith('WEBP', 8)) return 'webp';
  // "BM" alone also starts ordinary text; the reserved words are zero in every BMP.
  if (reader.startsWith('BM') && reader.startsWith('\0\0\0\0', 6)) return 'bmp';
  if (reader.startsWith('PK\x03\x04')) return sniffZip(reader);
  if (reader.startsWith('ftyp', 4)) return sniffIsoMedia(reader);
  return isSvg(bytes) ? 'svg' : 'unknown';
}

/** OpenRaster and Krita files begin with an uncompressed entry named `mimetype` (30 bytes in). */
function sniffZip(reader: ByteReader): SniffedFormat {
  if (reader.startsWith('mimetypeimage/openraster', 30)) return 'ora';
  if (reader.startsWith('mimetypeapplication/x-krita', 30)) return 'kra';
  return 'zip';
}

function sniffIsoMedia(reader: ByteReader): SniffedFormat {
  const end = Math.min(reader.length, FTYP_LIMIT, reader.u32be(0));
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12) brands.push(reader.ascii(at, 4)); // 12 is the minor version, not a brand
  }
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'avif';
  return brands.some((brand) => HEIF_BRANDS.has(brand)) ? 'heic' : 'unknown';
}
