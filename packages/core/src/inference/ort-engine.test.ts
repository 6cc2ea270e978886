import { describe, expect, it, vi } from 'vitest';
import { createOrtEngine, type OrtModule } from './ort-engine.ts';

interface FakeTensor {
  readonly type: string;
  readonly data: unknown;
  readonly dims: readonly number[];
  readonly location: string;
  getData(release?: boolean): Promise<unknown>;
}

const onCpu = (type: string, data: unknown, dims: readonly number[]): FakeTensor => ({
  type,
  data,
  dims,
  location: 'cpu',
  getData: () => Promise.reject(new Error('already here')),
});

/** As much of ONNX Runtime as the engine touches; its graph answers with `outputs`. */
function fakeOrt(outputs: Record<string, FakeTensor>) {
  const run = vi.fn(async (_feeds: Record<string, FakeTensor>) => outputs);
  const release = vi.fn(async () => {});
  const create = vi.fn(async (_bytes: Uint8Array, _options: Record<string, unknown>) => ({ run, release }));
  class Tensor {
    readonly type: string;
    readonly data: unknown;
    readonly dims: readonly number[];
    constructor(type: string, data: unknown, dims: readonly number[]) {
      this.type = type;
      this.data = data;
      this.dims = dims;
    }
  }
  const module = { InferenceSession: { create }, Tensor } as unknown as OrtModule;
  return { module, create, run, release };
}

const options = { name: 'wasm', threads: 4, executionProviders: ['wasm'] } as const;

describe('createOrtEngine', () => {
  it('says which backend it is and on how many threads', () => {
    expect(createOrtEngine(fakeOrt({}).module, options)).toMatchObject({ name: 'wasm', threads: 4 });
  });

  it('passes the model and the execution providers on', async () => {
    const ort = fakeOrt({});
    const bytes = Uint8Array.of(1, 2, 3);
    await createOrtEngine(ort.module, options).createSession(bytes);
    expect(ort.create.mock.lastCall![0]).toBe(bytes);
    expect(ort.create.mock.lastCall![1]).toMatchObject({ executionProviders: ['wasm'] });
  });

  it('sets threads for each session of the native build only', async () => {
    const ort = fakeOrt({});
    await createOrtEngine(ort.module, options).createSession(new Uint8Array());
    expect(ort.create.mock.lastCall![1]).not.toHaveProperty('intraOpNumThreads');
    const native = { name: 'native', threads: 3, executionProviders: ['cpu'] } as const;
    await createOrtEngine(ort.module, native).createSession(new Uint8Array());
    expect(ort.create.mock.lastCall![1]).toMatchObject({ intraOpNumThreads: 3, interOpNumThreads: 1 });
  });

  it('feeds float32 and int64 tensors and gives the answers back by name', async () => {
    const answer = Float32Array.of(0.5, 1.5);
    const ort = fakeOrt({ y: onCpu('float32', answer, [1, 2]) });
    const session = await createOrtEngine(ort.module, options).createSession(new Uint8Array());
    const [x, n] = [Float32Array.of(7), BigInt64Array.of(9n)];
    const outputs = await session.run({
      x: { type: 'float32', dims: [1, 1], data: x },
      n: { type: 'int64', dims: [1], data: n },
    });
    expect(outputs).toEqual({ y: { type: 'float32', dims: [1, 2], data: answer } });
    const feeds = ort.run.mock.lastCall![0];
    expect(feeds['x']).toMatchObject({ type: 'float32', dims: [1, 1], data: x });
    expect(feeds['n']).toMatchObject({ type: 'int64', dims: [1], data: n });
  });

  it('fetches an answer that lies on the GPU, and frees it there', async () => {
    const getData = vi.fn(async (_release?: boolean) => Float32Array.of(3));
    const onGpu: FakeTensor = {
      type: 'float32',
      dims: [1],
      location: 'gpu-buffer',
      getData,
      get data(): never {
        throw new Error('The data is not on CPU');
      },
    };
    const session = await createOrtEngine(fakeOrt({ y: onGpu }).module, options).createSession(
      new Uint8Array(),
    );
    expect((await session.run({}))['y']!.data).toEqual(Float32Array.of(3));
    expect(getData).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('refuses answers that are not float32, by name', async () => {
    const ort = fakeOrt({ mask: onCpu('bool', Uint8Array.of(1), [1]) });
    const session = await createOrtEngine(ort.module, options).createSession(new Uint8Array());
    await expect(session.run({})).rejects.toThrow('output mask is bool, expected float32');
  });

  it('passes on what ONNX Runtime throws, as it is', async () => {
    const ort = fakeOrt({});
    const failure = new Error('out of memory');
    ort.run.mockRejectedValueOnce(failure);
    const session = await createOrtEngine(ort.module, options).createSession(new Uint8Array());
    await expect(session.run({})).rejects.toBe(failure);
  });

  it('releases the session of ONNX Runtime', async () => {
    const ort = fakeOrt({});
    const session = await createOrtEngine(ort.module, options).createSession(new Uint8Array());
    await session.release();
    expect(ort.release).toHaveBeenCalledOnce();
  });
});
