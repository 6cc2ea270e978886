import { parseArguments } from './parse-arguments.ts';
import { RERUN_FLAGS } from './rerun-flags.ts';
import type { RunnerRequest } from './cli-plugin.ts';
import { UsageError } from './usage-error.ts';

/** A command line of `koma rerun` that makes sense, before anything on the disk was looked at. */
export interface RerunInvocation extends RunnerRequest {
  /** The project, as typed. */
  readonly input: string;
  /** Where to write; undefined to replace the project. */
  readonly out: string | undefined;
  /** Takes the place of the recipes' own seeds; undefined to keep those. */
  readonly seed: number | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * Reads the command line of `koma rerun`.
 * @param argv without the command's name
 * @returns `'help'` where that is asked for, whatever else is given
 * @throws UsageError
 */
export function parseRerunInvocation(argv: readonly string[]): RerunInvocation | 'help' {
  const { values, positionals } = parseArguments(argv, RERUN_FLAGS);
  if (values.get('help') === true) return 'help';
  const [input] = positionals;
  if (input === undefined || positionals.length > 1)
    throw new UsageError('Name one project to run again, e.g. koma rerun page.koma --out again.koma.');
  const out = values.get('out') as string | undefined;
  const inPlace = values.get('inPlace') === true;
  if (out === undefined && !inPlace)
    throw new UsageError('Say where to write with --out FILE, or replace the project with --in-place.');
  if (out !== undefined && inPlace) throw new UsageError('Give only one of --out and --in-place.');
  const threads = values.get('threads') as number | undefined;
  return {
    input,
    out,
    seed: values.get('seed') as number | undefined,
    backend: (values.get('backend') ?? 'auto') as RunnerRequest['backend'],
    ...(threads === undefined ? {} : { threads }),
    json: values.get('json') === true,
    quiet: values.get('quiet') === true,
  };
}
