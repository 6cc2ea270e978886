import { GLOBAL_FLAGS, HELP_FLAG } from '../common-flags.ts';
import { EXIT_DONE } from '../exit-codes.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { COUNT_FLAG, FORCE_FLAG, SET_FLAG, SIZE_FLAG } from '../generate/character-flags.ts';
import { readWishes, type Wishes } from '../generate/read-wishes.ts';
import { ownCommandHelp } from '../help.ts';
import { parseArguments } from '../parse-arguments.ts';
import type { Streams } from '../run-command.ts';
import { UsageError } from '../usage-error.ts';
import { runDataset } from './run-dataset.ts';

const DRAWING_FLAGS: readonly FlagSpec[] = [COUNT_FLAG, SIZE_FLAG, SET_FLAG];
const WRITING_FLAGS: readonly FlagSpec[] = [
  { type: 'free', id: 'out', placeholder: 'DIR', label: { en: 'The folder of the data set' } },
  FORCE_FLAG,
];

/** A command line of `koma dataset` that makes sense, before anything on the disk was looked at. */
export interface DatasetInvocation {
  readonly out: string;
  readonly count: number;
  readonly seed: number;
  /** Pixels of the longer side. */
  readonly size: number;
  readonly wishes: Wishes;
  /** The wishes as they were typed, for the data card. */
  readonly given: readonly string[];
  readonly force: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `koma dataset`, from its arguments to the exit code. */
export async function datasetCommand(argv: readonly string[], streams: Streams): Promise<number> {
  const invocation = parseDatasetInvocation(argv);
  if (invocation !== 'help') return runDataset(invocation, streams);
  streams.stdout.write(
    ownCommandHelp(
      [
        'usage: koma dataset --out DIR --count N [--seed S] [--size PX] [--set NAME=VALUE]… [FLAGS]',
        '',
        'Draws characters for training and testing: pictures, line art, flats, shade, highlights, part',
        'maps, tags and key points, with fixed splits by seed. Attributes are sampled evenly. README.md in',
        'DIR is the data card; it states a task and the score of a simple baseline for colorization,',
        'segmentation, tagging, pose and super-resolution. A run that was broken off goes on where it',
        'stopped.',
      ],
      [
        { title: 'Drawing', flags: DRAWING_FLAGS },
        { title: 'Output', flags: WRITING_FLAGS },
      ],
    ),
  );
  return EXIT_DONE;
}

/**
 * Reads the command line of `koma dataset`.
 * @param argv without the command's name
 * @returns `'help'` where that is asked for, whatever else is given
 * @throws UsageError
 */
export function parseDatasetInvocation(argv: readonly string[]): DatasetInvocation | 'help' {
  const flags = [...DRAWING_FLAGS, ...WRITING_FLAGS, ...GLOBAL_FLAGS, HELP_FLAG];
  const { values, lists, positionals } = parseArguments(argv, flags);
  if (values.get('help') === true) return 'help';
  if (positionals.length > 0)
    throw new UsageError(`koma dataset takes no input, but "${positionals[0]}" was given.`);
  const out = values.get('out') as string | undefined;
  if (out === undefined) throw new UsageError('Say where to write with --out DIR.');
  const count = values.get('count') as number | undefined;
  if (count === undefined) throw new UsageError('Say how many pictures with --count N.');
  const given = lists.get('set') ?? [];
  return {
    out,
    count,
    seed: (values.get('seed') ?? 0) as number,
    size: (values.get('size') ?? 256) as number,
    wishes: readWishes(given),
    given,
    force: values.get('force') === true,
    json: values.get('json') === true,
    quiet: values.get('quiet') === true,
  };
}
