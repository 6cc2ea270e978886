import type { Command } from './cli-plugin.ts';
import { EXIT_DONE } from './exit-codes.ts';
import { rerunHelp } from './help.ts';
import { parseRerunInvocation } from './rerun-invocation.ts';
import type { Streams } from './run-command.ts';

/** `koma rerun`, from its arguments to the exit code. */
export async function rerunCommand(
  argv: readonly string[],
  streams: Streams,
  commands: readonly Command[],
): Promise<number> {
  const invocation = parseRerunInvocation(argv);
  if (invocation === 'help') {
    streams.stdout.write(rerunHelp());
    return EXIT_DONE;
  }
  // Documents and their file formats are loaded where there is something to do.
  const { runRerun } = await import('./run-rerun.ts');
  return runRerun(commands, invocation, streams);
}
