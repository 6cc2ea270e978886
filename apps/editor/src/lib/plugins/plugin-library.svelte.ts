import { KomaError } from '@koma/core/errors';
import {
  assertConsent,
  assertUsable,
  type InstallConsent,
  type InstallPlan,
  type PluginPackage,
} from '@koma/core/package';
import type { Permission, PluginManifest } from '@koma/core/plugin';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import type { PluginData } from '#lib/sandbox/index.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { iconOf } from './icon-of.ts';
import { KOMA_VERSION } from './koma-version.ts';
import { ownModels } from './own-models.svelte.ts';
import { PluginLists } from './plugin-lists.svelte.ts';
import { PluginLogs } from './plugin-logs.svelte.ts';
import {
  rolledBack,
  withCrash,
  withEnabled,
  withPermission,
  withSuccess,
  withVersion,
  type PluginRecord,
  type PluginSource,
} from './plugin-record.ts';
import { pluginStorage } from './plugin-storage.ts';
import { PluginStore } from './plugin-store.ts';
import { readPackageFile } from './read-package-file.ts';
import { readRecord } from './stored-record.ts';

/** A package to which the person agreed. */
export interface Installation {
  readonly package: PluginPackage;
  /** The file, as it was read. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly source: PluginSource;
  readonly plan: InstallPlan;
  readonly consent: InstallConsent;
}

/** The plugins that a person installed: what is kept of them, what runs, and what they may do. */
class PluginLibrary {
  readonly #store = new PluginStore();
  readonly #watchers = new Set<(id: string) => void>();
  readonly #channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('koma-plugins');
  readonly logs = new PluginLogs(this.#store);
  readonly lists = new PluginLists(this.#store);
  /** In the order of their names. */
  records = $state.raw<readonly PluginRecord[]>([]);
  /** False until what is kept has been read. */
  loaded = $state(false);
  /** True where no plugin runs, whatever is installed: `?safe=1` in the address. */
  readonly safe = typeof location === 'object' && new URLSearchParams(location.search).get('safe') === '1';
  /** Counts changes of what plugins keep. */
  dataChanges = $state(0);
  /** Those whose operations are offered. */
  active = $derived<readonly PluginRecord[]>(
    this.safe ? [] : this.records.filter((record) => record.enabled && this.issueOf(record) === undefined),
  );

  /** Reads what is kept, then looks into this site's list for what must not run. Never rejects. */
  async load(): Promise<void> {
    await this.lists.load();
    await this.#read();
    this.loaded = true;
    this.#channel?.addEventListener('message', () => void this.#read());
    // With nothing installed there is nothing that must not run.
    if (this.records.length > 0) await this.lists.refreshOwn();
  }

  /** Reads the records; those that changed elsewhere are stopped here. */
  async #read(): Promise<void> {
    let stored: unknown[] = [];
    try {
      stored = await this.#store.records();
    } catch (error) {
      // Private modes may refuse a database: there are no plugins then.
      console.warn(error);
    }
    const before = this.records;
    const read = stored.flatMap((each) => readRecord(each) ?? []);
    // What is the same stays the same, so that nothing that runs is stopped.
    this.records = sorted(
      read.map((record) => {
        const known = before.find(({ id }) => id === record.id);
        return known && JSON.stringify(known) === JSON.stringify(record) ? known : record;
      }),
    );
    for (const { id } of before)
      if (!this.records.some((record) => before.includes(record) && record.id === id))
        this.#changed(id, false);
    for (const record of this.records) if (!before.includes(record)) void this.logs.load(record.id);
  }

  record(id: string): PluginRecord | undefined {
    return this.records.find((record) => record.id === id);
  }

  /** Why a plugin must not run though it is switched on: blocked, or made for another version of Koma. */
  issueOf({ current }: PluginRecord): KomaError | undefined {
    try {
      assertUsable(current.manifest, { komaVersion: KOMA_VERSION, blocklist: this.lists.blocked });
      return undefined;
    } catch (error) {
      if (error instanceof KomaError) return error;
      throw error;
    }
  }

  /** Calls back whenever what runs of a plugin is out of date. */
  watch(watcher: (id: string) => void): void {
    this.#watchers.add(watcher);
  }

  /**
   * Keeps a package and switches it on.
   * @throws KomaError `PLUGIN_NOT_AGREED`, or DOMException where the browser keeps nothing more
   */
  async install({ package: candidate, bytes, source, plan, consent }: Installation): Promise<PluginRecord> {
    assertConsent(plan, consent);
    const { manifest, sha256, signer } = candidate;
    const icon = iconOf(candidate);
    const version = {
      manifest,
      sha256,
      bytes: bytes.length,
      ...(signer ? { signer } : {}),
      ...(icon ? { icon } : {}),
      source,
      installedAt: Date.now(),
    };
    const before = this.record(manifest.id);
    const record = withVersion(before, version, plan.permissions.added);
    await this.#store.install(plain(record), bytes);
    this.#put(record);
    return record;
  }

  async setEnabled(id: string, enabled: boolean): Promise<void> {
    await this.#change(id, (record) => withEnabled(record, enabled));
  }

  async setPermission(id: string, permission: Permission, granted: boolean): Promise<void> {
    await this.#change(id, (record) => withPermission(record, permission, granted));
  }

  async rollBack(id: string): Promise<void> {
    await this.#change(id, rolledBack);
  }

  /** Removes a plugin with everything that it keeps. */
  async remove(id: string): Promise<void> {
    const record = this.record(id);
    if (!record) return;
    this.records = this.records.filter((other) => other !== record);
    this.#changed(id);
    // What it is just writing comes to nothing once its worker is gone.
    await this.#store.remove(record);
    await ownModels.removeOf(id);
    this.logs.drop(id);
    this.#channel?.postMessage(id);
  }

  async deleteData(id: string): Promise<void> {
    await this.#store.deleteData(id);
    this.dataChanges++;
  }

  dataSize(id: string): Promise<number> {
    return this.#store.dataSize(id);
  }

  /** A job of a plugin succeeded. */
  succeeded(id: string): void {
    const record = this.record(id);
    if (record && withSuccess(record) !== record) void this.#change(id, withSuccess, false);
  }

  /**
   * The files of an installed plugin: the bytes that were checked when it was installed, checked again.
   * @throws KomaError
   */
  async files({ current }: PluginRecord): Promise<PluginPackage['files']> {
    const { manifest, sha256 } = current;
    const bytes = await this.#store.packageBytes(sha256);
    const plugin = manifest.name.en;
    if (!bytes) {
      const message = `"${plugin}" is no longer complete: the browser has deleted a part of it. Install it again.`;
      throw new KomaError('PLUGIN_INCOMPLETE', message, { plugin });
    }
    const read = await readPackageFile(bytes);
    if (read.sha256 === sha256) return read.files;
    const message = `"${plugin}" was changed on this computer after it was installed, and does not run. Install it again.`;
    throw new KomaError('PLUGIN_INCOMPLETE', message, { plugin });
  }

  /** What is kept for a plugin while it runs. */
  dataOf(id: string): PluginData {
    return {
      storage: pluginStorage(this.#store, id, () => this.dataChanges++),
      log: (text) => this.logs.add(id, { kind: 'note', at: Date.now(), text }),
      network: (entry) => this.logs.add(id, { kind: 'network', ...entry }),
    };
  }

  /** A plugin's worker was ended because it crashed, was stuck or misbehaved. */
  async stopped(id: string, error: KomaError): Promise<void> {
    const before = this.record(id);
    // Removed while it ran: nobody keeps anything of it.
    if (!before) return;
    this.logs.add(id, { kind: 'error', at: Date.now(), text: i18n.error(error) });
    const wasEnabled = before.enabled;
    await this.#change(id, withCrash, false);
    const record = this.record(id);
    if (!wasEnabled || record?.enabled !== false) return;
    this.#changed(id);
    const name = i18n.text(record.current.manifest.name);
    notices.error(new KomaError('PLUGIN_SWITCHED_OFF', `${name} was switched off.`, { plugin: name }));
  }

  async #change(id: string, change: (record: PluginRecord) => PluginRecord, stops = true): Promise<void> {
    const record = this.record(id);
    const next = record && change(record);
    if (!next || next === record) return;
    this.#put(next, stops);
    await this.#store.update(plain(next));
    this.#channel?.postMessage(id);
  }

  #put(record: PluginRecord, stops = true): void {
    this.records = sorted([...this.records.filter(({ id }) => id !== record.id), record]);
    if (stops) this.#changed(record.id);
  }

  #changed(id: string, tell = true): void {
    for (const watcher of this.#watchers) watcher(id);
    if (tell) this.#channel?.postMessage(id);
  }
}

/** What a database takes: no key that holds undefined, no proxies. */
function plain(record: PluginRecord): PluginRecord {
  return JSON.parse(JSON.stringify(record)) as PluginRecord;
}

function sorted(records: readonly PluginRecord[]): readonly PluginRecord[] {
  const name = ({ current }: PluginRecord): string => current.manifest.name.en;
  return records.toSorted((a, b) => name(a).localeCompare(name(b)) || (a.id < b.id ? -1 : 1));
}

/** What is offered of a manifest, the same every time. */
export function offeredOf<T>(
  cache: WeakMap<PluginManifest, readonly T[]>,
  manifest: PluginManifest,
  make: (manifest: PluginManifest) => readonly T[],
): readonly T[] {
  let offered = cache.get(manifest);
  if (!offered) cache.set(manifest, (offered = make(manifest)));
  return offered;
}

export const library = new PluginLibrary();
