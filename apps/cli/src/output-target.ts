import { stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { FORMAT_EXTENSIONS, formatFromFileName, type ImageFormat } from '@koma/core/io';
import { DEFAULT_QUALITY, LAYERED_FORMATS, type LayeredFormat } from './common-flags.ts';
import { systemCode } from './disk-error.ts';
import type { OutputOptions } from './invocation.ts';
import { UsageError } from './usage-error.ts';

/** Where results go and how they are encoded. */
export interface OutputTarget {
  /** One file, which is replaced; or a folder, which is made when the first result is ready. */
  readonly kind: 'file' | 'folder';
  readonly path: string;
  /** A layered file instead of a picture only where one such file is to be written. */
  readonly format: ImageFormat | LayeredFormat;
  /** 1-100; of meaning for JPEG and WebP only. */
  readonly quality: number;
  /** Of a layered file beside each picture; absent: none. */
  readonly layers?: LayeredFormat;
  /** The extension of results that are no pictures, without its dot; `format` means nothing then. */
  readonly extension?: string;
}

/** Pictures that people may expect Koma to write; a folder called `out.gif` is hardly what they meant. */
const OTHER_PICTURES = new Set([
  '.gif',
  '.bmp',
  '.tif',
  '.tiff',
  '.avif',
  '.heic',
  '.jxl',
  '.psd',
  '.svg',
  '.pdf',
]);

/**
 * Decides whether `--out` is a file or a folder: a folder where it exists as one, ends with a slash,
 * or does not end like a picture's name. Only looks at the disk, writes nothing.
 * @param layered whether results can be layered files
 * @throws UsageError where it can be neither, or the other flags do not fit
 */
export async function resolveTarget(options: OutputOptions, layered = false): Promise<OutputTarget> {
  const { out } = options;
  const kind = (await isFolder(out)) || /[\\/]$/.test(out) ? 'folder' : fileOrFolder(out, layered);
  await assertReachable(out, kind);
  const format = kind === 'file' ? fileFormat(out, options) : formatOf(options.format ?? 'png');
  if (format !== 'jpeg' && format !== 'webp' && options.quality !== undefined) {
    throw new UsageError('--quality only applies to JPEG and WebP; the others lose nothing.');
  }
  const target = { kind, path: out, format, quality: options.quality ?? DEFAULT_QUALITY };
  return options.layers === undefined || options.layers === format
    ? target
    : { ...target, layers: options.layers };
}

/**
 * Decides where the results of an operation go that makes no pictures. Only looks at the disk, writes nothing.
 * @param extension of its results; undefined where only the plugin knows it
 * @throws UsageError
 */
export async function resolveDataTarget(
  { out }: Pick<OutputOptions, 'out'>,
  extension: string | undefined,
): Promise<OutputTarget> {
  const isFile = !(await isFolder(out)) && !/[\\/]$/.test(out) && extname(out) !== '';
  if (!isFile && extension === undefined)
    throw new UsageError('Give --out the name of a file: the plugin chooses what kind it is.');
  await assertReachable(out, isFile ? 'file' : 'folder');
  const kind = isFile ? 'file' : 'folder';
  return { kind, path: out, format: 'png', quality: DEFAULT_QUALITY, extension: extension ?? '' };
}

/** Whether files of a format hold layers. */
export function isLayered(format: OutputTarget['format']): format is LayeredFormat {
  return (LAYERED_FORMATS as readonly string[]).includes(format);
}

function fileOrFolder(out: string, layered: boolean): 'file' | 'folder' {
  const extension = extname(out).toLowerCase();
  if (layered && layeredFormat(out)) return 'file';
  if (OTHER_PICTURES.has(extension)) {
    throw new UsageError(`Koma writes PNG, JPEG and WebP, not ${extension}: give --out another name.`);
  }
  return formatFromFileName(out) === undefined ? 'folder' : 'file';
}

function fileFormat(out: string, { format: wanted, layers }: OutputOptions): OutputTarget['format'] {
  const layered = layeredFormat(out);
  if (layered) {
    const other = wanted !== undefined ? `--format ${wanted}` : `--layers ${layers}`;
    if (wanted !== undefined || (layers !== undefined && layers !== layered))
      throw new UsageError(`${other} does not fit --out "${out}": leave out one of them.`);
    return layered;
  }
  const format = formatFromFileName(out)!;
  if (wanted !== undefined && formatOf(wanted) !== format) {
    throw new UsageError(`--format ${wanted} does not fit --out "${out}": leave out one of them.`);
  }
  return format;
}

function layeredFormat(out: string): LayeredFormat | undefined {
  const extension = extname(out).toLowerCase();
  return LAYERED_FORMATS.find((format) => extension === `.${format}`);
}

/** The format behind a value of `--format`, which is the extension that files get. */
function formatOf(extension: string): ImageFormat {
  return formatFromFileName(`x.${extension}`)!;
}

/** The extension of files written to a folder, with its dot. */
export function targetExtension(target: OutputTarget): string {
  const { format, extension } = target;
  if (extension !== undefined) return `.${extension}`;
  return isLayered(format) ? `.${format}` : `.${FORMAT_EXTENSIONS[format][0]}`;
}

/**
 * A file where a folder has to be would make every single result fail.
 * @throws UsageError
 */
export async function assertReachable(out: string, kind: 'file' | 'folder'): Promise<void> {
  let folder = resolve(kind === 'folder' ? out : dirname(out));
  for (;;) {
    try {
      if ((await stat(folder)).isDirectory()) return;
      throw new UsageError(`Nothing can be written to "${out}": "${folder}" is a file, not a folder.`);
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      // Anything else is told when the result is written.
      if ((code !== 'ENOENT' && code !== 'ENOTDIR') || folder === dirname(folder)) return;
    }
    folder = dirname(folder);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isDirectory() === true;
}
