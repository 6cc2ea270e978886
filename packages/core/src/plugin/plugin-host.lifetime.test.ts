import * as Comlink from 'comlink';
import { describe, expect, it, vi } from 'vitest';
import type { EngineRequest } from '../inference/engine.ts';
import { copy, forever, hostOf, hostWith, picture } from './plugin-hosts.test-helper.ts';
import { countingImage } from './tiny-plugin.test-helper.ts';

describe('The workers of a PluginHost', () => {
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

  it('starts the worker ahead of a job that is about to come, which then ends when idle as others do', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { host, workers } = hostWith({ copy });
    host.start();
    host.start();
    expect(workers).toHaveLength(1);
    await host.run('copy', picture(), {});
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(91_000);
    expect(workers[0]!.terminated).toBe(true);
    host.start();
    expect(workers).toHaveLength(2);
    vi.advanceTimersByTime(91_000);
    expect(workers[1]!.terminated).toBe(true);
    host.dispose();
    host.start();
    expect(workers).toHaveLength(2);
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
});
