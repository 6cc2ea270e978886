import { create } from './commands/create.ts';
import { dev } from './commands/dev.ts';
import { keygen } from './commands/keygen.ts';
import { pack } from './commands/pack.ts';
import { sign } from './commands/sign.ts';
import { test } from './commands/test.ts';
import { validate } from './commands/validate.ts';
import type { Command } from './command.ts';

/** All commands, in the order in which they are needed. */
export const COMMANDS: readonly Command[] = [create, validate, test, pack, keygen, sign, dev];

/** What `koma-plugin` can do. */
export function usage(): string {
  const lines = COMMANDS.flatMap(({ synopsis, summary }) => [
    `  koma-plugin ${synopsis}`,
    `      ${summary}`,
  ]);
  return ['Makes plugins for Koma Studio.', '', ...lines].join('\n');
}
