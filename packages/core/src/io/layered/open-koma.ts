import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isAbortError, KomaError } from '../../errors.ts';
import type { RasterImage } from '../../raster/index.ts';
import { fileDamaged, fileEmpty, imageTooLarge } from '../file-errors.ts';
import { readPngHeader } from '../png-header.ts';
import { sniffFormat } from '../sniff-format.ts';
import { decodeCompactPng } from './decode-compact-png.ts';
import {
  KOMA_MIMETYPE,
  MANIFEST_ENTRY,
  MIMETYPE_ENTRY,
  picturesOf,
  type KomaManifest,
  type KomaPicture,
} from './koma-manifest.ts';
import { parseKomaManifest } from './parse-koma-manifest.ts';
import type { MaskImage } from './portable-document.ts';
import { readZip, type ZipArchive, type ZipEntry } from '../zip/index.ts';

/** Most pixels of one picture: what the largest operations make, 1 GB as RGBA8. */
export const MAX_PICTURE_PIXELS = 256e6;
/** Most pixels of all pictures together: a 52 megapixel page with some twenty full layers. */
export const MAX_PROJECT_PIXELS = 1e9;
/** Of the manifest; a layer takes half a kilobyte of it. */
const MAX_MANIFEST_BYTES = 32 * 2 ** 20;

/** How a project is read. */
export interface OpenKomaOptions {
  /**
   * Decodes a PNG to straight-alpha sRGB without loss; `decodeCompactPng`, which knows all that projects
   * hold, if not given. The pixel budget has been checked before. What it throws means that the file is
   * damaged, unless it is a KomaError or an AbortError.
   */
  readonly decodePng?: (bytes: Uint8Array) => RasterImage | Promise<RasterImage>;
  /** The file's name, used in messages only. */
  readonly name?: string;
  /** {@link MAX_PICTURE_PIXELS} if not given. */
  readonly maxPicturePixels?: number;
  /** {@link MAX_PROJECT_PIXELS} if not given. */
  readonly maxProjectPixels?: number;
}

/** A project whose manifest is read and whose pictures are not: each is decoded when it is asked for. */
export interface KomaArchive {
  readonly manifest: KomaManifest;
  /** @throws KomaError `FILE_DAMAGED` */
  readImage(picture: KomaPicture): Promise<RasterImage>;
  /** @throws KomaError `FILE_DAMAGED` */
  readMask(picture: KomaPicture): Promise<MaskImage>;
}

/**
 * Opens a Koma project. Everything that a file can claim is checked before memory is spent on it: sizes
 * against the pixel budget, all entries named there and of the size given; then, for each picture, its
 * SHA-256 and its header. Entries that the manifest does not name are ignored, and no entry's name is
 * ever used as a path.
 *
 * @param bytes the whole file, which is kept and must not change
 * @throws KomaError `FILE_EMPTY`, `FILE_NOT_A_PROJECT`, `FILE_DAMAGED`, `PROJECT_TOO_NEW`,
 *   `IMAGE_TOO_LARGE` or `PROJECT_TOO_LARGE`
 */
export function openKoma(bytes: Uint8Array, options: OpenKomaOptions = {}): KomaArchive {
  const { name, decodePng = decodeCompactPng } = options;
  if (bytes.length === 0) throw fileEmpty(name);
  const archive = readZip(bytes, name);
  if (!archive || !isProject(archive)) throw notAProject(name);
  const manifest = parseKomaManifest(manifestText(archive, name), name);
  checkBudget(manifest, options);
  for (const picture of picturesOf(manifest)) entryOf(archive, picture, name);

  const readImage = async (picture: KomaPicture): Promise<RasterImage> => {
    const png = archive.unpack(entryOf(archive, picture, name));
    const broken = (cause?: unknown) =>
      Object.assign(fileDamaged(`"${picture.file}" in it is broken`, name), { cause });
    if (bytesToHex(sha256(png)) !== picture.sha256 || !isPngOf(png, picture)) throw broken();
    const image = await decode(png, broken);
    if (image.width !== picture.width || image.height !== picture.height) throw broken();
    return image;
  };
  const decode = async (png: Uint8Array, broken: (cause: unknown) => KomaError): Promise<RasterImage> => {
    try {
      return await decodePng(png);
    } catch (error) {
      if (error instanceof KomaError || isAbortError(error)) throw error;
      throw broken(error);
    }
  };
  const readMask = async (picture: KomaPicture): Promise<MaskImage> => {
    const { width, height, data } = await readImage(picture);
    const coverage = new Uint8Array(width * height);
    for (let i = 0, p = 0; i < coverage.length; i++, p += 4) coverage[i] = data[p]!;
    return { width, height, data: coverage };
  };
  return { manifest, readImage, readMask };
}

function isProject(archive: ZipArchive): boolean {
  const mimetype = archive.entries.get(MIMETYPE_ENTRY);
  if (mimetype?.size !== KOMA_MIMETYPE.length) return false;
  return new TextDecoder().decode(archive.unpack(mimetype)) === KOMA_MIMETYPE;
}

function manifestText(archive: ZipArchive, name: string | undefined): string {
  const entry = archive.entries.get(MANIFEST_ENTRY);
  if (!entry) throw fileDamaged(`${MANIFEST_ENTRY} in it is missing`, name);
  if (entry.size > MAX_MANIFEST_BYTES) throw fileDamaged(`${MANIFEST_ENTRY} in it is far too long`, name);
  return new TextDecoder().decode(archive.unpack(entry));
}

function checkBudget(manifest: KomaManifest, options: OpenKomaOptions): void {
  const { name, maxPicturePixels = MAX_PICTURE_PIXELS, maxProjectPixels = MAX_PROJECT_PIXELS } = options;
  let total = 0;
  for (const { width, height } of [manifest, ...picturesOf(manifest)]) {
    // Written so that a limit of NaN refuses everything instead of nothing.
    if (!(width * height <= maxPicturePixels)) throw imageTooLarge(width, height, maxPicturePixels, name);
    total += width * height;
  }
  if (!(total <= maxProjectPixels)) throw projectTooLarge(total, maxProjectPixels, name);
}

function entryOf(archive: ZipArchive, { file, bytes }: KomaPicture, name: string | undefined): ZipEntry {
  const entry = archive.entries.get(file);
  if (!entry) throw fileDamaged(`"${file}" in it is missing`, name);
  if (entry.size !== bytes) throw fileDamaged(`"${file}" in it is broken`, name);
  return entry;
}

/** What decoders do with a PNG depends on its header, so that has to be the one the budget was made for. */
function isPngOf(png: Uint8Array, { width, height }: KomaPicture): boolean {
  if (sniffFormat(png) !== 'png') return false;
  try {
    const header = readPngHeader(png);
    return header.complete && header.width === width && header.height === height && header.orientation === 1;
  } catch {
    return false;
  }
}

function notAProject(name = ''): KomaError {
  const subject = name === '' ? 'The file' : `"${name}"`;
  const message = `${subject} is not a Koma project. Open it as a picture, or choose a file that ends in .koma.`;
  return new KomaError('FILE_NOT_A_PROJECT', message, { name });
}

function projectTooLarge(pixels: number, maxPixels: number, name = ''): KomaError {
  const subject = name === '' ? 'The project' : `"${name}"`;
  // Rounded up, so that a project just over the limit never reads as equal to it.
  const megapixels = Math.ceil(pixels / 1e6);
  const limit = maxPixels / 1e6;
  const message = `The pictures in ${subject} have ${megapixels} megapixels together, and Koma opens at most ${limit}.`;
  return new KomaError('PROJECT_TOO_LARGE', message, { name, megapixels, limit });
}
