#!/usr/bin/env node
import { KomaError } from '@koma/core/errors';
import { AuthorError } from '../pack/index.ts';
import { COMMANDS, usage } from './commands.ts';
import { UsageError } from './usage-error.ts';
import { complain, print } from './print.ts';

/** Exit status: 0 done, 1 not done because of what is in the files, 2 because of how it was asked for. */
async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(usage());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((each) => each.name === name);
  try {
    if (!command) throw new UsageError(`There is no command "${name}".\n\n${usage()}`);
    return (await command.run(rest)) ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(error.message);
      return 2;
    }
    // Anything else is a fault of this program, and its trace is wanted.
    if (!(error instanceof AuthorError) && !(error instanceof KomaError)) throw error;
    complain(error.message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
