import { parseArgs } from 'node:util';

/** How the command is called. */
export const PAIR_USAGE =
  'usage: render-pairs --out DIR --seed S --count N --size PIXELS [--shard 1000] [--workers 2]';

/** What to render, and how. */
export interface PairArguments {
  /** The folder that gets the shards. */
  readonly out: string;
  /** The first record's. */
  readonly seed: number;
  readonly count: number;
  /** Width and height of the pictures, pixels. */
  readonly size: number;
  /** Records a file. */
  readonly shard: number;
  readonly workers: number;
}

/** @throws Error that names the flag and what it takes */
export function parsePairArguments(argv: readonly string[]): PairArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      out: { type: 'string' },
      seed: { type: 'string' },
      count: { type: 'string' },
      size: { type: 'string' },
      shard: { type: 'string', default: '1000' },
      workers: { type: 'string', default: '2' },
    },
  });
  const whole = (name: Exclude<keyof typeof values, 'out'>, low: number, high: number): number => {
    const text = values[name];
    const value = Number(text);
    if (text !== undefined && /^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new Error(`--${name} has to be a whole number from ${low} to ${high}.`);
  };
  if (!values.out) throw new Error('--out has to name a folder.');
  return {
    out: values.out,
    seed: whole('seed', 0, 2 ** 52),
    count: whole('count', 1, 10_000_000),
    size: whole('size', 16, 2048),
    shard: whole('shard', 1, 1_000_000),
    workers: whole('workers', 1, 64),
  };
}
