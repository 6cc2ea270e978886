import * as Comlink from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KomaError } from '../errors.ts';
import type { BackendReport, EngineRequest } from '../inference/engine.ts';
import { createModelStore } from '../inference/model-store.ts';
import { FakeWorker, ThreadWorker } from './fake-worker.test-helper.ts';
import { PluginHost } from './plugin-host.ts';
import type { Operation, OperationListener, PreviewTile } from './protocol.ts';
import { servePlugin } from './serve-plugin.ts';
import { countingImage, tinyManifest } from './tiny-plugin.test-helper.ts';

const copy: Operation = async (inputs) => ({ image: inputs['image']!.image });
const forever = (): Promise<never> => new Promise(() => {});
const models = createModelStore([], async () => new Uint8Array());
const picture = () => ({ image: { image: countingImage() } });

const hosts: PluginHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
  vi.useRealTimers();
});

/** A host whose workers are made by `serve`; `workers` collects them. */
function hostOf(
  serve: (scope: Comlink.Endpoint, index: number) => void,
  operations: string[],
  engine: EngineRequest = { preference: 'auto' },
) {
  const workers: FakeWorker[] = [];
  const backends: BackendReport[] = [];
  const host = new PluginHost({
    manifest: tinyManifest(...operations),
    engine,
    createWorker: () => {
      const index = workers.length;
      const worker = new FakeWorker((scope) => serve(scope, index));
      workers.push(worker);
      return worker.asWorker();
    },
    onBackend: (report) => backends.push(report),
  });
  hosts.push(host);
  return { host, workers, backends };
}

/** A host with a well-behaved worker around these operations. */
function hostWith(operations: Record<string, Operation>) {
  const manifest = tinyManifest(...Object.keys(operations));
  return hostOf(
    (scope) => servePlugin({ plugin: { operations }, manifest, models, loaders: {}, order: [] }, scope),
    Object.keys(operations),
  );
}

/** A host whose worker answers calls with `answer` and does nothing else. */
function hostAnswering(answer: (listener: OperationListener) => unknown) {
  return hostOf(
    (scope) =>
      Comlink.expose(
        { init() {}, cancel() {}, run: (_call: unknown, listener: OperationListener) => answer(listener) },
        scope,
      ),
    ['copy'],
  );
}

/** Resolves with the milliseconds that a promise took to reject with AbortError. */
async function abortedAfter(promise: Promise<unknown>, start: number): Promise<number> {
  await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
  return performance.now() - start;
}
// 300 ms of grace; the rest is for a busy machine.
const CANCEL_LIMIT_MS = 600;

describe('PluginHost', () => {
  it('returns what the operation makes, and reports progress and previews, but no backend where none ran', async () => {
    const { host, backends } = hostWith({
      invert: async (inputs, params, context) => {
        const { image } = inputs['image']!;
        expect(params).toEqual({ amount: 7 });
        context.progress(0.5, { en: 'half' });
        context.preview({
          x: 0,
          y: 0,
          width: 1,
          height: 1,
          outputWidth: 2,
          outputHeight: 2,
          data: new Uint8ClampedArray([1, 2, 3, 4]),
        });
        // Progress has a message port of its own, and may be overtaken by the result.
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { image: { ...image, data: image.data.map((value) => 255 - value) } };
      },
    });
    const progress: unknown[] = [];
    const tiles: PreviewTile[] = [];
    const outputs = await host.run(
      'invert',
      picture(),
      { amount: 7 },
      {
        onProgress: (fraction, label) => progress.push([fraction, label]),
        onPreview: (tile) => tiles.push(tile),
      },
    );
    const source = countingImage();
    expect(outputs['image']).toEqual({ ...source, data: source.data.map((value) => 255 - value) });
    expect(progress).toEqual([[0.5, { en: 'half' }]]);
    expect([...tiles[0]!.data]).toEqual([1, 2, 3, 4]);
    expect(backends).toEqual([]);
  });

  it('keeps what a callback of the page returns to itself', async () => {
    const answers: unknown[] = [];
    const { host } = hostAnswering(async (listener) => {
      answers.push(await listener.progress(0.5));
      return { ok: true, outputs: { image: countingImage() } };
    });
    // A function cannot be cloned: sending it back would fail in the worker.
    await host.run('copy', picture(), {}, { onProgress: () => () => {} });
    expect(answers).toEqual([undefined]);
  });

  it("leaves the caller's pixels alone, though the worker writes to its own", async () => {
    const { host } = hostWith({
      smear: async (inputs) => {
        inputs['image']!.image.data.fill(9);
        return { image: inputs['image']!.image };
      },
    });
    const inputs = picture();
    const outputs = await host.run('smear', inputs, {});
    expect(inputs.image.image).toEqual(countingImage());
    expect(outputs['image']!.data.every((value) => value === 9)).toBe(true);
  });

  it('copies only the picture, where its bytes are part of a larger buffer', async () => {
    const { host } = hostWith({
      measure: async (inputs) => {
        expect(inputs['image']!.image.data.buffer.byteLength).toBe(16);
        return { image: inputs['image']!.image };
      },
    });
    const data = new Uint8ClampedArray(1000).subarray(500, 516).fill(4);
    await host.run('measure', { image: { image: { width: 2, height: 2, data } } }, {});
    expect(data.buffer.byteLength).toBe(1000);
  });

  it('runs jobs one after the other, in one worker', async () => {
    const events: string[] = [];
    const { host, workers } = hostWith({
      slow: async (inputs, params) => {
        events.push(`start ${params['amount']}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        events.push(`end ${params['amount']}`);
        return copy(inputs, params, undefined as never);
      },
    });
    await Promise.all([1, 2, 3].map((amount) => host.run('slow', picture(), { amount })));
    expect(events).toEqual(['start 1', 'end 1', 'start 2', 'end 2', 'start 3', 'end 3']);
    expect(workers).toHaveLength(1);
  });

  it('goes on with the queue after a job that fails, in the same worker', async () => {
    const { host, workers } = hostWith({
      copy,
      fail: () => Promise.reject(new KomaError('OUTPUT_TOO_LARGE', 'Too large.', { limit: 1 })),
    });
    const failing = host.run('fail', picture(), {});
    const working = host.run('copy', picture(), {});
    await expect(failing).rejects.toMatchObject({
      code: 'OUTPUT_TOO_LARGE',
      message: 'Too large.',
      details: { limit: 1 },
    });
    expect((await working)['image']).toEqual(countingImage());
    expect(workers).toHaveLength(1);
  });

  it('refuses wrong parameters and unknown operations without starting a worker', async () => {
    const { host, workers } = hostWith({ copy });
    await expect(host.run('copy', picture(), { amount: 99 })).rejects.toMatchObject({
      code: 'PARAMETER_INVALID',
    });
    await expect(host.run('ghost', picture(), {})).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
    await expect(host.run('copy', picture(), {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(workers).toHaveLength(0);
  });

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

  it('delivers no progress that arrives after the result', async () => {
    const { host } = hostAnswering((listener) => {
      setTimeout(() => void listener.progress(0.9), 10);
      return { ok: true, outputs: { image: countingImage() } };
    });
    const seen: number[] = [];
    await host.run('copy', picture(), {}, { onProgress: (fraction) => seen.push(fraction) });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(seen).toEqual([]);
  });

  it('says PLUGIN_CRASHED when the worker dies, and the next job gets a new one', async () => {
    const { host, workers } = hostWith({ copy, deaf: forever });
    for (const event of ['error', 'messageerror']) {
      const job = host.run('deaf', picture(), {});
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (event === 'error') workers.at(-1)!.crash('out of memory');
      else workers.at(-1)!.dispatchEvent(new Event('messageerror'));
      await expect(job).rejects.toMatchObject({
        code: 'PLUGIN_CRASHED',
        message: 'Tiny stopped unexpectedly. Your document is unchanged.',
        details: { reason: event === 'error' ? 'out of memory' : 'unreadable message' },
      });
      expect(workers.at(-1)!.terminated).toBe(true);
    }
    expect((await host.run('copy', picture(), {}))['image']).toEqual(countingImage());
    expect(workers).toHaveLength(3);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 7],
    ['no pictures', { ok: true }],
    ['the wrong picture', { ok: true, outputs: { picture: countingImage() } }],
    ['a picture of another size', { ok: true, outputs: { image: { ...countingImage(), width: 3 } } }],
    ['an error without content', { ok: false }],
    ['what cannot be sent', { ok: true, outputs: { image: countingImage(), call: () => {} } }],
  ])('says PLUGIN_FAILED where the worker answers with %s, and the next job works', async (_what, reply) => {
    let calls = 0;
    const { host } = hostAnswering(() =>
      calls++ === 0 ? reply : { ok: true, outputs: { image: countingImage() } },
    );
    await expect(host.run('copy', picture(), {})).rejects.toMatchObject({
      name: 'KomaError',
      code: 'PLUGIN_FAILED',
    });
    expect((await host.run('copy', picture(), {}))['image']).toEqual(countingImage());
  });

  it('says PLUGIN_FAILED where the worker cannot start, and tries a new one for the next job', async () => {
    const { host, workers } = hostOf(
      (scope, index) => {
        const init = () => {
          if (index === 0) throw new Error('no WebAssembly');
        };
        Comlink.expose(
          { init, cancel() {}, run: () => ({ ok: true, outputs: { image: countingImage() } }) },
          scope,
        );
      },
      ['copy'],
    );
    await expect(host.run('copy', picture(), {})).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      details: { reason: 'no WebAssembly' },
    });
    await host.run('copy', picture(), {});
    expect(workers).toHaveLength(2);
  });

  it('tries once more with one thread in a new worker where memory does not suffice', async () => {
    const requests: EngineRequest[] = [];
    const { host, workers } = hostOf(
      (scope) => {
        let request: EngineRequest;
        const error = { code: 'OUT_OF_MEMORY', message: 'Not enough memory.', details: {} };
        Comlink.expose(
          {
            init: (given: EngineRequest) => void requests.push((request = given)),
            cancel() {},
            run: () =>
              request.threads === 1
                ? { ok: true, outputs: { image: countingImage() } }
                : { ok: false, error },
          },
          scope,
        );
      },
      ['copy'],
    );
    const inputs = picture();
    expect((await host.run('copy', inputs, {}))['image']).toEqual(inputs.image.image);
    expect(requests).toEqual([{ preference: 'auto' }, { preference: 'auto', threads: 1 }]);
    expect(workers.map((worker) => worker.terminated)).toEqual([true, false]);
  });

  it('does not try again where one thread was asked for', async () => {
    const error = { code: 'OUT_OF_MEMORY', message: 'Not enough memory.', details: {} };
    const { host, workers } = hostOf(
      (scope) => Comlink.expose({ init() {}, cancel() {}, run: () => ({ ok: false, error }) }, scope),
      ['copy'],
      { preference: 'wasm', threads: 1 },
    );
    await expect(host.run('copy', picture(), {})).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
    expect(workers).toHaveLength(1);
  });

  it('starts a new worker after another engine is asked for', async () => {
    const requests: EngineRequest[] = [];
    const { host } = hostOf(
      (scope) => {
        const init = (request: EngineRequest) => void requests.push(request);
        Comlink.expose(
          { init, cancel() {}, run: () => ({ ok: true, outputs: { image: countingImage() } }) },
          scope,
        );
      },
      ['copy'],
    );
    await host.run('copy', picture(), {});
    host.setEngine({ preference: 'wasm', threads: 2 });
    await host.run('copy', picture(), {});
    expect(requests).toEqual([{ preference: 'auto' }, { preference: 'wasm', threads: 2 }]);
  });

  it('ends an idle worker after 90 seconds, and not while it works', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let finish: (() => void) | undefined;
    const { host, workers } = hostWith({
      copy,
      wait: async (inputs) => {
        await new Promise<void>((resolve) => (finish = resolve));
        return { image: inputs['image']!.image };
      },
    });
    await host.run('copy', picture(), {});
    vi.advanceTimersByTime(80_000);
    const long = host.run('wait', picture(), {});
    // The job reaches the worker through real message ports.
    while (!finish) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(200_000);
    expect(workers[0]!.terminated).toBe(false);
    (finish as () => void)();
    await long;
    vi.advanceTimersByTime(89_000);
    expect(workers[0]!.terminated).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(workers[0]!.terminated).toBe(true);
    await host.run('copy', picture(), {});
    expect(workers).toHaveLength(2);
  });

  it('rejects running, queued and later jobs with AbortError once disposed, and leaves no worker', async () => {
    const { host, workers } = hostWith({ deaf: forever, copy });
    const jobs = [host.run('deaf', picture(), {}), host.run('copy', picture(), {})];
    const ended = Promise.allSettled(jobs);
    await new Promise((resolve) => setTimeout(resolve, 10));
    host.dispose();
    for (const result of await ended)
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    await expect(host.run('copy', picture(), {})).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers.map((worker) => worker.terminated)).toEqual([true]);
  });

  it('stops a real thread that is busy for ever, and goes on in a new one', async () => {
    const threads: ThreadWorker[] = [];
    const host = new PluginHost({
      manifest: tinyManifest('copy', 'spin'),
      engine: { preference: 'auto' },
      createWorker: () => {
        threads.push(new ThreadWorker(new URL('./test-thread.test-helper.ts', import.meta.url)));
        return threads.at(-1)!.asWorker();
      },
    });
    hosts.push(host);
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
