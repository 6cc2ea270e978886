import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** More than this of other programs' load (1-minute average, in threads) and the times are upper bounds. */
const QUIET_LOAD = 1;

/** The line above a table: where, when, and how busy the machine was before the benchmark began. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]!;
  const busy = load > QUIET_LOAD ? `, LOADED (${load.toFixed(1)})` : '';
  const date = new Date().toISOString().slice(0, 10);
  return `${availableParallelism()} × ${model}, ${memory} GiB, Node.js ${process.version}, ${date}${busy}`;
}
