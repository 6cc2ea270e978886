import { extname } from 'node:path';
import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { GENERATE_FLAGS } from './generate-flags.ts';
import { readWishes, type Wishes } from './read-wishes.ts';

/** The types of single files. */
const FILE_TYPES = ['png', 'svg', 'json', 'psd', 'ora'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Where results go. */
export type GenerateTarget =
  | { readonly kind: 'folder'; readonly path: string }
  /** One picture, or with several the contact sheet of all. */
  | { readonly kind: 'file' | 'sheet'; readonly path: string; readonly type: FileType };

/** A command line of `koma generate` that makes sense, before anything on the disk was looked at. */
export interface GenerateInvocation {
  readonly target: GenerateTarget;
  readonly count: number;
  /** Undefined where `--seed` was not given. */
  readonly seed: number | undefined;
  /** Pixels of the longer side. */
  readonly size: number;
  readonly wishes: Wishes;
  /** The file of a character to draw. */
  readonly character: string | undefined;
  readonly layers: 'psd' | 'ora' | undefined;
  readonly labels: boolean;
  readonly sheet: boolean;
  readonly force: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * Reads the command line of `koma generate`.
 * @param argv without the command's name
 * @returns `'help'` where that is asked for, whatever else is given
 * @throws UsageError
 */
export function parseGenerateInvocation(argv: readonly string[]): GenerateInvocation | 'help' {
  const { values, lists, positionals } = parseArguments(argv, GENERATE_FLAGS);
  if (values.get('help') === true) return 'help';
  if (positionals.length > 0)
    throw new UsageError(
      `koma generate takes no input, but "${positionals[0]}" was given: use --set or --character.`,
    );
  const out = values.get('out') as string | undefined;
  if (out === undefined)
    throw new UsageError('Say where to write with --out: a folder, or a file for one picture.');
  const count = (values.get('count') ?? 1) as number;
  const given = (values.get('layers') ?? 'off') as 'off' | 'psd' | 'ora';
  const layers = given === 'off' ? undefined : given;
  const labels = values.get('labels') === true;
  const target = targetOf(out, count);
  // `--layers psd --out FILE.psd` says the same twice.
  const agrees = layers !== undefined && out.toLowerCase().endsWith(`.${layers}`);
  if (target.kind !== 'folder' && ((layers !== undefined && !agrees) || labels))
    throw new UsageError('--layers and --labels write further files: give --out a folder.');
  const character = values.get('character') as string | undefined;
  if (character !== undefined && count > 1 && values.get('seed') === undefined)
    throw new UsageError('With --character and --count, say with --seed where the seeds begin.');
  return {
    target,
    count,
    seed: values.get('seed') as number | undefined,
    size: (values.get('size') ?? 256) as number,
    wishes: readWishes(lists.get('set') ?? []),
    character,
    layers,
    labels,
    sheet: values.get('sheet') !== false,
    force: values.get('force') === true,
    json: values.get('json') === true,
    quiet: values.get('quiet') === true,
  };
}

/** What does not end like a file that can be written is a folder. */
function targetOf(out: string, count: number): GenerateTarget {
  const extension = extname(out).slice(1).toLowerCase();
  const type = FILE_TYPES.find((name) => name === extension);
  if (/[\\/]$/.test(out) || type === undefined) {
    if (['jpg', 'jpeg', 'webp', 'gif', 'koma', 'pdf', 'tif', 'tiff', 'avif'].includes(extension))
      throw new UsageError(
        `Characters are written as ${FILE_TYPES.join(', ')}, not ${extension}: give --out another name.`,
      );
    return { kind: 'folder', path: out };
  }
  if (count === 1) return { kind: 'file', path: out, type };
  if (type !== 'png')
    throw new UsageError(
      `${count} pictures do not fit into one ${type} file: give --out a folder, or a .png for a contact sheet.`,
    );
  return { kind: 'sheet', path: out, type };
}
