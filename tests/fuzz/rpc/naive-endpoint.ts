/**
 * The positive control, in a thread of its own: the same messages to an endpoint that follows paths, as a library that
 * exposes an object does. Writes what has become of the thread.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '@koma/core/plugin';
import { hostileMessage } from './hostile-messages.ts';

/** What became of the thread. */
export interface NaiveReport {
  readonly polluted: boolean;
  readonly secretsRead: number;
  readonly wiped: boolean;
}

interface PathMessage {
  readonly type: 'GET' | 'SET' | 'APPLY';
  readonly path: readonly string[];
  readonly value?: { readonly value: unknown };
}

const host = {
  secret: 'token',
  store: { pictures: 3, wipe: () => (wiped = true) },
  wipe: () => (wiped = true),
};
let wiped = false;
let secretsRead = 0;

/** Comlink's `expose`, without the message passing: see its `comlink.ts`, `switch (type)`. */
function naive({ type, path, value }: PathMessage): void {
  const follow = (steps: readonly string[]): unknown =>
    steps.reduce((owner, step) => (owner as Record<string, unknown>)[step], host as unknown);
  const owner = follow(path.slice(0, -1)) as Record<string, unknown>;
  if (type === 'SET') owner[path.at(-1)!] = value?.value;
  if (type === 'GET' && follow(path) === host.secret) secretsRead++;
  if (type === 'APPLY') (follow(path) as () => unknown).call(owner);
}

const { count, seed } = workerData as { readonly count: number; readonly seed: number };
const chance = seededRandom(seed);
for (let i = 0; i < count; i++) {
  try {
    naive(structuredClone(hostileMessage(chance, { calls: [1] })) as PathMessage);
  } catch {
    // As an endpoint answers errors.
  }
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port
parentPort?.postMessage({ polluted: 'polluted' in {}, secretsRead, wiped } satisfies NaiveReport);
