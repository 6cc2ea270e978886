/** The entry of `koma`: gives the process's arguments, streams and signals to `runCli`. */
import { Console } from 'node:console';
import { SIGNAL_EXIT_CODES } from './exit-codes.ts';
import { removeUnfinishedFiles } from './replace-file.ts';
import { runCli } from './run-cli.ts';

// Scripts read standard output; whatever a plugin or a library logs must not end up there.
globalThis.console = new Console(process.stderr, process.stderr);

function stop(exitCode: number): void {
  removeUnfinishedFiles();
  // Ends the progress line, so that the shell's prompt does not follow it.
  if (process.stderr.isTTY) process.stderr.write('\n');
  process.exit(exitCode);
}
process.on('SIGINT', () => stop(SIGNAL_EXIT_CODES.SIGINT));
process.on('SIGTERM', () => stop(SIGNAL_EXIT_CODES.SIGTERM));
// `koma … --json | head -1` closes the pipe.
process.stdout.on('error', () => stop(SIGNAL_EXIT_CODES.SIGPIPE));

process.exitCode = await runCli(process.argv.slice(2), process);
