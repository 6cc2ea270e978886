/** The entry of `npm run fuzz -- rpc [--count N] [--seed S]`. */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fuzzNaive } from './rpc/fuzz-naive.ts';
import { fuzzRpc } from './rpc/fuzz-rpc.ts';

/** Bytes that may be in use at most, over those after the first tenth. */
const MAX_GROWTH = 32 * 2 ** 20;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (positionals.join() !== 'rpc' || !(count >= 100) || !Number.isInteger(seed)) {
  console.error('usage: npm run fuzz -- rpc [--count 100000] [--seed 1]');
  process.exit(2);
}

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;
/** Buffers whose owners the first one has found are freed beside the program, and gone with the second. */
const collect = (): void => {
  gc();
  gc();
};
const uncaught: string[] = [];
process.on('uncaughtException', (error) => uncaught.push(`uncaught: ${String(error)}`));
process.on('unhandledRejection', (error) => uncaught.push(`unhandled: ${String(error)}`));

const began = performance.now();
const report = await fuzzRpc(count, seed, collect).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
const seconds = (performance.now() - began) / 1000;
const naive = await fuzzNaive(Math.min(count, 1000), seed);
const problems = [...new Set([...report.problems, ...uncaught])];
if (report.growth > MAX_GROWTH) problems.push(`memory grew by ${report.growth} bytes`);

console.log(`hostile messages, seed ${seed}   ${report.messages} in ${seconds.toFixed(1)} s`);
console.log(`workers                     ${report.workers}, ${report.ended} ended as misbehaving`);
console.log(`calls                       ${report.answered} answered, ${report.failed} failed in words`);
console.log(`requests let through        ${report.requests}`);
console.log(
  `memory                      ${(report.growth / 2 ** 20).toFixed(1)} MB at most over the start (limit ${MAX_GROWTH / 2 ** 20})`,
);
console.log(`problems                    ${problems.length}`);
for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`);
console.log(
  `naive endpoint (control)    prototype ${naive.polluted ? 'polluted' : 'untouched'}, ${naive.secretsRead} secrets read, store ${naive.wiped ? 'wiped' : 'untouched'}`,
);
process.exitCode = problems.length === 0 && naive.polluted ? 0 : 1;
