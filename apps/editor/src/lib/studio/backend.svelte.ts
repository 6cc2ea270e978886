import { detectCapabilities, type BackendReport, type EngineRequest } from '@koma/core/inference';
import { KomaError } from '@koma/core/errors';
import { PluginHost, startBuiltin, type PluginManifest } from '@koma/core/plugin';
import { findAdapter } from '#lib/engine/find-adapter.ts';
import { BUILTIN_PLUGINS } from '#lib/plugins/builtin.ts';
import { ownModels } from '#lib/plugins/own-models.svelte.ts';
import { library } from '#lib/plugins/plugin-library.svelte.ts';
import { createSandboxedHost } from '#lib/sandbox/index.ts';
import { settings, type Compute } from './settings.svelte.ts';

/** The plugin workers and what they compute with. */
class Backend {
  readonly capabilities = detectCapabilities();
  /** False once it is known that there is no graphics adapter behind `navigator.gpu`. */
  gpu = $state(this.capabilities.webgpu);
  /** What really ran last; undefined before the first job. */
  report = $state.raw<BackendReport>();
  readonly #hosts = new Map<string, PluginHost>();

  constructor() {
    // Another version, other permissions, or gone: what runs is out of date.
    library.watch((id) => {
      this.#hosts.get(id)?.dispose();
      this.#hosts.delete(id);
    });
    if (!this.capabilities.webgpu) return;
    void findAdapter().then(
      () => {},
      () => (this.gpu = false),
    );
  }

  /**
   * The host of a plugin, made when it is first needed.
   * @throws KomaError `PLUGIN_MISSING` where that version of it is no longer there
   */
  host(manifest: PluginManifest): PluginHost {
    const existing = this.#hosts.get(manifest.id);
    const extended = ownModels.manifest(manifest);
    if (existing?.manifest === extended) return existing;
    // What runs does not know a model that was added meanwhile.
    existing?.dispose();
    const plugin = BUILTIN_PLUGINS.find((candidate) => candidate.manifest === manifest);
    const engine = this.#request(settings.compute);
    const onBackend = (report: BackendReport) => (this.report = report);
    const host = plugin
      ? new PluginHost({ manifest: extended, start: startBuiltin(plugin), engine, onBackend })
      : this.#sandboxed(manifest, engine, onBackend);
    this.#hosts.set(manifest.id, host);
    return host;
  }

  #sandboxed(
    manifest: PluginManifest,
    engine: EngineRequest,
    onBackend: (report: BackendReport) => void,
  ): PluginHost {
    const { id, name } = manifest;
    const record = library.active.find(({ current }) => current.manifest === manifest);
    if (!record)
      throw new KomaError('PLUGIN_MISSING', `The plugin "${name.en}" is not installed.`, { plugin: name.en });
    return createSandboxedHost({
      package: {
        manifest: ownModels.manifest(manifest),
        files: async () => ownModels.withFiles(id, await library.files(record)),
      },
      granted: record.granted,
      data: library.dataOf(id),
      engine,
      onBackend,
      onCrash: (error) => void library.stopped(id, error),
    });
  }

  setCompute(compute: Compute): void {
    settings.setCompute(compute);
    this.report = undefined;
    for (const host of this.#hosts.values()) host.setEngine(this.#request(compute));
  }

  #request(preference: Compute) {
    return { preference, threads: this.threads };
  }

  /** WebAssembly threads: from the machine, or `?threads=1` in the address, for measuring. */
  get threads(): number {
    const wanted = Number(new URLSearchParams(location.search).get('threads'));
    return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, 16) : this.capabilities.wasmThreads;
  }
}

export const backend = new Backend();
