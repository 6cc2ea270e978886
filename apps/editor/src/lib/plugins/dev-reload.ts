import { sha256Of } from '@koma/core/package';
import { fetchPackage } from '#lib/sandbox/index.ts';
import { installFlow } from './install-flow.svelte.ts';
import { library } from './plugin-library.svelte.ts';
import type { PluginRecord } from './plugin-record.ts';

/** Between two looks at `koma-plugin dev`, while the page is seen. */
const INTERVAL_MS = 1500;
/** Longest pause after looks in vain: the author has stopped for today. */
const MAX_PAUSE_MS = 60_000;

/**
 * Looks again and again whether plugins that are being made on this computer have changed, and installs them anew:
 * those from an address on this computer, where the page itself is from here or they were installed in it. An old
 * address cannot bring anything into another site's page by itself.
 */
export class DevReload {
  /** Ids of plugins that were installed by this page. */
  readonly #installedHere = new Set<string>();
  /** Packages that are not to be asked about again. */
  readonly #settled = new Set<string>();
  /** Until when a plugin is not looked for, and for how long that was. */
  readonly #pauses = new Map<string, { readonly until: number; readonly length: number }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins to look. Never throws. */
  start(): void {
    const there = new Map(library.records.map(({ id, current }) => [id, current.installedAt]));
    const look = async (): Promise<void> => {
      for (const { id, current } of library.records)
        if (there.get(id) !== current.installedAt) this.#installedHere.add(id);
      if (document.visibilityState === 'visible')
        for (const record of library.active) if (this.#isInTheMaking(record)) await this.#renew(record);
      this.#timer = setTimeout(() => void look(), INTERVAL_MS);
    };
    if (this.#timer === undefined) this.#timer = setTimeout(() => void look(), INTERVAL_MS);
  }

  #isInTheMaking({ id, current: { source } }: PluginRecord): boolean {
    if (source.kind !== 'url' || !isHere(new URL(source.url, location.href))) return false;
    return isHere(new URL(location.href)) || this.#installedHere.has(id);
  }

  async #renew({ id, current }: PluginRecord): Promise<void> {
    const pause = this.#pauses.get(id);
    if (current.source.kind !== 'url' || Date.now() < (pause?.until ?? 0)) return;
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = await fetchPackage(current.source.url);
    } catch {
      // The author has stopped it, or it does not build just now, which its own window says.
      const length = Math.min(MAX_PAUSE_MS, 2 * (pause?.length ?? INTERVAL_MS));
      this.#pauses.set(id, { until: Date.now() + length, length });
      return;
    }
    this.#pauses.delete(id);
    const sha256 = await sha256Of(bytes);
    if (sha256 === current.sha256 || this.#settled.has(sha256)) return;
    this.#settled.add(sha256);
    await installFlow.renew(id, bytes, current.source);
  }
}

function isHere({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
}
