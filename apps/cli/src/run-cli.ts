import { commandName, findCommand, findExporterCommand, loadCommands } from './load-commands.ts';
import { GLOBAL_FLAGS, HELP_FLAG, VERSION_FLAG } from './common-flags.ts';
import { EXIT_DONE, EXIT_USAGE } from './exit-codes.ts';
import { commandHelp, overallHelp } from './help.ts';
import { parseInvocation } from './invocation.ts';
import { OWN_COMMANDS } from './own-commands.ts';
import { parseArguments } from './parse-arguments.ts';
import { runCommand, type Streams } from './run-command.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

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
  const names = [...commands.map(commandName), ...OWN_COMMANDS.map(({ name }) => name)].join(', ');
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
    streams.stdout.write(overallHelp(commands, OWN_COMMANDS));
    return EXIT_DONE;
  }
  const name = argv[leading.firstPositional]!;
  const rest = argv.toSpliced(leading.firstPositional, 1);
  const own = OWN_COMMANDS.find((candidate) => candidate.name === name);
  if (own) return own.run(rest, streams, commands);
  const command = findCommand(commands, name);
  const exporting = command ? undefined : await findExporterCommand(name);
  if (exporting) return (await import('./plugins/export-command.ts')).exportCommand(exporting, rest, streams);
  if (!command) throw new UsageError(`There is no command "${name}". There is: ${names}.`);
  const invocation = parseInvocation(command.operation, rest);
  if (invocation === 'help') {
    streams.stdout.write(commandHelp(command));
    return EXIT_DONE;
  }
  return runCommand(command, invocation, streams);
}
