import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from './usage-error.ts';

/** One command of `koma-plugin`. */
export interface Command {
  readonly name: string;
  /** The name with what follows it, e.g. `pack FOLDER [--out FILE]`. */
  readonly synopsis: string;
  readonly summary: string;
  /** @returns the exit status, 0 where it is nothing else */
  run(args: readonly string[]): Promise<number | void>;
}

/** What stood behind a command: one path, and flags with a text each or alone. */
export interface Arguments {
  readonly path: string;
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
}

/**
 * Reads what stands behind a command.
 * @param path whether a path has to be there, or is the current folder where it is absent, or must not be there
 * @throws UsageError
 */
export function readArguments(
  { synopsis }: Pick<Command, 'synopsis'>,
  args: readonly string[],
  path: 'needed' | 'folder' | 'none',
  flags: readonly string[] = [],
  switches: readonly string[] = [],
): Arguments {
  const wrong = (reason: string): UsageError => new UsageError(`${reason}\nUsage: koma-plugin ${synopsis}`);
  const options: ParseArgsOptionsConfig = Object.fromEntries([
    ...flags.map((name) => [name, { type: 'string' }] as const),
    ...switches.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw wrong((error as Error).message);
  }
  const { positionals, values } = parsed;
  if (positionals.length > (path === 'none' ? 0 : 1)) throw wrong(`"${positionals.at(-1)}" is too much.`);
  if (path === 'needed' && positionals.length === 0) throw wrong('Something is missing.');
  return {
    path: positionals[0] ?? '.',
    flags: Object.fromEntries(flags.map((name) => [name, values[name] as string | undefined])),
    switches: new Set(switches.filter((name) => values[name] === true)),
  };
}
