import { ByteReader } from './byte-reader.ts';
import { readExifOrientation } from './exif-orientation.ts';
import type { Orientation } from './exif-orientation.ts';
import { fileDamaged } from './file-errors.ts';
import { readPngIhdr } from './png-ihdr.ts';
import type { PngIhdr } from './png-ihdr.ts';

/** What a PNG says about itself without its pixels being decoded. */
export interface PngHeader extends PngIhdr {
  /** Colour type 4 or 6, or a tRNS chunk. */
  readonly hasAlpha: boolean;
  /** Palette pictures: every palette entry has equal red, green and blue. Others: colour type 0 or 4. */
  readonly grey: boolean;
  /** Chunks that say what the numbers mean as colours. */
  readonly hasIccProfile: boolean;
  readonly hasSrgb: boolean;
  readonly hasGamma: boolean;
  readonly hasChromaticities: boolean;
  /** From eXIf; 1 if there is none. */
  readonly orientation: Orientation;
  /** From pHYs (horizontal), if its unit is the metre; dots an inch, to 0.01. */
  readonly dpi?: number;
  /** acTL announces two frames or more. */
  readonly animated: boolean;
  /** There is picture data and the IEND chunk is whole; false for a file cut short. */
  readonly complete: boolean;
}

const SIGNATURE_SIZE = 8;
/** Length, type and checksum around each chunk's data. */
const CHUNK_OVERHEAD = 12;
/** PNG section 5.3: lengths are at most 2^31 - 1. */
const MAX_CHUNK_LENGTH = 0x7fffffff;
const METRES_PER_INCH = 0.0254;

/**
 * Walks a PNG's chunks (PNG Third Edition, sections 5 and 11) without decoding pixels or verifying
 * checksums: the decoder does both. A file cut short gives `complete: false`.
 * @throws KomaError FILE_DAMAGED if the header is missing or impossible.
 */
export function readPngHeader(bytes: Uint8Array, name?: string): PngHeader {
  const reader = new ByteReader(bytes, name);
  const ihdr = readPngIhdr(reader, SIGNATURE_SIZE);
  const chunks = walkChunks(reader);

  const palette = chunks.first.get('PLTE');
  if (ihdr.colorType === 3 && !palette && chunks.complete) throw fileDamaged('its palette is missing', name);
  const exif = chunks.first.get('eXIf');
  const dpi = readDpi(chunks.first.get('pHYs'));
  const actl = chunks.first.get('acTL');
  return {
    ...ihdr,
    hasAlpha: ihdr.colorType >= 4 || chunks.first.has('tRNS'),
    grey: ihdr.colorType === 3 ? isGreyPalette(palette) : ihdr.colorType === 0 || ihdr.colorType === 4,
    hasIccProfile: chunks.first.has('iCCP'),
    hasSrgb: chunks.first.has('sRGB'),
    hasGamma: chunks.first.has('gAMA'),
    hasChromaticities: chunks.first.has('cHRM'),
    orientation: exif ? readExifOrientation(exif) : 1,
    ...(dpi === undefined ? {} : { dpi }),
    animated: actl !== undefined && actl.length >= 8 && new ByteReader(actl).u32be(0) > 1,
    complete: chunks.complete && chunks.first.has('IDAT'),
  };
}

/** The data of the first whole chunk of each type, up to IEND or to where the file is cut. */
function walkChunks(reader: ByteReader): { first: Map<string, Uint8Array>; complete: boolean } {
  const first = new Map<string, Uint8Array>();
  let at = SIGNATURE_SIZE;
  while (at + CHUNK_OVERHEAD <= reader.length) {
    const length = reader.u32be(at);
    const type = reader.ascii(at + 4, 4);
    if (length > MAX_CHUNK_LENGTH) throw fileDamaged('a part of it has an impossible length', reader.name);
    const end = at + CHUNK_OVERHEAD + length;
    if (end > reader.length) break;
    // Two headers could disagree about the size: what was checked would not be what is decoded.
    if (type === 'IHDR' && first.has('IHDR')) throw fileDamaged('it has two headers', reader.name);
    if (!first.has(type)) first.set(type, reader.bytes.subarray(at + 8, end - 4));
    if (type === 'IEND') return { first, complete: true };
    at = end;
  }
  return { first, complete: false };
}

function isGreyPalette(palette: Uint8Array | undefined): boolean {
  if (!palette) return false;
  for (let i = 0; i + 2 < palette.length; i += 3) {
    if (palette[i] !== palette[i + 1] || palette[i] !== palette[i + 2]) return false;
  }
  return true;
}

function readDpi(phys: Uint8Array | undefined): number | undefined {
  if (!phys || phys.length < 9 || phys[8] !== 1) return undefined;
  const dpi = Math.round(new ByteReader(phys).u32be(0) * METRES_PER_INCH * 100) / 100;
  return dpi > 0 ? dpi : undefined;
}
