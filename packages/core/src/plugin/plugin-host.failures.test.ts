import * as Comlink from 'comlink';
import { describe, expect, it } from 'vitest';
import type { EngineRequest } from '../inference/engine.ts';
import { copy, forever, hostAnswering, hostOf, hostWith, picture } from './plugin-hosts.test-helper.ts';
import { countingImage } from './tiny-plugin.test-helper.ts';

describe('PluginHost, when a worker fails', () => {
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
});
