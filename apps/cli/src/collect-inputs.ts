import { glob, stat } from 'node:fs/promises';
import { basename, join, parse, relative, resolve, sep } from 'node:path';
import { diskError, systemCode } from './disk-error.ts';
import { identify, pointsToFile } from './file-identity.ts';
import { UsageError } from './usage-error.ts';
import { walkPictures } from './walk-pictures.ts';

/** A file to work on. */
export interface InputFile {
  /** As typed, or below a folder as typed; relative to the working folder. */
  readonly path: string;
  /** Where its result belongs below the output folder: a path without extension. */
  readonly name: string;
  /** Set where it is known already that it cannot be read. */
  readonly problem?: Error;
}

const GLOB_CHARACTERS = /[*?[\]{}]/;

/**
 * Finds the files that the command line means: files as they are, whatever they contain; of folders
 * every picture below them, sorted; of patterns what they match. Hidden files and links to folders
 * below a folder are left out, and so is the output folder where it lies inside an input.
 *
 * A name that leads nowhere is an input with a `problem`, so that it does not stop the others.
 * @throws UsageError where nothing at all was found
 */
export async function collectInputs(given: readonly string[], out: string): Promise<InputFile[]> {
  const found = (await Promise.all(given.map((path) => collect(path, out)))).flat();
  const inputs = withoutRepeats(found);
  if (inputs.every((input) => input.problem !== undefined)) {
    throw new UsageError(
      inputs[0]?.problem?.message ?? `There is no PNG, JPEG or WebP file in ${quoteAll(given)}.`,
    );
  }
  return inputs;
}

async function collect(path: string, out: string): Promise<InputFile[]> {
  try {
    return await expand(path, out);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' && GLOB_CHARACTERS.test(path)) return matches(path, out);
    return [missing(path, diskError(error, 'read', path))];
  }
}

async function expand(path: string, out: string): Promise<InputFile[]> {
  const stats = await stat(path);
  if (!stats.isDirectory()) return [{ path, name: parse(path).name }];
  const files = await walkPictures(path, await identify(out));
  return files
    .sort(byCodeUnits)
    .map((file) => ({ path: file, name: withoutExtension(relative(path, file)) }));
}

/** What a shell would have made of a pattern, had it not been quoted. */
async function matches(pattern: string, out: string): Promise<InputFile[]> {
  const paths: string[] = [];
  const outInside = isInside(staticBase(pattern), out);
  for await (const path of glob(pattern)) if (!outInside || !isInside(out, path)) paths.push(path);
  if (paths.length === 0) return [missing(pattern, new Error(`No file matches "${pattern}".`))];
  // Unlike a folder's files, a pattern's folders that are matched themselves would be read twice by `**`.
  const deep = pattern.includes('**');
  const inputs = await Promise.all(
    paths
      .sort(byCodeUnits)
      .map(async (path) => (deep && !(await pointsToFile(path)) ? [] : collect(path, out))),
  );
  return inputs.flat();
}

/** The folder that a pattern searches: its part before the first special character. */
function staticBase(pattern: string): string {
  const parts = pattern.split(/[\\/]/);
  const special = parts.findIndex((part) => GLOB_CHARACTERS.test(part));
  return parts.slice(0, special).join(sep) || (pattern.startsWith('/') ? sep : '.');
}

function isInside(folder: string, path: string): boolean {
  const root = resolve(folder);
  return resolve(path).startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The same file twice, with the same result, is no mistake. */
function withoutRepeats(inputs: readonly InputFile[]): InputFile[] {
  const seen = new Map(inputs.toReversed().map((input) => [`${resolve(input.path)}\0${input.name}`, input]));
  return inputs.filter((input) => seen.get(`${resolve(input.path)}\0${input.name}`) === input);
}

function missing(path: string, error: unknown): InputFile {
  return { path, name: basename(path), problem: error instanceof Error ? error : new Error(String(error)) };
}

function withoutExtension(path: string): string {
  const { dir, name } = parse(path);
  return join(dir, name);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function quoteAll(paths: readonly string[]): string {
  return paths.map((path) => `"${path}"`).join(', ');
}
