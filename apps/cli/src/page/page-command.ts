import { EXIT_DONE } from '../exit-codes.ts';
import { ownCommandHelp } from '../help.ts';
import type { Streams } from '../run-command.ts';
import { PAGE_DRAWING_FLAGS, PAGE_WRITING_FLAGS } from './page-flags.ts';
import { parsePageInvocation } from './page-invocation.ts';
import { runPage } from './run-page.ts';

/** `koma page`, from its arguments to the exit code. */
export async function pageCommand(argv: readonly string[], streams: Streams): Promise<number> {
  const invocation = parsePageInvocation(argv);
  if (invocation !== 'help') return runPage(invocation, streams);
  streams.stdout.write(
    ownCommandHelp(
      [
        'usage: koma page --out DIR [--seed S] [--count N] [--truth] [FLAGS]',
        '',
        'Draws manga pages: panels, people, balloons and tones, read from right to left. The same seed gives',
        'the same bytes. Files are named by their seeds.',
      ],
      [
        { title: 'Drawing', flags: PAGE_DRAWING_FLAGS },
        { title: 'Output', flags: PAGE_WRITING_FLAGS },
      ],
    ),
  );
  return EXIT_DONE;
}
