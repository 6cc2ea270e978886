import { stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { FORMAT_EXTENSIONS, formatFromFileName, type ImageFormat } from '@koma/core/io';
import { DEFAULT_QUALITY } from './common-flags.ts';
import { systemCode } from './disk-error.ts';
import type { OutputOptions } from './invocation.ts';
import { UsageError } from './usage-error.ts';

/** Where results go and how they are encoded. */
export interface OutputTarget {
  /** One file, which is replaced; or a folder, which is made when the first result is ready. */
  readonly kind: 'file' | 'folder';
  readonly path: string;
  readonly format: ImageFormat;
  /** 1-100; no meaning for PNG. */
  readonly quality: number;
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
 * @throws UsageError where it can be neither, or the other flags do not fit
 */
export async function resolveTarget(options: OutputOptions): Promise<OutputTarget> {
  const { out } = options;
  const kind = (await isFolder(out)) || /[\\/]$/.test(out) ? 'folder' : fileOrFolder(out);
  await assertReachable(out, kind);
  const format = kind === 'file' ? fileFormat(out, options.format) : formatOf(options.format ?? 'png');
  if (format === 'png' && options.quality !== undefined) {
    throw new UsageError('--quality only applies to JPEG and WebP; PNG loses nothing.');
  }
  return { kind, path: out, format, quality: options.quality ?? DEFAULT_QUALITY };
}

function fileOrFolder(out: string): 'file' | 'folder' {
  const extension = extname(out).toLowerCase();
  if (OTHER_PICTURES.has(extension)) {
    throw new UsageError(`Koma writes PNG, JPEG and WebP, not ${extension}: give --out another name.`);
  }
  return formatFromFileName(out) === undefined ? 'folder' : 'file';
}

function fileFormat(out: string, wanted: OutputOptions['format']): ImageFormat {
  const format = formatFromFileName(out)!;
  if (wanted !== undefined && formatOf(wanted) !== format) {
    throw new UsageError(`--format ${wanted} does not fit --out "${out}": leave out one of them.`);
  }
  return format;
}

/** The format behind a value of `--format`, which is the extension that files get. */
function formatOf(extension: string): ImageFormat {
  return formatFromFileName(`x.${extension}`)!;
}

/** The extension of files written to a folder, with its dot. */
export function targetExtension(target: OutputTarget): string {
  return `.${FORMAT_EXTENSIONS[target.format][0]}`;
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
