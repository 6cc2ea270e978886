import type { Worker } from 'node:worker_threads';

/** How often it is looked; what can be filled meanwhile comes on top. */
const EVERY_MS = 200;

/**
 * Ends a thread whose pictures and WebAssembly memory take more than allowed. Node limits a thread's heap by itself,
 * but not those.
 * @param limit bytes
 */
export function guardMemory(worker: Worker, limit: number): void {
  const timer = setInterval(async () => {
    // Asked between two instructions of the thread, so a loop answers as well; older versions of Node cannot ask.
    const statistics = await worker.getHeapStatistics?.().catch(() => undefined);
    if (statistics && statistics.external_memory > limit) void worker.terminate();
  }, EVERY_MS);
  timer.unref();
  worker.once('exit', () => clearInterval(timer));
}
