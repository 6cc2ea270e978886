import { KomaError } from '../errors.ts';
import type { ErrorDetails } from '../errors.ts';

/*
 * The sentences for files that cannot be opened, in one place so that they read alike: what happened,
 * then what to do. `name` is the file's name as the person knows it, or undefined; it is in
 * `details.name` only when known.
 */

/** FILE_EMPTY: the file has no bytes. */
export function fileEmpty(name?: string): KomaError {
  return new KomaError(
    'FILE_EMPTY',
    `${subject(name)} is empty (0 bytes). Copy or export it again, then open the new copy.`,
    named(name),
  );
}

/** FILE_NOT_AN_IMAGE: the content matches no picture format that Koma can name. */
export function fileNotAnImage(name?: string): KomaError {
  return new KomaError(
    'FILE_NOT_AN_IMAGE',
    `${subject(name)} does not contain a picture, whatever its name says. Open a PNG, JPEG or WebP file.`,
    named(name),
  );
}

/** FILE_IS_SVG: refused because a drawing can carry scripts and links to other sites. */
export function fileIsSvg(name?: string): KomaError {
  return new KomaError(
    'FILE_IS_SVG',
    `${subject(name)} is an SVG drawing, which can carry scripts, so Koma does not open it. Export it as PNG and open that.`,
    named(name),
  );
}

/**
 * FILE_FORMAT_UNSUPPORTED.
 * @param format a stable identifier, in `details.format`
 * @param formatName how people call it, in `details.formatName`
 */
export function fileFormatUnsupported(format: string, formatName: string, name?: string): KomaError {
  return new KomaError(
    'FILE_FORMAT_UNSUPPORTED',
    `${subject(name)} is in the ${formatName} format, which Koma cannot open. Save it as PNG, JPEG or WebP and open that.`,
    { ...named(name), format, formatName },
  );
}

/**
 * FILE_DAMAGED.
 * @param reason a clause such as "it ends before the picture does", in `details.reason`
 */
export function fileDamaged(reason: string, name?: string): KomaError {
  return new KomaError(
    'FILE_DAMAGED',
    `${subject(name)} is damaged: ${reason}. Copy or export it again, then open the new copy.`,
    { ...named(name), reason },
  );
}

/** FILE_CMYK: a four-component (CMYK or YCCK) JPEG; browsers disagree about its colours. */
export function fileCmyk(name?: string): KomaError {
  return new KomaError(
    'FILE_CMYK',
    `${subject(name)} is a CMYK JPEG, made for print, and would open with wrong colours. Convert it to RGB and open that.`,
    named(name),
  );
}

/**
 * IMAGE_TOO_LARGE.
 * @param width pixels, as displayed
 * @param height pixels, as displayed
 * @param maxPixels the limit in pixels; `details.limit` and `details.megapixels` are in megapixels
 */
export function imageTooLarge(width: number, height: number, maxPixels: number, name?: string): KomaError {
  // Rounded up, so that a picture just over the limit never reads as equal to it.
  const megapixels = Math.ceil((width * height) / 1e5) / 10;
  const limit = maxPixels / 1e6;
  return new KomaError(
    'IMAGE_TOO_LARGE',
    `${subject(name)} is ${width} x ${height} pixels (${megapixels} megapixels), and Koma opens at most ${limit} megapixels. Make it smaller or cut it into parts, and open those.`,
    { ...named(name), width, height, megapixels, limit },
  );
}

function subject(name: string | undefined): string {
  return name === undefined || name === '' ? 'The file' : `"${name}"`;
}

function named(name: string | undefined): ErrorDetails {
  return name === undefined || name === '' ? {} : { name };
}
