import { KomaError } from '@koma/core/errors';
import { isParamShown, resolveParams, type OperationSpec, type ParamValue } from '@koma/core/plugin';
import { GLOBAL_FLAGS, HELP_FLAG, OUTPUT_FLAGS } from './common-flags.ts';
import { flagName, type FlagSpec } from './flag-spec.ts';
import { parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

/** How results are to be written: see `OUTPUT_FLAGS`. */
export interface OutputOptions {
  readonly out: string;
  /** Absent where `--format` was not given. */
  readonly format?: 'png' | 'jpg' | 'webp';
  /** 1-100; absent where `--quality` was not given. */
  readonly quality?: number;
  readonly force: boolean;
}

/** A command line that makes sense, before anything on the disk was looked at. */
export interface Invocation {
  /** Files, folders and patterns as typed. */
  readonly inputs: readonly string[];
  /** The operation's parameters as given; defaults are not filled in. */
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly output: OutputOptions;
  readonly backend: 'auto' | 'native' | 'wasm';
  readonly threads?: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** All flags that a command knows. Its own parameters come first, and win where one has a common flag's name. */
export function commandFlags(operation: OperationSpec): FlagSpec[] {
  const own = new Set(operation.params.map((param) => param.id));
  const common = [...OUTPUT_FLAGS, ...GLOBAL_FLAGS, HELP_FLAG].filter((flag) => !own.has(flag.id));
  return [...operation.params, ...common];
}

/**
 * Reads the command line of one operation.
 * @param argv without the command's name
 * @returns `'help'` where that is asked for, whatever else is given
 * @throws UsageError
 */
export function parseInvocation(operation: OperationSpec, argv: readonly string[]): Invocation | 'help' {
  const { values, positionals } = parseArguments(argv, commandFlags(operation));
  if (values.get('help') === true) return 'help';
  const params = operationParams(operation, values);
  if (positionals.length === 0)
    throw new UsageError(
      `Name the pictures or folders to work on, e.g. koma ${operation.id} page.png --out large.png.`,
    );
  const out = values.get('out') as string | undefined;
  if (out === undefined) throw new UsageError('Say where to write with --out FILE or --out FOLDER.');
  const threads = values.get('threads') as number | undefined;
  const format = values.get('format') as OutputOptions['format'];
  const quality = values.get('quality') as number | undefined;
  return {
    inputs: positionals,
    params,
    output: {
      out,
      ...(format === undefined ? {} : { format }),
      ...(quality === undefined ? {} : { quality }),
      force: values.get('force') === true,
    },
    backend: (values.get('backend') ?? 'auto') as Invocation['backend'],
    ...(threads === undefined ? {} : { threads }),
    json: values.get('json') === true,
    quiet: values.get('quiet') === true,
  };
}

function operationParams(
  operation: OperationSpec,
  values: ReadonlyMap<string, ParamValue>,
): Record<string, ParamValue> {
  const given: Record<string, ParamValue> = {};
  for (const { id } of operation.params) {
    const value = values.get(id);
    if (value !== undefined) given[id] = value;
  }
  try {
    const resolved = resolveParams(operation, given);
    for (const spec of operation.params) {
      if (given[spec.id] === undefined || spec.showIf === undefined || isParamShown(spec, resolved)) continue;
      const condition = `${flagName({ id: spec.showIf.param })} ${spec.showIf.is.join(' or ')}`;
      throw new UsageError(`${flagName(spec)} only applies with ${condition}.`);
    }
  } catch (error) {
    if (error instanceof KomaError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
  return given;
}
