/** The formats that Koma opens and saves. */
export type ImageFormat = 'png' | 'jpeg' | 'webp';

/** All of {@link ImageFormat}, in the order menus show them. */
export const IMAGE_FORMATS: readonly ImageFormat[] = ['png', 'jpeg', 'webp'];

/** What people call them. */
export const FORMAT_NAMES: Readonly<Record<ImageFormat, string>> = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' };

/** Registered media type of each format. */
export const FORMAT_MIME: Readonly<Record<ImageFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

/** File name extensions of each format, lower case without a dot; the first is the one written. */
export const FORMAT_EXTENSIONS: Readonly<Record<ImageFormat, readonly [string, ...string[]]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  webp: ['webp'],
};

/** The format of a media type, ignoring case and parameters; undefined if it is none of ours. */
export function formatFromMime(mime: string): ImageFormat | undefined {
  const essence = mime.split(';', 1)[0]?.trim().toLowerCase();
  return IMAGE_FORMATS.find((format) => FORMAT_MIME[format] === essence);
}

/**
 * The format that a file name asks for by its extension, ignoring case. For choosing how to write a
 * file; what a file contains is for `sniffFormat` to say.
 */
export function formatFromFileName(fileName: string): ImageFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return IMAGE_FORMATS.find((format) => FORMAT_EXTENSIONS[format].includes(extension));
}
