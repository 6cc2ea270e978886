import { detectCapabilities, type BackendReport } from '@koma/core/inference';
import { PluginHost, type PluginManifest } from '@koma/core/plugin';
import { findAdapter } from '#lib/engine/find-adapter.ts';
import { BUILTIN_PLUGINS } from '#lib/plugins/builtin.ts';
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
    if (!this.capabilities.webgpu) return;
    void findAdapter().then(
      () => {},
      () => (this.gpu = false),
    );
  }

  /** The host of a plugin, made when it is first needed. */
  host(manifest: PluginManifest): PluginHost {
    const existing = this.#hosts.get(manifest.id);
    if (existing) return existing;
    const plugin = BUILTIN_PLUGINS.find((candidate) => candidate.manifest === manifest);
    if (!plugin) throw new Error(`no plugin ${manifest.id}`);
    const host = new PluginHost({
      manifest,
      createWorker: plugin.createWorker,
      engine: this.#request(settings.compute),
      onBackend: (report) => (this.report = report),
    });
    this.#hosts.set(manifest.id, host);
    return host;
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
