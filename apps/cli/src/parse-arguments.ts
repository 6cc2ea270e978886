import type { ParamValue } from '@koma/core/plugin';
import { flagName, parseFlagValue, type FlagSpec } from './flag-spec.ts';
import { UsageError } from './usage-error.ts';

/** What stood on the command line. */
export interface ParsedArguments {
  /** Checked values by the flag's id; a flag that was not given is absent. */
  readonly values: ReadonlyMap<string, ParamValue>;
  /** What stood after flags that may be given several times, by the flag's id, in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Everything that is no flag, in order. */
  readonly positionals: readonly string[];
  /** Where in `argv` the first positional stood. */
  readonly firstPositional: number | undefined;
}

/**
 * Splits a command line into flags and the rest: `--flag VALUE`, `--flag=VALUE`, `--switch`,
 * `--no-switch`, and `--` before names that begin with a dash.
 * @param stopAtPositional read no further than the first positional
 * @throws UsageError for the first thing that is wrong
 */
export function parseArguments(
  argv: readonly string[],
  flags: readonly FlagSpec[],
  { stopAtPositional = false } = {},
): ParsedArguments {
  const byName = new Map(flags.map((flag) => [flagName(flag), flag]));
  const values = new Map<string, ParamValue>();
  const lists = new Map<string, string[]>();
  const positionals: string[] = [];
  let firstPositional: number | undefined;
  let flagsEnded = false;

  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at]!;
    if (!flagsEnded && argument === '--') {
      flagsEnded = true;
    } else if (flagsEnded || !argument.startsWith('-') || argument === '-') {
      positionals.push(argument);
      firstPositional ??= at;
      if (stopAtPositional) break;
    } else {
      const { flag, text, takesNext } = readFlag(argument, byName);
      if (values.has(flag.id)) throw new UsageError(`${flagName(flag)} is given twice.`);
      if (takesNext) at++;
      const value = takesNext ? argv[at] : text;
      // A value that looks like a flag is a forgotten value; `--flag=--odd` says it is meant.
      if (value === undefined || (takesNext && value.startsWith('--')))
        throw new UsageError(`${flagName(flag)} needs a value.`);
      const read = parseFlagValue(flag, value);
      if (isRepeatable(flag)) lists.set(flag.id, [...(lists.get(flag.id) ?? []), String(read)]);
      else values.set(flag.id, read);
    }
  }
  return { values, lists, positionals, firstPositional };
}

const isRepeatable = (flag: FlagSpec): boolean => flag.type === 'free' && flag.repeatable === true;

function readFlag(
  argument: string,
  byName: ReadonlyMap<string, FlagSpec>,
): { flag: FlagSpec; text?: string; takesNext: boolean } {
  const [name, text] = splitOnce(argument === '-h' ? '--help' : argument);
  const flag = byName.get(name);
  if (flag) {
    if (text !== undefined) return { flag, text, takesNext: false };
    return flag.type === 'boolean' ? { flag, text: 'true', takesNext: false } : { flag, takesNext: true };
  }
  const negated =
    name.startsWith('--no-') && text === undefined
      ? byName.get(`--${name.slice('--no-'.length)}`)
      : undefined;
  if (negated?.type === 'boolean') return { flag: negated, text: 'false', takesNext: false };
  throw new UsageError(`There is no flag ${name}.`);
}

function splitOnce(argument: string): [string, string | undefined] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)];
}
