import { describe, expect, it } from 'vitest';
import { isAbortError } from '../errors.ts';
import type { Operation } from '../plugin/index.ts';
import { countingImage, tinyManifest } from '../plugin/tiny-plugin.test-helper.ts';
import { hostOf, tinyServices } from './sandboxed-host.test-helper.ts';

const picture = () => ({ image: { image: countingImage() } });
const copy: Operation = async (inputs) => ({ image: inputs['image']!.image });
const withOperation = (work: Operation, given = {}) =>
  hostOf({ operations: { work } }, { manifest: tinyManifest('work'), ...given });

describe('startSandboxed', () => {
  it('runs an operation over a port, with progress, previews and notes', async () => {
    const { services, logged } = tinyServices();
    const told: unknown[] = [];
    const { host } = withOperation(
      async (inputs, params, context) => {
        context.progress(0.25, { en: 'Quarter' });
        context.progress(0.1);
        const data = new Uint8ClampedArray(4).fill(9);
        context.preview({ x: 1, y: 1, width: 1, height: 1, outputWidth: 2, outputHeight: 2, data });
        context.log(`amount ${params['amount']}, ${context.wants('image')}, ${context.random(1)()}`);
        return copy(inputs as never, params, context);
      },
      { services },
    );
    const inputs = picture();
    const outputs = await host.run(
      'work',
      inputs,
      { amount: 7 },
      {
        onProgress: (fraction, label) => told.push([fraction, label?.en]),
        onPreview: ({ x, data }) => told.push([x, data[0]]),
      },
    );
    expect(outputs).toEqual({ image: countingImage() });
    expect(inputs.image.image.data).toHaveLength(16);
    expect(told).toEqual([
      [0.25, 'Quarter'],
      [0.25, undefined],
      [1, 9],
    ]);
    expect(logged[0]).toMatch(/^amount 7, true, 0\.\d+$/);
  });

  it('asks host services and gives their answers and errors', async () => {
    const { services, stored, released } = tinyServices();
    const told: unknown[] = [];
    const { host, violations } = withOperation(
      async (inputs, params, context) => {
        const session = await context.inference.session({ model: 'double' });
        const x = { type: 'float32', dims: [2], data: new Float32Array([1, 2]) } as const;
        told.push((await session.run({ x }))['y']!.data, x.data);
        await session.release();
        told.push(await context.inference.session({ model: 'other' }).catch((error) => error.code));
        told.push(await context.models.bytes('double'), await context.files.bytes('notes.txt'));
        await context.storage.set('a', new Uint8Array([5]));
        told.push(
          await context.storage.get('a'),
          await context.storage.get('b'),
          await context.storage.keys(),
        );
        const reply = await context.fetch('https://example.org/', {
          method: 'POST',
          body: new Uint8Array([1]),
        });
        told.push(
          reply.headers['x-method'],
          new TextDecoder().decode(reply.body),
          context.inference.backend.name,
        );
        return copy(inputs as never, params, context);
      },
      { services },
    );
    await host.run('work', picture(), {});
    expect(told).toEqual([
      new Float32Array([2, 4]),
      new Float32Array([1, 2]),
      'MODEL_UNAVAILABLE',
      new Uint8Array([1, 2, 3]),
      new TextEncoder().encode('notes'),
      new Uint8Array([5]),
      undefined,
      ['a'],
      'POST',
      'https://example.org/',
      'wasm',
    ]);
    expect([stored.size, released, violations]).toEqual([1, [41], []]);
  });

  it('refuses in words what was not granted', async () => {
    const codes: unknown[] = [];
    const work: Operation = async (inputs, params, context) => {
      for (const ask of [
        () => context.storage.keys(),
        () => context.fetch('https://example.org/'),
        () => context.inference.session({ model: 'double' }),
      ])
        codes.push(await ask().catch((error) => error.code));
      return copy(inputs as never, params, context);
    };
    const { host, violations } = withOperation(work, { granted: ['layer:read', 'layer:write'] });
    await host.run('work', picture(), {});
    expect(codes).toEqual(['PERMISSION_DENIED', 'PERMISSION_DENIED', 'PERMISSION_DENIED']);
    expect(violations).toEqual([]);
    const modest = withOperation(work, { asks: ['layer:read', 'layer:write'] });
    await modest.host.run('work', picture(), {});
    expect(codes.splice(3)).toEqual(['PERMISSION_DENIED', 'PERMISSION_DENIED', 'PERMISSION_DENIED']);
    const blind = withOperation(work, { granted: ['layer:write'] });
    await expect(blind.host.run('work', picture(), {})).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
      details: { permission: 'layer:read' },
    });
    expect(codes).toHaveLength(3);
  });

  it('stops an operation that listens, and goes on with the next', async () => {
    const stop = new AbortController();
    const { host, closed } = withOperation(async (inputs, params, context) => {
      if (params['amount'] === 1) return copy(inputs as never, params, context);
      context.progress(0.5);
      await new Promise((resolve) => context.signal.addEventListener('abort', resolve));
      throw new Error('of no interest');
    });
    const run = host.run('work', picture(), {}, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(run).rejects.toSatisfy(isAbortError);
    expect(await host.run('work', picture(), { amount: 1 })).toEqual({ image: countingImage() });
    expect(closed).not.toHaveBeenCalled();
    host.dispose();
    expect(closed).toHaveBeenCalledOnce();
  });

  it('tells a plugin that cannot be started', async () => {
    const { host, crashes, closed } = hostOf(null as never, { manifest: tinyManifest('work') });
    await expect(host.run('work', picture(), {})).rejects.toThrow('Tiny failed (its script leaves no plugin');
    expect([crashes.map(({ code }) => code), closed.mock.calls.length]).toEqual([['PLUGIN_FAILED'], 1]);
  });

  it('tells errors of a plugin in its words, and wrong answers in ours', async () => {
    const answers: Operation[] = [
      async () => {
        throw new Error('no ink left');
      },
      async () => {
        throw {
          toString: () => {
            throw new Error('again');
          },
        }; // oxlint-disable-line no-throw-literal
      },
      async () => ({ image: { ...countingImage(), width: 3 } }),
      async () => undefined as never,
      async () => ({ image: (() => {}) as never }),
    ];
    const words = [
      'no ink left',
      'cannot be told',
      'no valid "image"',
      'no valid "image"',
      'could not be cloned',
    ];
    for (const [index, answer] of answers.entries()) {
      const { host, crashes } = withOperation(answer);
      await expect(host.run('work', picture(), {})).rejects.toThrow(words[index]);
      expect(crashes).toEqual([]);
    }
  });
});
