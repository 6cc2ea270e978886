import { Worker } from 'node:worker_threads';
import type { Shard } from './shard-file.ts';

/**
 * Renders shards on threads, each on one of them.
 *
 * @param folder Where they are written.
 * @param done Called for each when its files are there.
 * @throws what goes wrong in a thread; the others are stopped
 */
export async function renderShards(
  folder: string,
  shards: readonly Shard[],
  workers: number,
  done: (shard: Shard) => void,
): Promise<void> {
  const waiting = [...shards];
  const threads: Worker[] = [];
  try {
    await Promise.all(
      Array.from({ length: Math.min(workers, waiting.length) }, () => {
        const thread = new Worker(new URL('render-worker.ts', import.meta.url), { workerData: { folder } });
        threads.push(thread);
        return new Promise<void>((resolve, reject) => {
          const next = (): void => {
            const shard = waiting.shift();
            if (shard === undefined) resolve();
            else thread.postMessage(shard, []);
          };
          thread.on('message', (shard: Shard) => {
            done(shard);
            next();
          });
          thread.on('error', reject);
          thread.on('exit', (code) => reject(new Error(`A thread ended with code ${code}.`)));
          next();
        });
      }),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}
