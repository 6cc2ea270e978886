/**
 * Renders training pairs for the colorizer; shards that are complete are left as they are:
 *
 *     node training/render/render-pairs.ts --out DIR --seed S --count N --size 256 [--shard 1000] [--workers 2]
 */
import { mkdirSync } from 'node:fs';
import { PAIR_USAGE, parsePairArguments, type PairArguments } from './pair-arguments.ts';
import { renderShards } from './render-shards.ts';
import { hasShard, planShards } from './shard-file.ts';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

async function renderPairs({ out, seed, count, size, shard, workers }: PairArguments): Promise<void> {
  mkdirSync(out, { recursive: true });
  const missing = planShards(seed, count, shard, size).filter((planned) => !hasShard(out, planned));
  const total = missing.reduce((sum, planned) => sum + planned.count, 0);
  process.stdout.write(`${count - total} of ${count} records are there; ${total} to render.\n`);
  const start = performance.now();
  let rendered = 0;
  await renderShards(out, missing, workers, (done) => {
    rendered += done.count;
    const rate = (rendered * 1000) / (performance.now() - start);
    process.stdout.write(
      `pairs-${done.size}-${done.firstSeed}: ${rendered} of ${total}, ${rate.toFixed(1)} records/s\n`,
    );
  });
}

/** Says what is wrong. @returns the exit code */
function fail(error: unknown, hint: string, code: number): number {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${hint}`);
  return code;
}

async function main(argv: readonly string[]): Promise<number> {
  let wanted;
  try {
    wanted = parsePairArguments(argv);
  } catch (error) {
    return fail(error, `${PAIR_USAGE}\n`, EXIT_USAGE);
  }
  try {
    await renderPairs(wanted);
    return 0;
  } catch (error) {
    return fail(error, '', EXIT_FAILED);
  }
}

process.exitCode = await main(process.argv.slice(2));
