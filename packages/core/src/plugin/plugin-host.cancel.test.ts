import * as Comlink from 'comlink';
import { describe, expect, it } from 'vitest';
import { ThreadWorker } from './fake-worker.test-helper.ts';
import { PluginHost } from './plugin-host.ts';
import {
  closing,
  copy,
  forever,
  hostAnswering,
  hostOf,
  hostWith,
  picture,
} from './plugin-hosts.test-helper.ts';
import { startBuiltin } from './start-builtin.ts';
import { countingImage, tinyManifest } from './tiny-plugin.test-helper.ts';

/** Resolves with the milliseconds that a promise took to reject with AbortError. */
async function abortedAfter(promise: Promise<unknown>, start: number): Promise<number> {
  await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
  return performance.now() - start;
}
// 300 ms of grace; the rest is for a busy machine.
const CANCEL_LIMIT_MS = 600;

describe('PluginHost, when a job is cancelled', () => {
  it('keeps the worker where the operation stops by itself when cancelled', async () => {
    const { host, workers } = hostWith({
      copy,
      polite: async (_inputs, _params, context) => {
        while (!context.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 2));
        return {};
      },
    });
    const controller = new AbortController();
    const job = host.run('polite', picture(), {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[0]!.terminated).toBe(false);
    expect((await host.run('copy', picture(), {}))['image']).toEqual(countingImage());
    expect(workers).toHaveLength(1);
  });

  it('ends the worker where the operation never looks at its signal, and makes a new one for the next job', async () => {
    const { host, workers } = hostWith({ copy, deaf: forever });
    const controller = new AbortController();
    const job = host.run('deaf', picture(), {}, { signal: controller.signal });
    const next = host.run('copy', picture(), {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    controller.abort();
    expect(await abortedAfter(job, start)).toBeLessThan(CANCEL_LIMIT_MS);
    expect(workers[0]!.terminated).toBe(true);
    expect((await next)['image']).toEqual(countingImage());
    expect(workers).toHaveLength(2);
  });

  it('cancels a worker that never finishes starting', async () => {
    const { host, workers } = hostOf(
      (scope, index) => {
        Comlink.expose(
          {
            init: index === 0 ? forever : () => {},
            cancel() {},
            run: () => ({ ok: true, outputs: { image: countingImage() } }),
          },
          scope,
        );
      },
      ['copy'],
    );
    const controller = new AbortController();
    const job = host.run('copy', picture(), {}, { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect(await abortedAfter(job, performance.now())).toBeLessThan(CANCEL_LIMIT_MS);
    expect(workers[0]!.terminated).toBe(true);
    await host.run('copy', picture(), {});
  });

  it('does not begin a job that is cancelled while the worker starts', async () => {
    let started = false;
    const { host } = hostOf(
      (scope) => {
        const init = () => new Promise((resolve) => setTimeout(resolve, 50));
        Comlink.expose({ init, cancel() {}, run: () => (started = true) }, scope);
      },
      ['copy'],
    );
    const controller = new AbortController();
    const job = host.run('copy', picture(), {}, { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(started).toBe(false);
  });

  it('cancels a queued job at once and leaves the jobs around it alone', async () => {
    let release = (): void => {};
    const { host, workers } = hostWith({
      copy,
      wait: async (inputs) => {
        await new Promise<void>((resolve) => (release = resolve));
        return { image: inputs['image']!.image };
      },
    });
    const order: string[] = [];
    const first = host.run('wait', picture(), {}).then(() => order.push('first'));
    const controller = new AbortController();
    const queued = host.run('copy', picture(), {}, { signal: controller.signal });
    const last = host.run('copy', picture(), {}).then(() => order.push('last'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    const start = performance.now();
    controller.abort();
    expect(await abortedAfter(queued, start)).toBeLessThan(100);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(order).toEqual([]);
    release();
    await Promise.all([first, last]);
    expect(order).toEqual(['first', 'last']);
    expect(workers).toHaveLength(1);
  });

  it('delivers no progress and no preview after a cancel', async () => {
    let sent = 0;
    const { host } = hostAnswering(async (listener) => {
      for (; sent < 20; sent++) {
        void listener.progress(sent / 20);
        void listener.preview({
          x: 0,
          y: 0,
          width: 1,
          height: 1,
          outputWidth: 1,
          outputHeight: 1,
          data: new Uint8ClampedArray(4),
        });
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      return { ok: false, error: { code: 'ABORTED', message: 'Cancelled.', details: {} } };
    });
    const controller = new AbortController();
    const seen: number[] = [];
    let previews = 0;
    const job = host.run(
      'copy',
      picture(),
      {},
      {
        signal: controller.signal,
        onProgress: (fraction) => {
          seen.push(fraction);
          if (seen.length === 3) controller.abort();
        },
        onPreview: () => previews++,
      },
    );
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent).toBeGreaterThan(5);
    expect(seen).toHaveLength(3);
    expect(previews).toBeLessThanOrEqual(3);
  });

  it('stops a real thread that is busy for ever, and goes on in a new one', async () => {
    const threads: ThreadWorker[] = [];
    const host = closing(
      new PluginHost({
        manifest: tinyManifest('copy', 'spin'),
        engine: { preference: 'auto' },
        start: startBuiltin({
          manifest: tinyManifest('copy', 'spin'),
          createWorker: () => {
            threads.push(new ThreadWorker(new URL('./test-thread.test-helper.ts', import.meta.url)));
            return threads.at(-1)!.asWorker();
          },
        }),
      }),
    );
    const inputs = picture();
    expect((await host.run('copy', inputs, {}))['image']).toEqual(countingImage());
    expect(inputs.image.image).toEqual(countingImage());

    const controller = new AbortController();
    let start = 0;
    const job = host.run(
      'spin',
      inputs,
      {},
      {
        signal: controller.signal,
        onProgress: () => setTimeout(() => ((start = performance.now()), controller.abort()), 50),
      },
    );
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - start).toBeLessThan(CANCEL_LIMIT_MS);
    await threads[0]!.ended;
    expect((await host.run('copy', inputs, {}))['image']).toEqual(countingImage());
    expect(threads).toHaveLength(2);
  });
});
