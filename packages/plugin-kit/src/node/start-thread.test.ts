import { describe, expect, it } from 'vitest';
import { isAbortError, type KomaError } from '@koma/core/errors';
import type { SandboxLimits } from '@koma/core/sandbox';
import { pixel, threadHost, working } from './thread-host.test-helper.ts';

const same = 'return { image: inputs.image.image };';
const run = (host: ReturnType<typeof threadHost>['host']) => host.run('work', pixel(), {});

describe('startThread', () => {
  it('runs an operation in a thread, with what it may use of the platform and nothing else', async () => {
    const { host, logged } = threadHost(
      working(`
        await new Promise((resolve) => setTimeout(resolve, 1));
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
        let message;
        try { fetch('https://example.org/'); } catch (error) { message = error.message; }
        context.log(message);
        context.log(JSON.stringify([typeof process, typeof require, typeof crypto, typeof WebAssembly.compile]));
        context.log(new TextDecoder().decode(new TextEncoder().encode(atob(btoa('koma')))));
        const { image } = inputs.image;
        return { image: { ...image, data: image.data.map((value) => value + 1) } };
      `),
    );
    const { image } = await run(host);
    expect(image).toEqual({ width: 1, height: 1, data: new Uint8ClampedArray([2, 3, 4, 5]) });
    expect(logged).toEqual([
      'A plugin has no network of its own. Ask for the permission "network" and use context.fetch.',
      '["undefined","undefined","undefined","function"]',
      'koma',
    ]);
  });

  it('tells a script that throws, is none, or leaves no plugin', async () => {
    const scripts: [string, string][] = [
      ['throw new Error("no ink")', 'Thread failed (no ink).'],
      ['throw { toString() { throw 1; } }', 'an error that cannot be told'],
      ['function (', 'its script cannot be read'],
      ['import "node:fs"; export default 1;', 'Cannot use import statement outside a module'],
      ['var other = 1', 'its script leaves no plugin'],
    ];
    for (const [script, words] of scripts) {
      const { host, crashes } = threadHost(script);
      await expect(run(host)).rejects.toThrow(words);
      expect(crashes).toHaveLength(1);
    }
  });
});

/** What each script comes to, all at once. */
const outcomes = (scripts: readonly string[], limits: Partial<SandboxLimits>) =>
  Promise.all(
    scripts.map(async (code) => {
      const { host, crashes, threads } = threadHost(code, { limits });
      const failure = await run(host).catch((error: KomaError) => error);
      const words = [failure, ...crashes].map((each) => (each instanceof Error ? each.message : 'an answer'));
      return { crashed: crashes.map(({ code }) => code), words: words.join(' '), thread: threads[0]! };
    }),
  );

describe('A plugin that takes all it can get', () => {
  it('is ended where it loops, waits for ever, or only says so', async () => {
    const scripts = [
      working(same, 'for (;;);'),
      working('for (;;);'),
      working('await new Promise(() => {});'),
      working('setInterval(() => context.log("x"), 5); await new Promise(() => {});'),
    ];
    const ended = await outcomes(scripts, { startMs: 1000, silenceMs: 300 });
    for (const { crashed, thread } of ended) {
      expect(crashed).toEqual(['PLUGIN_STUCK']);
      await thread.ended;
    }
  });

  it('eats memory: crashes alone, and the next call has a new thread', async () => {
    const { host, threads } = threadHost(
      working('const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'),
      { heapMb: 32 },
    );
    await expect(run(host)).rejects.toMatchObject({ code: 'PLUGIN_CRASHED' });
    await threads[0]!.ended;
    const again = run(host).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(threads.length).toBe(2);
    host.dispose();
    expect(await again).toSatisfy(isAbortError);
  });

  it('fills memory with pictures in a loop: crashes alone', async () => {
    const { host, threads } = threadHost(
      working('const all = []; for (let i = 0; ; i++) if (i < 50) all.push(new Uint8Array(2e6).fill(1));'),
      { buffersMb: 32 },
    );
    await expect(run(host)).rejects.toMatchObject({ code: 'PLUGIN_CRASHED' });
    await threads[0]!.ended;
  });

  it('loops after its reply: is ended though nobody waits', async () => {
    const code = working(`setTimeout(() => { for (;;); }, 5); ${same}`);
    const { host, crashes, threads } = threadHost(code, { limits: { idleMs: 200 } });
    await run(host);
    await threads[0]!.ended;
    expect(crashes.map(({ code }) => code)).toEqual(['PLUGIN_STUCK']);
  });

  it('loops in a call that is cancelled: is ended', async () => {
    const stop = new AbortController();
    const { host, threads } = threadHost(
      working('context.progress(0.5); await new Promise((resolve) => setTimeout(resolve, 10)); for (;;);'),
    );
    const job = host.run('work', pixel(), {}, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(job).rejects.toSatisfy(isAbortError);
    await threads[0]!.ended;
  });

  it('is ended as one that misbehaves where it floods the port or says what is none of its business', async () => {
    // The listener is caught as a plugin that means harm would, and the port with it.
    const stolen = `let port; Object.defineProperty(Object.prototype, 'onmessage', {
      set(listener) { port = this; Object.defineProperty(this, 'onmessage', { value: listener, writable: true }); },
    });`;
    const sending = (times: number, message: string): string =>
      working(
        `for (let i = 0; i < ${times}; i++) port.postMessage(${message}); await new Promise(() => {});`,
        stolen,
      );
    const scripts: [string, string][] = [
      [sending(1e5, '{ type: "pong" }'), 'it sends too many messages'],
      [sending(20, '{ type: "result", id: 99 }'), 'an answer that nobody waits for'],
      [sending(20, '{ type: "log", text: "x".repeat(2 ** 21) }'), 'too much text'],
      [sending(20, '[[i]]'), 'message'],
    ];
    const ended = await outcomes(
      scripts.map(([code]) => code),
      { text: 2 ** 20 },
    );
    for (const [index, { crashed, words }] of ended.entries()) {
      expect(crashed).toEqual(['PLUGIN_MISBEHAVED']);
      expect(words).toContain(scripts[index]![1]);
    }
  });

  it('fails in words where its answer is too large, of a wrong size, or memory that it keeps', async () => {
    const bodies: [string, string][] = [
      ['return { image: { ...inputs.image.image, width: 7 } };', 'no valid "image"'],
      [
        'const data = new Uint8ClampedArray(new SharedArrayBuffer(4)); return { image: { width: 1, height: 1, data } };',
        'shared memory',
      ],
      ['throw { toString() { throw 1; } };', 'cannot be told'],
      ['return { image: { width: 1, height: 1, data: new Uint8ClampedArray(2 ** 21) } };', 'too many bytes'],
    ];
    const limits = { messageBytes: 2 ** 20, violations: 0 };
    const ended = await outcomes(
      bodies.map(([body]) => working(body)),
      limits,
    );
    for (const [index, { words }] of ended.entries()) expect(words).toContain(bodies[index]![1]);
  });
});
