/**
 * Stands between the page and one third-party plugin. Whatever the plugin sends is taken in, checked and counted here,
 * so that a message which is hard to take in keeps this worker busy and not the page; and what the plugin asks for is
 * done here or in workers of this one. Ours; the page talks to it by Comlink.
 */
import { serializeError, type SerializedError } from '@koma/core/errors';
import { createModelStore, type EngineRequest } from '@koma/core/inference';
import {
  createSvgService,
  type Permission,
  type PluginManifest,
  type PluginStorage,
} from '@koma/core/plugin';
import { serveRunning, startSandboxed } from '@koma/core/sandbox';
import wasmUrl from '@resvg/resvg-wasm/index_bg.wasm?url';
import * as Comlink from 'comlink';
import { fetchFile } from '../plugins/fetch-file.ts';
import { NetworkClient } from './network-client.ts';
import type { NetworkEntry } from './plugin-data.ts';
import { createPluginFetch } from './plugin-fetch.ts';
import { sandboxInference } from './sandbox-inference.ts';

/** The first message, with the ports to the plugin, to {@link GuardDoor} and for {@link GuardApi}. */
export interface GuardTask {
  readonly manifest: PluginManifest;
  readonly granted: readonly Permission[];
  readonly engine: EngineRequest;
}

/** What the page does for its guard. */
export interface GuardDoor {
  /** A copy of a file of the package. @throws Error where there is none */
  file(path: string): Promise<Uint8Array>;
  storageGet: PluginStorage['get'];
  storageSet: PluginStorage['set'];
  storageDelete: PluginStorage['delete'];
  storageKeys: PluginStorage['keys'];
  log(text: string): void;
  network(entry: NetworkEntry): void;
  /** The plugin has stopped, or was stopped. */
  crashed(error: SerializedError): void;
}

export interface GuardApi extends ReturnType<typeof serveRunning> {
  /** Settles when the plugin can take calls: why it cannot, or undefined. */
  ready(): Promise<SerializedError | undefined>;
}

self.addEventListener(
  'message',
  ({ data: { manifest, granted, engine }, ports: [guest, toDoor, toApi] }: MessageEvent<GuardTask>) => {
    const door = Comlink.wrap<GuardDoor>(toDoor!);
    const readFile = (path: string): Promise<Uint8Array> => door.file(path);
    const inference = sandboxInference({ models: manifest.models, readFile, engine });
    const network = new NetworkClient();
    const running = startSandboxed(guest!, {
      manifest,
      granted,
      services: {
        inference,
        models: createModelStore(manifest.models, readFile),
        file: readFile,
        storage: {
          get: (key) => door.storageGet(key),
          set: (key, bytes) => door.storageSet(key, bytes),
          delete: (key) => door.storageDelete(key),
          keys: () => door.storageKeys(),
        },
        fetch: createPluginFetch({
          domains: granted.includes('network') ? (manifest.network?.domains ?? []) : [],
          send: (request) => network.request(request),
          record: (entry) => void door.network(entry),
        }),
        drawSvg: createSvgService(async () => {
          const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
          await initWasm(fetchFile(wasmUrl));
          return Resvg;
        }),
        log: (text) => void door.log(text),
      },
      crashed: (error) => void door.crashed(serializeError(error)),
      violation: (text) => void door.log(text),
      close() {
        inference.close();
        network.close();
      },
    });
    const api: GuardApi = {
      ...serveRunning(running.api),
      ready: () => running.ready.then(() => undefined, serializeError),
    };
    Comlink.expose(api, toApi!);
  },
  { once: true },
);
