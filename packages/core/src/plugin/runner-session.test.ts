import { describe, expect, it } from 'vitest';
import type { SessionListener, SessionUpdate } from './interactive.ts';
import { models, picture } from './plugin-hosts.test-helper.ts';
import { OperationRunner } from './run-operation.ts';
import { cuttingPlugin, interactiveManifest, strokesTo, type CutLog } from './tiny-session.test-helper.ts';

const signal = new AbortController().signal;

function runnerWith(plugin?: ReturnType<typeof cuttingPlugin>) {
  const log: CutLog = { updates: [], closed: 0 };
  const pushed: SessionUpdate[] = [];
  const listener: SessionListener = {
    progress: () => {},
    update: (update) => pushed.push(update),
    backend: () => {},
  };
  const runner = new OperationRunner(
    { plugin: plugin ?? cuttingPlugin(log), manifest: interactiveManifest(), models, loaders: {}, order: [] },
    { preference: 'auto' },
  );
  return { runner, log, pushed, listener };
}

describe('A session of OperationRunner', () => {
  it('answers strokes and gives the outputs as often as asked', async () => {
    const { runner, listener } = runnerWith();
    const session = await runner.openSession('cut', picture(), {}, listener, signal);
    const update = await session.update(strokesTo(1), {}, signal);
    expect(update.patch?.labels).toEqual(Uint8Array.of(1, 0));
    for (const count of [1, 2]) {
      const { mask } = await session.commit(strokesTo(count), {}, signal);
      expect(mask).toMatchObject({ width: 2, height: 2 });
      expect([...(mask as { data: Uint8Array }).data].filter(Boolean)).toHaveLength(count);
    }
  });

  it('checks strokes and parameters of every call, and the picture when it is opened', async () => {
    const { runner, listener, log } = runnerWith();
    await expect(runner.openSession('cut', {}, {}, listener, signal)).rejects.toMatchObject({
      code: 'INPUT_MISSING',
    });
    const session = await runner.openSession('cut', picture(), {}, listener, signal);
    const bad = { strokes: [{ label: 'fg', radius: -1, points: [] }] };
    await expect(session.update(bad, {}, signal)).rejects.toMatchObject({ code: 'PARAMETER_INVALID' });
    await expect(session.commit(strokesTo(1), { amount: 99 }, signal)).rejects.toMatchObject({
      code: 'PARAMETER_INVALID',
    });
    expect(log.updates).toEqual([]);
  });

  it('refuses operations without an interactive form, and plugins without what their manifest says', async () => {
    const { runner, listener } = runnerWith();
    await expect(runner.openSession('copy', picture(), {}, listener, signal)).rejects.toThrow(
      'not interactive',
    );
    const empty = runnerWith({ operations: {} });
    await expect(empty.runner.openSession('cut', picture(), {}, listener, signal)).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      details: { reason: 'cut' },
    });
  });

  it('makes one kind of error of what breaks in it, and goes on', async () => {
    const { runner, listener } = runnerWith();
    const session = await runner.openSession('cut', picture(), {}, listener, signal);
    await expect(session.update(strokesTo(1, 'fail'), {}, signal)).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      details: { reason: 'no such thing' },
    });
    expect((await session.update(strokesTo(2), {}, signal)).patch?.labels).toEqual(Uint8Array.of(1, 1));
  });

  it('stops a call by its signal or by closing, and pushes nothing once closed', async () => {
    const { runner, listener, log, pushed } = runnerWith();
    const session = await runner.openSession('cut', picture(), {}, listener, signal);
    const stop = new AbortController();
    const stopped = session.update(strokesTo(1, 'wait'), {}, stop.signal);
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    log.context!.push({ names: ['fg'], sharpness: 'refined' });
    const closed = session.update(strokesTo(1, 'wait'), {}, signal);
    session.close();
    session.close();
    await expect(closed).rejects.toMatchObject({ name: 'AbortError' });
    expect(log.context!.signal.aborted).toBe(true);
    log.context!.push({ names: ['fg'], sharpness: 'refined' });
    expect(pushed).toHaveLength(1);
    expect(log.closed).toBe(1);
    await expect(session.commit(strokesTo(1), {}, signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('lets go of a session whose opening was cancelled meanwhile', async () => {
    const log: CutLog = { updates: [], closed: 0 };
    const plugin = cuttingPlugin(log);
    const stop = new AbortController();
    const open = plugin.interactive!['cut']!.open;
    const cut = {
      open: async (...given: Parameters<typeof open>) => {
        const session = await open(...given);
        stop.abort();
        return session;
      },
    };
    const { runner, listener } = runnerWith({ ...plugin, interactive: { cut } });
    await expect(runner.openSession('cut', picture(), {}, listener, stop.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(log.closed).toBe(1);
    expect(log.context!.signal.aborted).toBe(true);
  });
});
