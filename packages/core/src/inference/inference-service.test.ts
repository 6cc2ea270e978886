import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BackendName, Engine, Session } from './engine.ts';
import { InferenceService } from './inference-service.ts';
import { probeInput, probeSamples } from './model-probe.ts';
import { createModelStore } from './model-store.ts';

const content = new Uint8Array([1, 2, 3]);
const models = createModelStore(
  [
    {
      id: 'identity',
      file: 'identity.onnx',
      bytes: 3,
      sha256: createHash('sha256').update(content).digest('hex'),
      license: 'MIT',
      attribution: 'test',
      probe: { size: 4, values: probeSamples(probeInput(4), 8) },
    },
  ],
  async () => content,
);
const input = { x: { type: 'float32' as const, dims: [1, 3, 1, 1], data: new Float32Array([1, 2, 3]) } };

/** An engine that answers with its input, changed by `answer`. */
function engine(
  name: BackendName,
  answer: (x: Float32Array, call: number) => Float32Array = (x) => x,
): Engine {
  let calls = 0;
  return {
    name,
    threads: 1,
    async createSession(): Promise<Session> {
      return {
        async run({ x }) {
          return { y: { type: 'float32', dims: x!.dims, data: answer(x!.data as Float32Array, calls++) } };
        },
        async release() {},
      };
    },
  };
}

const service = (
  loaders: Partial<Record<BackendName, () => Promise<Engine>>>,
  preference: 'auto' | BackendName = 'auto',
) => new InferenceService({ loaders, order: ['webgpu', 'wasm'], request: { preference }, models });

describe('InferenceService', () => {
  it('uses the GPU where it answers the known tile', async () => {
    const s = service({ webgpu: async () => engine('webgpu'), wasm: async () => engine('wasm') });
    expect((await (await s.session({ model: 'identity' })).run(input))['y']!.data).toEqual(input.x.data);
    expect(s.report).toEqual({ name: 'webgpu', threads: 1 });
  });
  it('moves to WASM and says so where the GPU answers wrongly', async () => {
    const s = service({
      webgpu: async () => engine('webgpu', (x) => new Float32Array(x.length)),
      wasm: async () => engine('wasm'),
    });
    expect((await (await s.session({ model: 'identity' })).run(input))['y']!.data).toEqual(input.x.data);
    expect(s.report).toMatchObject({ name: 'wasm', fallback: { from: 'webgpu' } });
  });
  it('moves to WASM where no adapter is found', async () => {
    const s = service({
      webgpu: () => Promise.reject(new Error('no adapter')),
      wasm: async () => engine('wasm'),
    });
    await s.session({ model: 'identity' });
    expect(s.report).toMatchObject({ name: 'wasm', fallback: { from: 'webgpu', reason: 'no adapter' } });
  });
  it('repeats a tile on WASM when the GPU is lost in the middle', async () => {
    const lost = engine('webgpu', (x, call) => {
      if (call > 0) throw new Error('device was lost');
      return x;
    });
    const s = service({ webgpu: async () => lost, wasm: async () => engine('wasm') });
    const session = await s.session({ model: 'identity' });
    expect((await session.run(input))['y']!.data).toEqual(input.x.data);
    expect(s.report.fallback?.reason).toMatch(/lost/);
  });
  it('refuses to work where even WASM answers wrongly', async () => {
    const s = service({ wasm: async () => engine('wasm', (x) => x.map(() => NaN)) });
    await expect(s.session({ model: 'identity' })).rejects.toMatchObject({ code: 'MODEL_WRONG_ANSWER' });
  });
  it('does not answer for a backend that was asked for and is broken by hiding it', async () => {
    const s = service(
      { webgpu: () => Promise.reject(new Error('no adapter')), wasm: async () => engine('wasm') },
      'webgpu',
    );
    await s.session({ model: 'identity' });
    expect(s.report.fallback).toEqual({ from: 'webgpu', reason: 'no adapter' });
  });
  it('names memory when memory is the cause', async () => {
    const s = service({
      wasm: async () => ({
        name: 'wasm',
        threads: 1,
        createSession: () => Promise.reject(new Error('std::bad_alloc')),
      }),
    });
    await expect(s.session({ model: 'identity' })).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
  });
});
