import { swapsSides } from './exif-orientation.ts';
import {
  fileCmyk,
  fileDamaged,
  fileEmpty,
  fileFormatUnsupported,
  fileIsSvg,
  fileNotAnImage,
  imageTooLarge,
} from './file-errors.ts';
import type { ImageInfo } from './image-info.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { estimateJpegQuality } from './jpeg-quality.ts';
import { readPngHeader } from './png-header.ts';
import { sniffFormat } from './sniff-format.ts';
import type { UnsupportedFormat } from './sniff-format.ts';
import { readWebpHeader } from './webp-header.ts';

/**
 * Largest picture that is decoded unless the caller says otherwise: 64 megapixels, 256 MB as RGBA8.
 * Room for a JIS B4 manga page scanned at 600 dpi, which is 6071 x 8598, 52 megapixels; a page, its
 * result and one working copy at this limit take 768 MB.
 */
export const MAX_INPUT_PIXELS = 64_000_000;

/** Options of {@link inspectImage}. */
export interface InspectOptions {
  /** Most pixels (width times height) to accept; {@link MAX_INPUT_PIXELS} if not given. */
  readonly maxPixels?: number;
  /** The file's name, used in messages only: never to guess the format. */
  readonly name?: string;
}

const FORMAT_NAMES: Readonly<Record<UnsupportedFormat, string>> = {
  gif: 'GIF',
  bmp: 'BMP',
  tiff: 'TIFF',
  avif: 'AVIF',
  heic: 'HEIC',
  jxl: 'JPEG XL',
  psd: 'Photoshop (PSD)',
  clip: 'CLIP STUDIO PAINT',
  kra: 'Krita',
  ora: 'OpenRaster',
  zip: 'ZIP archive',
  pdf: 'PDF',
};

/**
 * Decides from its headers whether a file may be decoded, and describes it. Nothing is decoded, so a
 * small file that unpacks to gigabytes is refused at no cost. Time is linear in the file's size at most.
 *
 * @param bytes the whole file; only read
 * @throws KomaError, with a sentence for the person: FILE_EMPTY, FILE_NOT_AN_IMAGE, FILE_IS_SVG,
 *   FILE_FORMAT_UNSUPPORTED, FILE_DAMAGED, FILE_CMYK or IMAGE_TOO_LARGE. Nothing else is thrown.
 */
export function inspectImage(bytes: Uint8Array, options: InspectOptions = {}): ImageInfo {
  const { name, maxPixels = MAX_INPUT_PIXELS } = options;
  if (bytes.length === 0) throw fileEmpty(name);
  const { info, complete } = readInfo(bytes, name);
  // Size before completeness: a file that is both too large and cut short would not open if repaired.
  // Written so that a limit of NaN refuses everything instead of nothing.
  if (!(info.width * info.height <= maxPixels)) throw imageTooLarge(info.width, info.height, maxPixels, name);
  if (!complete) throw fileDamaged('it ends before the picture does', name);
  return info;
}

interface Reading {
  readonly info: ImageInfo;
  readonly complete: boolean;
}

function readInfo(bytes: Uint8Array, name: string | undefined): Reading {
  const format = sniffFormat(bytes);
  switch (format) {
    case 'png':
      return readPng(bytes, name);
    case 'jpeg':
      return readJpeg(bytes, name);
    case 'webp':
      return readWebp(bytes, name);
    case 'svg':
      throw fileIsSvg(name);
    case 'unknown':
      throw fileNotAnImage(name);
    default:
      throw fileFormatUnsupported(format, FORMAT_NAMES[format], name);
  }
}

function readPng(bytes: Uint8Array, name: string | undefined): Reading {
  const header = readPngHeader(bytes, name);
  const info: ImageInfo = {
    format: 'png',
    ...displayed(header),
    hasAlpha: header.hasAlpha,
    bitDepth: header.colorType === 3 ? 8 : header.bitDepth,
    grey: header.grey,
    animated: header.animated,
    hasIccProfile: header.hasIccProfile,
    ...(header.dpi === undefined ? {} : { dpi: header.dpi }),
    lossless: true,
  };
  return { info, complete: header.complete };
}

function readJpeg(bytes: Uint8Array, name: string | undefined): Reading {
  const header = readJpegHeader(bytes, name);
  if (header.components === 4) throw fileCmyk(name);
  const quality = header.lumaTable && estimateJpegQuality(header.lumaTable).quality;
  const info: ImageInfo = {
    format: 'jpeg',
    ...displayed(header),
    hasAlpha: false,
    bitDepth: header.precision,
    grey: header.components === 1,
    animated: false,
    hasIccProfile: header.hasIccProfile,
    ...(header.dpi === undefined ? {} : { dpi: header.dpi }),
    lossless: false,
    ...(quality === undefined ? {} : { jpegQuality: quality }),
  };
  return { info, complete: header.complete };
}

function readWebp(bytes: Uint8Array, name: string | undefined): Reading {
  const header = readWebpHeader(bytes, name);
  const info: ImageInfo = {
    format: 'webp',
    ...displayed(header),
    hasAlpha: header.hasAlpha,
    bitDepth: 8,
    grey: false,
    animated: header.animated,
    hasIccProfile: header.hasIccProfile,
    lossless: header.lossless,
  };
  return { info, complete: header.complete };
}

function displayed(stored: Pick<ImageInfo, 'width' | 'height' | 'orientation'>) {
  const { width, height, orientation } = stored;
  const turned = swapsSides(orientation);
  return { width: turned ? height : width, height: turned ? width : height, orientation };
}
