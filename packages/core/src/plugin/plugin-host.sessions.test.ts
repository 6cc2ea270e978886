import * as Comlink from 'comlink';
import { describe, expect, it, vi } from 'vitest';
import type { SessionListener, SessionUpdate } from './interactive.ts';
import type { FakeWorker } from './fake-worker.test-helper.ts';
import { PluginHost } from './plugin-host.ts';
import { closing, models, picture, startFake } from './plugin-hosts.test-helper.ts';
import { servePlugin } from './serve-plugin.ts';
import { countingImage } from './tiny-plugin.test-helper.ts';
import { cuttingPlugin, interactiveManifest, strokesTo, type CutLog } from './tiny-session.test-helper.ts';

const manifest = interactiveManifest();

function hostServing(serve: (scope: Comlink.Endpoint) => void) {
  const workers: FakeWorker[] = [];
  const host = closing(
    new PluginHost({
      manifest,
      engine: { preference: 'auto' },
      start: startFake(workers, manifest, serve),
    }),
  );
  const updates: SessionUpdate[] = [];
  const lost: Error[] = [];
  const options = {
    onUpdate: (update: SessionUpdate) => updates.push(update),
    onLost: (error: Error) => lost.push(error),
  };
  return { host, workers, updates, lost, options };
}

function cuttingHost() {
  const log: CutLog = { updates: [], closed: 0 };
  const plugin = cuttingPlugin(log);
  return {
    log,
    ...hostServing((scope) => servePlugin({ plugin, manifest, models, loaders: {}, order: [] }, scope)),
  };
}

const subject = (update: SessionUpdate | undefined) =>
  update?.patch?.labels.reduce((sum, label) => sum + label, 0);
const soon = (ms = 10) => new Promise((resolve) => setTimeout(resolve, ms));

describe('A session of PluginHost', () => {
  it('is told answers before the call that asked for them ends, and gives outputs as often as asked', async () => {
    const { host, updates, options } = cuttingHost();
    const inputs = picture();
    const session = await host.openSession('cut', inputs, {}, options);
    expect(inputs.image.image).toEqual(countingImage());
    for (const count of [1, 2]) {
      expect(await session.update(strokesTo(count), {})).toBe(true);
      expect(updates.map(subject)).toEqual([1, 2].slice(0, count));
    }
    for (const count of [1, 2]) {
      const { mask } = await session.commit(strokesTo(count), {}, { outputs: ['mask'] });
      expect((mask as { data: Uint8Array }).data.filter(Boolean)).toHaveLength(count);
    }
    expect(session.isOpen).toBe(true);
  });

  it('takes pictures that are given away without copying them', async () => {
    const { host, updates, options } = cuttingHost();
    const inputs = picture();
    const session = await host.openSession('cut', inputs, {}, { ...options, giveAway: true });
    expect(inputs.image.image.data.byteLength).toBe(0);
    expect(await session.update(strokesTo(2), {})).toBe(true);
    expect(updates.map(subject)).toEqual([2]);
  });

  it('keeps only the newest of the strokes that wait', async () => {
    const { host, updates, options, log } = cuttingHost();
    const session = await host.openSession('cut', picture(), {}, options);
    const answered = await Promise.all([1, 2, 3, 4].map((count) => session.update(strokesTo(count), {})));
    // The first had to be on its way already for the others to wait for it; here all four wait for their turn.
    expect(answered).toEqual([false, false, false, true]);
    expect(log.updates).toEqual([4]);
    const first = session.update(strokesTo(1), {});
    while (log.updates.length < 2) await soon(1);
    const rest = [2, 1, 2].map((count) => session.update(strokesTo(count), {}));
    expect(await Promise.all([first, ...rest])).toEqual([true, false, false, true]);
    expect(log.updates).toEqual([4, 1, 2]);
    expect(updates).toHaveLength(3);
  });

  it('is told what the session finds by itself, until it is closed', async () => {
    const { host, updates, options, log } = cuttingHost();
    const session = await host.openSession('cut', picture(), {}, options);
    log.context!.push({ names: ['fg'], sharpness: 'refined' });
    await soon();
    expect(updates).toEqual([{ names: ['fg'], sharpness: 'refined' }]);
    log.context!.push({ names: ['fg'], sharpness: 'full' });
    session.close();
    await soon();
    expect(updates).toHaveLength(1);
    expect(log.closed).toBe(1);
    expect(session.isOpen).toBe(false);
    await expect(session.update(strokesTo(1), {})).rejects.toMatchObject({ name: 'AbortError' });
    await expect(session.commit(strokesTo(1), {})).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('shares the worker with other jobs, which wait for their turn', async () => {
    const { host, options, workers } = cuttingHost();
    const [session, other] = await Promise.all([
      host.openSession('cut', picture(), {}, options),
      host.openSession('cut', picture(), {}, options),
    ]);
    session.close();
    expect((await host.run('copy', picture(), {}))['image']).toEqual(countingImage());
    expect(await other.update(strokesTo(1), {})).toBe(true);
    expect(workers).toHaveLength(1);
  });

  it('refuses wrong parameters, strokes and pictures, and goes on', async () => {
    const { host, options } = cuttingHost();
    await expect(host.openSession('cut', {}, {}, options)).rejects.toMatchObject({ code: 'INPUT_MISSING' });
    await expect(host.openSession('copy', picture(), {}, options)).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
    });
    const session = await host.openSession('cut', picture(), {}, options);
    const bad = { strokes: [{ label: 'fg', radius: 0, points: [[0, 0] as const] }] };
    const wrong = [
      () => session.update(bad, {}),
      () => session.commit(bad, {}),
      () => session.update(strokesTo(1), { amount: 99 }),
    ];
    for (const ask of wrong) await expect(ask()).rejects.toMatchObject({ code: 'PARAMETER_INVALID' });
    await expect(session.update(strokesTo(2, 'fail'), {})).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
    expect(await session.update(strokesTo(1), {})).toBe(true);
  });
});

describe('A session of PluginHost that is cancelled', () => {
  it('ends the call that is under way when it is closed, and leaves the worker alone', async () => {
    const { host, options, workers, log, lost } = cuttingHost();
    const session = await host.openSession('cut', picture(), {}, options);
    const running = session.update(strokesTo(1, 'wait'), {});
    while (log.updates.length < 1) await soon(1);
    const waiting = session.update(strokesTo(2), {});
    session.close();
    expect(await Promise.all([running, waiting])).toEqual([false, false]);
    expect((await host.run('copy', picture(), {}))['image']).toEqual(countingImage());
    expect(workers).toHaveLength(1);
    expect(lost).toEqual([]);
  });

  it('is lost with its worker where a call does not stop, and can be opened again', async () => {
    const { host, options, workers, lost, log } = cuttingHost();
    const deaf = await host.openSession('cut', picture(), {}, { onUpdate: () => {} });
    const bystander = await host.openSession('cut', picture(), {}, options);
    const running = deaf.update(strokesTo(1, 'deaf'), {});
    while (log.updates.length < 1) await soon(1);
    deaf.close();
    expect(await running).toBe(false);
    expect(workers[0]!.terminated).toBe(true);
    expect(lost).toMatchObject([{ name: 'AbortError' }]);
    expect(bystander.isOpen).toBe(false);
    await expect(bystander.update(strokesTo(1), {})).rejects.toMatchObject({ name: 'AbortError' });
    bystander.close();
    const again = await host.openSession('cut', picture(), {}, options);
    expect(await again.update(strokesTo(1), {})).toBe(true);
    expect(workers).toHaveLength(2);
  });

  it('never opens one that is cancelled while the worker starts', async () => {
    const opened: unknown[] = [];
    const { host, options } = hostServing((scope) =>
      Comlink.expose({ init: () => soon(30), cancel() {}, openSession: () => opened.push(1) }, scope),
    );
    const stop = new AbortController();
    const opening = host.openSession('cut', picture(), {}, { ...options, signal: stop.signal });
    await soon(5);
    stop.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    await soon(40);
    expect(opened).toEqual([]);
  });

  it('closes one that the worker had opened when the cancel came', async () => {
    const closed: number[] = [];
    const stop = new AbortController();
    const { host, options } = hostServing((scope) =>
      Comlink.expose(
        {
          init() {},
          cancel() {},
          openSession: () => {
            stop.abort();
            return { ok: true, session: 7 };
          },
          closeSession: (session: number) => void closed.push(session),
        },
        scope,
      ),
    );
    const opening = host.openSession('cut', picture(), {}, { ...options, signal: stop.signal });
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    await soon();
    expect(closed).toEqual([7]);
  });
});

describe('A session of PluginHost whose worker fails', () => {
  it('is lost, once, also while nobody asks anything', async () => {
    const { host, options, workers, lost } = cuttingHost();
    const session = await host.openSession('cut', picture(), {}, options);
    workers[0]!.crash('out of memory');
    workers[0]!.crash('again');
    expect(lost).toMatchObject([{ code: 'PLUGIN_CRASHED', details: { reason: 'out of memory' } }]);
    expect(session.isOpen).toBe(false);
    await expect(session.commit(strokesTo(1), {})).rejects.toMatchObject({ code: 'PLUGIN_CRASHED' });
    session.close();
    expect((await host.run('copy', picture(), {}))['image']).toEqual(countingImage());
    expect(workers).toHaveLength(2);
  });

  it('says so to the calls that are under way and that wait', async () => {
    const { host, options, workers, log } = cuttingHost();
    const session = await host.openSession('cut', picture(), {}, options);
    const running = session.update(strokesTo(1, 'wait'), {});
    while (log.updates.length < 1) await soon(1);
    const waiting = session.update(strokesTo(1), {});
    const ends = Promise.allSettled([running, waiting]);
    workers[0]!.crash('boom');
    for (const end of await ends)
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'PLUGIN_CRASHED' } });
  });

  it('is lost where it sends labels that do not fit the picture', async () => {
    const patch = { x: 1, y: 0, width: 2, height: 1, labels: Uint8Array.of(1, 1) };
    let told: SessionListener | undefined;
    const { host, options, updates, lost, workers } = hostServing((scope) =>
      Comlink.expose(
        {
          init() {},
          cancel() {},
          openSession: (_call: unknown, listener: SessionListener) => {
            told = listener;
            return { ok: true, session: 1 };
          },
        },
        scope,
      ),
    );
    await host.openSession('cut', picture(), {}, options);
    void told!.update({ names: ['fg'], sharpness: 'full', patch });
    await soon();
    expect(lost).toMatchObject([{ code: 'PLUGIN_FAILED' }]);
    expect(updates).toEqual([]);
    expect(workers[0]!.terminated).toBe(true);
  });

  it('rejects with AbortError once the host is disposed of', async () => {
    const { host, options, lost } = cuttingHost();
    const session = await host.openSession('cut', picture(), {}, options);
    host.dispose();
    expect(lost).toMatchObject([{ name: 'AbortError' }]);
    await expect(session.update(strokesTo(1), {})).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('a worker does not end of idleness while a session is open', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { host, options, workers } = cuttingHost();
  const session = await host.openSession('cut', picture(), {}, options);
  await session.update(strokesTo(1), {});
  vi.advanceTimersByTime(200_000);
  expect(workers[0]!.terminated).toBe(false);
  session.close();
  vi.advanceTimersByTime(89_000);
  expect(workers[0]!.terminated).toBe(false);
  vi.advanceTimersByTime(2_000);
  expect(workers[0]!.terminated).toBe(true);
});
