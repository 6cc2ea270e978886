import { onTestFinished, vi } from 'vitest';
import { serveGuest } from '../guest/index.ts';
import type { Tensor } from '../inference/index.ts';
import { KomaError } from '../errors.ts';
import {
  PERMISSIONS,
  PluginHost,
  type Permission,
  type Plugin,
  type PluginManifest,
} from '../plugin/index.ts';
import type { SandboxLimits } from './limits.ts';
import type { SandboxServices } from './services.ts';
import { startSandboxed } from './start-sandboxed.ts';

/** Services that double tensors and keep what is stored in a map. Tests only. */
export function tinyServices(changes: Partial<SandboxServices> = {}) {
  const stored = new Map<string, Uint8Array<ArrayBuffer>>();
  const logged: string[] = [];
  const released: number[] = [];
  const backend = { name: 'wasm', threads: 1 } as const;
  const services: SandboxServices = {
    inference: {
      backend,
      open: async (source) => {
        if ('model' in source && source.model !== 'double')
          throw new KomaError('MODEL_UNAVAILABLE', 'The plugin has no such model.', { model: source.model });
        return { id: 41, backend };
      },
      run: async (_id, inputs) => ({ outputs: { y: doubled(inputs['x']!) }, backend }),
      release: async (id) => void released.push(id),
    },
    models: { bytes: async () => new Uint8Array([1, 2, 3]) },
    file: async (path) => {
      if (path !== 'notes.txt') throw new KomaError('PLUGIN_FAILED', `There is no file "${path}".`);
      return new TextEncoder().encode('notes');
    },
    storage: {
      get: async (key) => stored.get(key)?.slice(),
      set: async (key, bytes) => void stored.set(key, new Uint8Array(bytes)),
      delete: async (key) => void stored.delete(key),
      keys: async () => [...stored.keys()],
    },
    fetch: async (url, request) => ({
      status: 200,
      headers: { 'x-method': request?.method ?? 'none' },
      body: new TextEncoder().encode(url),
    }),
    log: (text) => logged.push(text),
    ...changes,
  };
  return { services, stored, logged, released };
}

function doubled(tensor: Tensor): Tensor {
  if (tensor.type !== 'float32') throw new KomaError('INFERENCE_FAILED', 'Only floats are doubled.');
  return { ...tensor, data: tensor.data.map((value) => value * 2) };
}

export interface Given {
  readonly manifest: PluginManifest;
  /** What the plugin asks for; everything unless told otherwise. */
  readonly asks?: readonly Permission[];
  readonly granted?: readonly Permission[];
  readonly services?: SandboxServices;
  readonly limits?: Partial<SandboxLimits>;
}

/**
 * A host whose plugin is on the other side of a real MessagePort. Tests only.
 * @param serve the plugin's side: a plugin, or what does as it likes with the port
 */
export function hostOf(serve: Plugin | ((port: MessagePort) => void), given: Given) {
  const closed = vi.fn<() => void>();
  const crashes: KomaError[] = [];
  const violations: string[] = [];
  const { services = tinyServices().services, granted = PERMISSIONS, limits = {} } = given;
  const { asks = PERMISSIONS } = given;
  const manifest: PluginManifest = { ...given.manifest, permissions: [...asks] };
  const host = new PluginHost({
    manifest,
    engine: { preference: 'auto' },
    start: (_engine, crashed) => {
      const { port1, port2 } = new MessageChannel();
      if (typeof serve === 'function') serve(port2);
      else serveGuest(port2, () => serve);
      return startSandboxed(port1, {
        manifest,
        granted,
        services,
        limits,
        crashed: (error) => {
          crashes.push(error);
          crashed(error);
        },
        violation: (text) => violations.push(text),
        close: closed,
      });
    },
  });
  onTestFinished(() => host.dispose());
  return { host, closed, crashes, violations };
}
