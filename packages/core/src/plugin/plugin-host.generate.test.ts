import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import type { FakeWorker } from './fake-worker.test-helper.ts';
import type { Generator } from './generator.ts';
import { PluginHost } from './plugin-host.ts';
import { closing, models, startFake } from './plugin-hosts.test-helper.ts';
import { servePlugin } from './serve-plugin.ts';
import type { DrawSvg } from './svg-service.ts';
import { countingImage, doodle, generatorManifest } from './tiny-plugin.test-helper.ts';

const SVG = '<svg/>';
const same: Generator = {
  sample: async ({ seed }) => ({ ...doodle, seed }),
  draw: async ({ size }, { drawSvg }) => drawSvg(SVG, size, size),
  layers: async () => ({ name: 'D', width: 1, height: 1, dpi: 72, nodes: [] }),
  vary: async ({ options }) => options,
  breed: async ({ a }) => a,
  between: async ({ a }) => a,
};

function hostOf(generator: Partial<Generator>, drawSvg?: DrawSvg) {
  const manifest = generatorManifest();
  const workers: FakeWorker[] = [];
  const plugin = { operations: {}, generators: { doodle: { ...same, ...generator } as Generator } };
  const options = { plugin, manifest, models, loaders: {}, order: [], ...(drawSvg && { drawSvg }) };
  const start = startFake(workers, manifest, (scope) => servePlugin(options, scope));
  return {
    host: closing(new PluginHost({ manifest, engine: { preference: 'auto' }, start })),
    workers,
  };
}

describe('PluginHost.generate', () => {
  it('asks a question in the worker, with progress on the way', async () => {
    const { host } = hostOf({
      sample: async ({ seed, wishes }, context) => {
        context.progress(0.5, { en: 'Half' });
        // Progress travels beside the answer.
        await new Promise((resolve) => setTimeout(resolve, 10));
        return { ...doodle, seed, kind: wishes['kind'] as string };
      },
    });
    const told: unknown[] = [];
    const answer = await host.generate(
      'doodle',
      'sample',
      { seed: 3, wishes: { kind: 'line' } },
      { onProgress: (...progress) => told.push(progress) },
    );
    expect(answer).toEqual({ ...doodle, seed: 3, kind: 'line' });
    expect(told).toEqual([[0.5, { en: 'Half' }]]);
  });

  it('tells what is known of an answer before all of it is', async () => {
    const face = (x: number) => ({ x, y: 0, width: 9, height: 9, score: 1 });
    const { host } = hostOf({
      findFaces: async (_, { partial }) => {
        partial([face(1)]);
        await new Promise((resolve) => setTimeout(resolve, 10));
        return [face(1), face(2)];
      },
    });
    const told: unknown[] = [];
    const image = countingImage(2, 2);
    const onPartial = (faces: unknown): void => void told.push(faces);
    expect(await host.generate('doodle', 'findFaces', { image }, { onPartial })).toHaveLength(2);
    expect(told).toEqual([[face(1)]]);
  });

  it('refuses a part of an answer that is none', async () => {
    const { host } = hostOf({
      findFaces: async (_, { partial }) => {
        partial([{ x: Number.NaN } as never]);
        return [];
      },
    });
    const told: unknown[] = [];
    const onPartial = (faces: unknown): void => void told.push(faces);
    const asked = host.generate('doodle', 'findFaces', { image: countingImage(2, 2) }, { onPartial });
    await expect(asked).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
    expect(told).toEqual([]);
  });

  it('draws with the service of the program', async () => {
    const asked: unknown[] = [];
    const { host } = hostOf({}, async (...request) => {
      asked.push(request);
      return countingImage(4, 4);
    });
    expect(await host.generate('doodle', 'draw', { options: doodle, size: 4 })).toEqual(countingImage(4, 4));
    expect(asked).toEqual([[SVG, 4, 4]]);
    const { host: without } = hostOf({});
    await expect(without.generate('doodle', 'draw', { options: doodle, size: 4 })).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
    });
  });

  it('leaves the picture with the caller, unless it is given away', async () => {
    const face = { x: 0, y: 0, width: 1, height: 1, score: 1 };
    const { host } = hostOf({
      findFaces: async ({ image }) => {
        image.data.fill(0);
        return [{ ...face, width: image.width }];
      },
    });
    const image = countingImage(3, 1);
    expect(await host.generate('doodle', 'findFaces', { image })).toEqual([{ ...face, width: 3 }]);
    expect(image).toEqual(countingImage(3, 1));
    await host.generate('doodle', 'findFaces', { image }, { giveAway: true });
    expect(image.data).toHaveLength(0);
  });

  it('leaves files with the caller, and sends only their bytes', async () => {
    const { host } = hostOf({
      readOptions: async ({ bytes }) => ({ ...doodle, seed: bytes.buffer.byteLength }),
    });
    const bytes = new Uint8Array(100).subarray(10, 15);
    expect(await host.generate('doodle', 'readOptions', { bytes })).toMatchObject({ seed: 5 });
    expect(bytes).toHaveLength(5);
  });

  it('brings errors with their codes, and makes one of what breaks', async () => {
    const { host } = hostOf({
      vary: () => Promise.reject(new KomaError('OPTIONS_INVALID', 'No.', { reason: 'no' })),
      between: () => Promise.reject(new TypeError('x is undefined')),
      breed: async () => ({ seed: 1 }),
    });
    const a = doodle;
    const asked = { options: doodle, strength: 1, seed: 1, keep: [] };
    await expect(host.generate('doodle', 'vary', asked)).rejects.toMatchObject({
      code: 'OPTIONS_INVALID',
      details: { reason: 'no' },
    });
    await expect(host.generate('doodle', 'between', { a, b: a, t: 0, lock: [] })).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: 'Doodles failed (x is undefined).',
    });
    await expect(host.generate('doodle', 'breed', { a, b: a, shares: {}, seed: 1 })).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: 'Doodles gave no valid answer to "breed".',
    });
  });

  it('says where a generator or an answer is missing', async () => {
    const { host } = hostOf({});
    await expect(host.generate('ghost', 'sample', { seed: 1, wishes: {} })).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: 'Tiny has no generator "ghost".',
    });
    await expect(host.generate('doodle', 'blurb', { options: doodle, locale: 'en' })).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      details: { reason: 'blurb' },
    });
  });

  it('answers one question after the other, and drops those that are cancelled while they wait', async () => {
    const order: number[] = [];
    const { host, workers } = hostOf({
      sample: async ({ seed }) => {
        order.push(seed);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { ...doodle, seed };
      },
    });
    const controller = new AbortController();
    const ask = (seed: number, signal?: AbortSignal) =>
      host.generate('doodle', 'sample', { seed, wishes: {} }, signal ? { signal } : {});
    const jobs = [ask(1), ask(2, controller.signal), ask(3)];
    controller.abort();
    const ended = await Promise.allSettled(jobs);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual([1, 3]);
    expect(workers).toHaveLength(1);
  });

  it('hears of a cancel between two drawings, in the same worker', async () => {
    let drawn = 0;
    const controller = new AbortController();
    const { host, workers } = hostOf(
      {
        layers: async (_, { drawSvg }) => {
          for (;;) await drawSvg(SVG, 1, 1);
        },
      },
      async () => {
        if (++drawn === 3) controller.abort();
        return countingImage(1, 1);
      },
    );
    const job = host.generate(
      'doodle',
      'layers',
      { options: doodle, size: 1, as: 'kinds' },
      { signal: controller.signal },
    );
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    const until = drawn;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(drawn).toBe(until);
    expect(await host.generate('doodle', 'sample', { seed: 1, wishes: {} })).toMatchObject({ seed: 1 });
    expect(workers).toHaveLength(1);
  });
});
