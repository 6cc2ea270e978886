import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import { imageOutput } from './check-outputs.ts';
import { PluginHost } from './plugin-host.ts';
import {
  closing,
  copy,
  hostAnswering,
  hostWith,
  models,
  picture,
  startFake,
} from './plugin-hosts.test-helper.ts';
import type { HintsInput, ImageInput, Operation, PreviewTile } from './protocol.ts';
import { servePlugin } from './serve-plugin.ts';
import { countingImage, twoInputsManifest } from './tiny-plugin.test-helper.ts';

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
    expect(imageOutput(outputs, 'image').data.every((value) => value === 9)).toBe(true);
  });

  it('takes marks as well as pictures, asks for some outputs only, and brings layers back', async () => {
    const manifest = twoInputsManifest();
    const tint: Operation<{ sketch: ImageInput; hints: HintsInput }> = async (
      { sketch, hints },
      _,
      context,
    ) => ({
      image: sketch.image,
      layers: {
        width: 2,
        height: 2,
        layers: hints.hints.map(({ color, x, y }) => ({
          name: { en: `${color} ${context.wants('image')}` },
          image: countingImage(),
          x,
          y,
          blendMode: 'multiply',
          role: 'none',
        })),
      },
    });
    const options = { plugin: { operations: { tint } }, manifest, models, loaders: {}, order: [] };
    const host = closing(
      new PluginHost({
        manifest,
        engine: { preference: 'auto' },
        start: startFake([], manifest, (scope) => servePlugin(options, scope)),
      }),
    );
    const sketch = { image: countingImage() };
    const hints = { hints: [{ x: 1, y: 0, radius: 2, color: '#ff8800' }] };
    const outputs = await host.run('tint', { sketch, style: sketch, hints }, {}, { outputs: ['layers'] });
    const layer = { name: { en: '#ff8800 false' }, image: countingImage(), x: 1, y: 0 };
    expect(outputs).toMatchObject({ layers: { width: 2, height: 2, layers: [layer] } });
    expect(Object.keys(outputs)).toEqual(['layers']);
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
});
