import * as Comlink from 'comlink';
import { expect, it, onTestFinished } from 'vitest';
import { serveGuest } from '../guest/index.ts';
import {
  PERMISSIONS,
  PluginHost,
  workerClient,
  type PluginWorkerApi,
  type SessionUpdate,
} from '../plugin/index.ts';
import { countingImage } from '../plugin/tiny-plugin.test-helper.ts';
import { cuttingPlugin, interactiveManifest, strokesTo } from '../plugin/tiny-session.test-helper.ts';
import { tinyServices } from './sandboxed-host.test-helper.ts';
import { serveRunning } from './serve-running.ts';
import { startSandboxed } from './start-sandboxed.ts';

it('passes a sandboxed plugin on to the page, in the order in which things were said', async () => {
  const manifest = interactiveManifest();
  const guest = new MessageChannel();
  serveGuest(guest.port2, () => cuttingPlugin({ updates: [], closed: 0 }));
  // What a worker of ours does, between the plugin and the page.
  const guard = startSandboxed(guest.port1, {
    manifest,
    granted: PERMISSIONS,
    services: tinyServices().services,
    crashed: () => {},
    close: () => {},
  });
  const page = new MessageChannel();
  Comlink.expose(serveRunning(guard.api), page.port2);
  const host = new PluginHost({
    manifest,
    engine: { preference: 'auto' },
    start: () => ({
      api: workerClient(Comlink.wrap<Omit<PluginWorkerApi, 'init'>>(page.port1)),
      ready: guard.ready,
      gone: new AbortController(),
      sessions: 0,
      terminate: () => guard.terminate(),
    }),
  });
  onTestFinished(() => {
    host.dispose();
    page.port1.close();
  });
  const inputs = { image: { image: countingImage() } };
  expect(await host.run('copy', inputs, {})).toEqual({ image: countingImage() });
  const updates: SessionUpdate[] = [];
  const session = await host.openSession('cut', inputs, {}, { onUpdate: (update) => updates.push(update) });
  expect(await session.update(strokesTo(2), {})).toBe(true);
  expect(updates.map(({ patch }) => patch?.labels)).toEqual([new Uint8Array([1, 1])]);
  expect((await session.commit(strokesTo(1), {}))['mask']).toMatchObject({ width: 2 });
});
