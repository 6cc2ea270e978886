import { findCommand, loadCommands, type Command } from './builtin-plugins.ts';
import { GLOBAL_FLAGS, HELP_FLAG, VERSION_FLAG } from './common-flags.ts';
import { EXIT_DONE, EXIT_USAGE } from './exit-codes.ts';
import { commandHelp, overallHelp, rerunHelp } from './help.ts';
import { parseInvocation } from './invocation.ts';
import { parseArguments } from './parse-arguments.ts';
import { parseRerunInvocation } from './rerun-invocation.ts';
import { runCommand, type Streams } from './run-command.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

/** The command that is no plugin's operation; it comes before one of that name. */
const RERUN = 'rerun';

/**
 * The whole `koma` command.
 * @param argv the command line without the interpreter and the script
 * @returns the exit code
 */
export async function runCli(argv: readonly string[], streams: Streams): Promise<number> {
  try {
    return await dispatch(argv, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.stderr.write(`koma: ${error.message}\n`);
    return EXIT_USAGE;
  }
}

async function dispatch(argv: readonly string[], streams: Streams): Promise<number> {
  const commands = await loadCommands();
  const names = [...commands.map(({ operation }) => operation.id), RERUN].join(', ');
  const leading = parseArguments(argv, [...GLOBAL_FLAGS, HELP_FLAG, VERSION_FLAG], {
    stopAtPositional: true,
  });
  if (leading.values.get('version') === true) {
    streams.stdout.write(`${VERSION}\n`);
    return EXIT_DONE;
  }
  if (leading.firstPositional === undefined) {
    if (leading.values.get('help') !== true)
      throw new UsageError(`Name a command: ${names}. koma --help tells more.`);
    streams.stdout.write(overallHelp(commands));
    return EXIT_DONE;
  }
  const name = argv[leading.firstPositional]!;
  const rest = argv.toSpliced(leading.firstPositional, 1);
  if (name === RERUN) return dispatchRerun(commands, rest, streams);
  const command = findCommand(commands, name);
  if (!command) throw new UsageError(`There is no command "${name}". There is: ${names}.`);
  const invocation = parseInvocation(command.operation, rest);
  if (invocation === 'help') {
    streams.stdout.write(commandHelp(command));
    return EXIT_DONE;
  }
  return runCommand(command, invocation, streams);
}

async function dispatchRerun(
  commands: readonly Command[],
  argv: readonly string[],
  streams: Streams,
): Promise<number> {
  const invocation = parseRerunInvocation(argv);
  if (invocation === 'help') {
    streams.stdout.write(rerunHelp());
    return EXIT_DONE;
  }
  // Documents and their file formats are loaded for this command only.
  const { runRerun } = await import('./run-rerun.ts');
  return runRerun(commands, invocation, streams);
}
