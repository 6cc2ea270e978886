import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { abortError, KomaError } from '../errors.ts';
import type { BackendReport, Engine } from '../inference/engine.ts';
import { createModelStore } from '../inference/model-store.ts';
import { definePlugin } from './define-plugin.ts';
import type { LocalizedText } from './manifest.ts';
import type { HintsInput, ImageInput, Operation, OperationListener, PreviewTile } from './protocol.ts';
import { OperationRunner } from './run-operation.ts';
import { countingImage, tinyManifest, twoInputsManifest } from './tiny-plugin.test-helper.ts';

const modelFile = new Uint8Array([1, 2, 3]);
const models = createModelStore(
  [
    {
      id: 'net',
      file: 'net.onnx',
      bytes: 3,
      sha256: createHash('sha256').update(modelFile).digest('hex'),
      license: 'MIT',
      attribution: 'test',
    },
  ],
  async () => modelFile,
);
const cpu: Engine = {
  name: 'wasm',
  threads: 3,
  createSession: async () => ({ run: async () => ({}), release: async () => {} }),
};

class Recorder implements OperationListener {
  readonly fractions: number[] = [];
  readonly labels: (LocalizedText | undefined)[] = [];
  readonly tiles: PreviewTile[] = [];
  readonly backends: BackendReport[] = [];
  progress(fraction: number, label?: LocalizedText): void {
    this.fractions.push(fraction);
    this.labels.push(label);
  }
  preview(tile: PreviewTile): void {
    this.tiles.push(tile);
  }
  backend(report: BackendReport): void {
    this.backends.push(report);
  }
}

/** Runs one operation on a 2x2 picture. */
function run(
  operation: Operation,
  options: { signal?: AbortSignal; listener?: Recorder; given?: Record<string, number> } = {},
) {
  const runner = new OperationRunner(
    {
      plugin: definePlugin({ operations: { work: operation } }),
      manifest: tinyManifest('work'),
      models,
      order: ['webgpu', 'wasm'],
      loaders: { webgpu: () => Promise.reject(new Error('no adapter')), wasm: async () => cpu },
    },
    { preference: 'auto' },
  );
  const listener = options.listener ?? new Recorder();
  const signal = options.signal ?? new AbortController().signal;
  return runner.run('work', { image: { image: countingImage() } }, options.given ?? {}, listener, signal);
}

describe('OperationRunner', () => {
  it('gives the operation its picture and complete parameters, and returns its pictures', async () => {
    const outputs = await run(async (inputs, params) => {
      expect(params).toEqual({ amount: 3 });
      return { image: inputs['image']!.image };
    });
    expect(outputs['image']).toEqual(countingImage());
  });

  it('reports progress that never falls and never leaves 0-1, whatever the operation says', async () => {
    const listener = new Recorder();
    await run(
      async (inputs, _params, context) => {
        for (const fraction of [0.1, 0.4, 0.2, NaN, -1, 0.5, 7, 0.9])
          context.progress(fraction, { en: `at ${fraction}` });
        return { image: inputs['image']!.image };
      },
      { listener },
    );
    expect(listener.fractions).toEqual([0.1, 0.4, 0.4, 0.4, 0.4, 0.5, 1, 1]);
    expect(listener.labels[2]).toEqual({ en: 'at 0.2' });
  });

  it('passes previews on', async () => {
    const listener = new Recorder();
    const tile = {
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      outputWidth: 2,
      outputHeight: 2,
      data: new Uint8ClampedArray(4),
    };
    await run(
      async (inputs, _params, context) => {
        context.preview(tile);
        return { image: inputs['image']!.image };
      },
      { listener },
    );
    expect(listener.tiles).toEqual([tile]);
  });

  it('says which backend really ran, as soon as it is known and once more at the end', async () => {
    const listener = new Recorder();
    const wasm = { name: 'wasm', threads: 3, fallback: { from: 'webgpu', reason: 'no adapter' } };
    await run(
      async (inputs, _params, context) => {
        expect(context.inference.backend.name).toBe('webgpu');
        await context.inference.session({ model: 'net' });
        expect(context.inference.backend).toEqual(wasm);
        expect(listener.backends).toEqual([wasm]);
        return { image: inputs['image']!.image };
      },
      { listener },
    );
    expect(listener.backends).toEqual([wasm, wasm]);
  });

  it('gives the bytes of its models and the same random numbers every time', async () => {
    await run(async (inputs, _params, context) => {
      expect(await context.models.bytes('net')).toEqual(modelFile);
      expect(context.random(5)()).toBe(context.random(5)());
      return { image: inputs['image']!.image };
    });
  });

  it('does not start once aborted', async () => {
    let started = false;
    const promise = run(
      async (inputs) => {
        started = true;
        return { image: inputs['image']!.image };
      },
      { signal: AbortSignal.abort() },
    );
    await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
    expect(started).toBe(false);
  });

  it('rejects with AbortError where the operation ends normally, throws its own, or breaks after the abort', async () => {
    const endings: Operation[] = [
      async (inputs) => ({ image: inputs['image']!.image }),
      () => Promise.reject(abortError()),
      () => Promise.reject(new Error('session was released')),
    ];
    for (const ending of endings) {
      const controller = new AbortController();
      const promise = run(
        (inputs, params, context) => {
          controller.abort();
          expect(context.signal.aborted).toBe(true);
          return ending(inputs, params, context);
        },
        { signal: controller.signal },
      );
      await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
    }
  });

  it('passes a KomaError on, and makes one of anything else that an operation throws', async () => {
    const known = new KomaError('OUTPUT_TOO_LARGE', 'Too large.');
    await expect(run(() => Promise.reject(known))).rejects.toBe(known);
    const failure = expect.objectContaining({
      code: 'PLUGIN_FAILED',
      message: 'Do work failed (x is undefined).',
      details: { reason: 'x is undefined' },
    });
    await expect(run(() => Promise.reject(new TypeError('x is undefined')))).rejects.toEqual(failure);
    // Also one that is no async function.
    await expect(
      run(() => {
        throw new TypeError('x is undefined');
      }),
    ).rejects.toEqual(failure);
  });

  it('refuses to run without its picture, with wrong parameters, and what it does not know', async () => {
    const runner = new OperationRunner(
      { plugin: { operations: {} }, manifest: tinyManifest('work'), models, order: [], loaders: {} },
      { preference: 'auto' },
    );
    const signal = new AbortController().signal;
    const listener = new Recorder();
    await expect(runner.run('ghost', {}, {}, listener, signal)).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: 'Tiny has no operation "ghost".',
    });
    await expect(runner.run('work', {}, {}, listener, signal)).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: 'The plugin does not contain "work".',
    });
    const lonely = new OperationRunner(
      {
        plugin: { operations: { work: async () => ({}) } },
        manifest: tinyManifest('work'),
        models,
        order: [],
        loaders: {},
      },
      { preference: 'auto' },
    );
    await expect(lonely.run('work', {}, {}, listener, signal)).rejects.toMatchObject({
      code: 'INPUT_MISSING',
      details: { input: 'image' },
    });
    await expect(run(async () => ({}), { given: { amount: 11 } })).rejects.toMatchObject({
      code: 'PARAMETER_INVALID',
    });
  });

  describe('with several inputs and outputs', () => {
    const tint: Operation<{ sketch: ImageInput; style: ImageInput; hints?: HintsInput }> = async (
      { sketch, style, hints },
      _params,
      context,
    ) => ({
      image: hints ? style.image : sketch.image,
      layers: context.wants('layers')
        ? {
            width: 2,
            height: 2,
            layers: [
              {
                name: { en: 'One' },
                image: countingImage(),
                x: 0,
                y: 0,
                blendMode: 'multiply',
                role: 'none',
              },
            ],
          }
        : (undefined as never),
    });
    const runner = new OperationRunner(
      {
        plugin: definePlugin({ operations: { tint } }),
        manifest: twoInputsManifest(),
        models,
        order: [],
        loaders: {},
      },
      { preference: 'auto' },
    );
    const sketch = { image: countingImage() };
    const style = { image: countingImage(1, 3) };
    const { signal } = new AbortController();

    it('hands over what there is, checked, and makes the outputs that are asked for', async () => {
      const listener = new Recorder();
      const all = await runner.run('tint', { sketch, style }, {}, listener, signal);
      expect(all).toMatchObject({ image: countingImage(), layers: { layers: [{ blendMode: 'multiply' }] } });
      const hints = { hints: [{ x: 1, y: 1, radius: 2, color: '#ff0000' }] };
      const one = await runner.run('tint', { sketch, style, hints }, {}, listener, signal, ['image']);
      expect(one).toEqual({ image: countingImage(1, 3) });
    });

    it('says what is missing, and refuses hints that are none', async () => {
      const listener = new Recorder();
      await expect(runner.run('tint', { sketch }, {}, listener, signal)).rejects.toMatchObject({
        code: 'INPUT_MISSING',
        message: 'Tint needs something more: Style.',
        details: { input: 'style' },
      });
      const hints = { hints: [{ x: 1, y: 1, radius: 2, color: 'red' }] };
      await expect(runner.run('tint', { sketch, style, hints }, {}, listener, signal)).rejects.toMatchObject({
        code: 'PARAMETER_INVALID',
        details: { param: 'hints' },
      });
    });
  });
});
