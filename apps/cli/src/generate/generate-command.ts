import { attributes, describeValues } from '@koma/character';
import { EXIT_DONE } from '../exit-codes.ts';
import { ownCommandHelp } from '../help.ts';
import type { Streams } from '../run-command.ts';
import { DRAWING_FLAGS, WRITING_FLAGS } from './generate-flags.ts';
import { parseGenerateInvocation } from './generate-invocation.ts';
import { runGenerate } from './run-generate.ts';

/** What `--set` takes, for the help of commands that know it. */
export const ATTRIBUTE_LIST = {
  title: 'Attributes (--set NAME=VALUE)',
  entries: Object.entries(attributes).map(
    ([name, attribute]) => [name, `${describeValues(attribute)}.`] as const,
  ),
};

/** `koma generate`, from its arguments to the exit code. */
export async function generateCommand(argv: readonly string[], streams: Streams): Promise<number> {
  const invocation = parseGenerateInvocation(argv);
  if (invocation !== 'help') return runGenerate(invocation, streams);
  streams.stdout.write(
    ownCommandHelp(
      [
        'usage: koma generate --out DIR [--count N] [--seed S] [--set NAME=VALUE]… [FLAGS]',
        '       koma generate --out FILE [--seed S] [--set NAME=VALUE]… [FLAGS]',
        '',
        'Draws characters. What --set does not say comes from the seed: the same seed and wishes give the',
        'same bytes. Files in a folder are named by their seeds. A PNG carries its character, which',
        '--character reads.',
      ],
      [
        { title: 'Drawing', flags: DRAWING_FLAGS },
        { title: 'Output', flags: WRITING_FLAGS },
      ],
      [ATTRIBUTE_LIST],
    ),
  );
  return EXIT_DONE;
}
