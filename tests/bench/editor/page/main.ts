/** Passes questions on to the worker, or answers those that are about the page, one at a time. */
import { live } from './live.ts';
import type { Subjects } from './subjects.ts';

/** What Playwright calls. */
export interface BenchWindow {
  ask(name: keyof Subjects, parameters: readonly unknown[]): Promise<unknown>;
}

let worker: Worker | undefined;

function askWorker(name: keyof Subjects, parameters: readonly unknown[]): Promise<unknown> {
  const asked = (worker ??= new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' }));
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const once = { once: true };
  asked.addEventListener(
    'message',
    ({ data }: MessageEvent) => ('error' in data ? reject(new Error(data.error)) : resolve(data.result)),
    once,
  );
  asked.addEventListener('error', ({ message }) => reject(new Error(message)), once);
  asked.postMessage({ name, parameters }, {});
  return promise;
}

const bench: BenchWindow = {
  ask: (name, parameters) =>
    name === 'live' ? live(...(parameters as [number])) : askWorker(name, parameters),
};

Object.assign(globalThis, { bench });
