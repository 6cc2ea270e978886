import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { NaiveReport } from './naive-endpoint.ts';

/** Sends the same messages to a naive endpoint, in a thread that is thrown away. */
export async function fuzzNaive(count: number, seed: number): Promise<NaiveReport> {
  const worker = new Worker(new URL('./naive-endpoint.ts', import.meta.url), { workerData: { count, seed } });
  const [report] = (await once(worker, 'message')) as [NaiveReport];
  await worker.terminate();
  return report;
}
