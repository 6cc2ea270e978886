import { KomaError } from '@koma/core/errors';
import { isParamShown, resolveParams, type OperationSpec, type ParamValue } from '@koma/core/plugin';
import { GLOBAL_FLAGS, HELP_FLAG, LAYERS_FLAG, OUTPUT_FLAGS, type LayeredFormat } from './common-flags.ts';
import { mainData } from './data-output.ts';
import { flagName, type FlagSpec } from './flag-spec.ts';
import { furtherFiles, furtherOutputFlags } from './further-outputs.ts';
import { inputFiles, inputFlags } from './input-flags.ts';
import { parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

/** How results are to be written: see `OUTPUT_FLAGS`. */
export interface OutputOptions {
  readonly out: string;
  /** Absent where `--format` was not given. */
  readonly format?: 'png' | 'jpg' | 'webp';
  /** 1-100; absent where `--quality` was not given. */
  readonly quality?: number;
  /** Layered files beside the pictures; absent where `--layers` was not given. */
  readonly layers?: LayeredFormat;
  readonly force: boolean;
}

/** A command line that makes sense, before anything on the disk was looked at. */
export interface Invocation {
  /** Files, folders and patterns as typed. */
  readonly inputs: readonly string[];
  /** Paths of what the operation takes besides the pictures it works on, by the input's name. */
  readonly files: Readonly<Record<string, string>>;
  /** The operation's parameters as given; defaults are not filled in. */
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly output: OutputOptions;
  /** Files of further pictures, by the name of the operation's output. */
  readonly further: Readonly<Record<string, string>>;
  readonly backend: 'auto' | 'native' | 'wasm';
  readonly threads?: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Of {@link OUTPUT_FLAGS}, those for results that are no pictures. */
const DATA_FLAGS = OUTPUT_FLAGS.filter(({ id }) => id === 'out' || id === 'force');

/** All flags that a command knows. Its own come first, and win where one has a common flag's name. */
export function commandFlags(operation: OperationSpec): FlagSpec[] {
  const own = [...inputFlags(operation), ...operation.params];
  const names = new Set(own.map(({ id }) => id));
  const common = [...outputFlags(operation), ...GLOBAL_FLAGS, HELP_FLAG].filter(({ id }) => !names.has(id));
  return [...own, ...common];
}

/** The flags that say where and how an operation's results are written. */
export function outputFlags(operation: OperationSpec): FlagSpec[] {
  const further = furtherOutputFlags(operation);
  if (mainData(operation)) return [...DATA_FLAGS, ...further];
  return makesLayers(operation) ? [...OUTPUT_FLAGS, ...further, LAYERS_FLAG] : [...OUTPUT_FLAGS, ...further];
}

/** Whether an operation can give its result as layers. */
export function makesLayers({ outputs }: OperationSpec): boolean {
  return outputs.some(({ type }) => type === 'layers');
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
  const files = inputFiles(operation, values);
  const out = values.get('out') as string | undefined;
  if (out === undefined) throw new UsageError('Say where to write with --out FILE or --out FOLDER.');
  const threads = values.get('threads') as number | undefined;
  const format = values.get('format') as OutputOptions['format'];
  const quality = values.get('quality') as number | undefined;
  const layers = (values.get('layers') ?? 'off') as LayeredFormat | 'off';
  return {
    inputs: positionals,
    files,
    params,
    output: {
      out,
      ...(format === undefined ? {} : { format }),
      ...(quality === undefined ? {} : { quality }),
      ...(makesLayers(operation) && layers !== 'off' ? { layers } : {}),
      force: values.get('force') === true,
    },
    further: furtherFiles(operation, values),
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
