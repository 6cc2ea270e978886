import { extname } from 'node:path';
import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { PAGE_FLAGS } from './page-flags.ts';

/** A command line of `koma page` that makes sense, before anything on the disk was looked at. */
export interface PageInvocation {
  /** The folder to write to. */
  readonly out: string;
  readonly count: number;
  /** Of the first page. */
  readonly seed: number;
  /** Pixels. */
  readonly width: number;
  readonly truth: boolean;
  readonly layers: 'psd' | 'ora' | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * Reads the command line of `koma page`.
 * @param argv without the command's name
 * @returns `'help'` where that is asked for, whatever else is given
 * @throws UsageError
 */
export function parsePageInvocation(argv: readonly string[]): PageInvocation | 'help' {
  const { values, positionals } = parseArguments(argv, PAGE_FLAGS);
  if (values.get('help') === true) return 'help';
  if (positionals.length > 0)
    throw new UsageError(
      `koma page takes no input, but "${positionals[0]}" was given: --seed says which page to draw.`,
    );
  const out = values.get('out') as string | undefined;
  if (out === undefined) throw new UsageError('Say which folder to write to with --out DIR.');
  const extension = extname(out).slice(1).toLowerCase();
  if (/^(png|jpe?g|webp|svg|psd|ora|pdf|gif|tiff?)$/.test(extension))
    throw new UsageError(
      `koma page writes to a folder, but "${out}" looks like a file: pages are named by their seeds.`,
    );
  const layers = (values.get('layers') ?? 'off') as 'off' | 'psd' | 'ora';
  return {
    out,
    count: (values.get('count') ?? 1) as number,
    seed: (values.get('seed') ?? 0) as number,
    width: (values.get('width') ?? 1200) as number,
    truth: values.get('truth') === true,
    layers: layers === 'off' ? undefined : layers,
    force: values.get('force') === true,
    json: values.get('json') === true,
    quiet: values.get('quiet') === true,
  };
}
