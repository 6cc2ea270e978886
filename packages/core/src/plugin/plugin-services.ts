import { permissionDenied } from './permission-denied.ts';

/** Bytes that a plugin keeps on the person's machine, by key. Nobody else reads them; removing the plugin removes them. */
export interface PluginStorage {
  /** A copy of what was kept. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * @param key 1-200 characters
   * @throws KomaError `PLUGIN_STORAGE_FULL` above the quota of 8 MB, keys included
   */
  set(key: string, bytes: Uint8Array): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** A request to one of the domains in the manifest. */
export interface PluginRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** A server's answer, whatever its status; redirects are not followed. */
export interface PluginResponse {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Asks one of the manifest's domains. */
export type PluginFetch = (url: string, request?: PluginRequest) => Promise<PluginResponse>;

/** The files of the package. */
export interface PluginFiles {
  /** A copy of a file. @throws KomaError `PLUGIN_FAILED` where there is none */
  bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** What the host does for a plugin. Each call throws KomaError `PERMISSION_DENIED` where the person did not allow it. */
export interface PluginServices {
  /** Needs the permission `storage`. */
  readonly storage: PluginStorage;
  /**
   * Needs the permission `network`; only https, only the manifest's domains, no cookies, 20 MB and 30 s at most.
   * Every request is shown to the person.
   * @throws KomaError `PLUGIN_FETCH_FAILED`
   */
  readonly fetch: PluginFetch;
  /** Needs no permission: the plugin's own files. */
  readonly files: PluginFiles;
}

/**
 * Services where there are none.
 * @param plugin the name that the person knows it by
 */
export function refusedServices(plugin: string): PluginServices {
  const refuse = (permission: 'storage' | 'network') => () =>
    Promise.reject(permissionDenied(permission, plugin));
  const store = refuse('storage');
  return {
    storage: { get: store, set: store, delete: store, keys: store },
    fetch: refuse('network'),
    files: { bytes: () => Promise.reject(new TypeError(`${plugin} was not started from a package.`)) },
  };
}
