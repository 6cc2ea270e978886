import { isAbortError, KomaError } from '@koma/core/errors';
import {
  MAX_PACKAGE_BYTES,
  packageUrl,
  planInstall,
  type InstallConsent,
  type InstallPlan,
  type PluginPackage,
} from '@koma/core/package';
import { i18n } from '#lib/i18n/i18n.svelte.ts';
import { notices } from '#lib/studio/notices.svelte.ts';
import { BUILTIN_PLUGINS } from './builtin.ts';
import { getFile } from './get-file.ts';
import { KOMA_VERSION } from './koma-version.ts';
import { library } from './plugin-library.svelte.ts';
import { pluginManager } from './plugin-manager.svelte.ts';
import type { ListedPlugin } from './plugin-lists.svelte.ts';
import type { PluginSource } from './plugin-record.ts';
import { readPackageFile } from './read-package-file.ts';

/** What the person is asked about. */
export interface PendingInstall {
  readonly package: PluginPackage;
  readonly plan: InstallPlan;
  readonly source: PluginSource;
  /** The version that is there. */
  readonly before?: string | undefined;
}

/** A package on its way, as the panels show it. */
export interface PackageOnItsWay {
  /** The file's name or the address's host. */
  readonly name: string;
  readonly received: number;
  readonly total: number | undefined;
  readonly abort: AbortController;
}

/** How a plugin comes in: got, checked, shown to the person, kept. One after the other. */
class InstallFlow {
  #queue: Promise<unknown> = Promise.resolve();
  #answer: ((consent: InstallConsent | undefined) => void) | undefined;
  pending = $state.raw<PendingInstall>();
  getting = $state.raw<PackageOnItsWay>();
  /** The plugin that was installed last, for the panels to open it. */
  latest = $state<string>();

  /** A file that was chosen or dropped. @returns whether it was installed; what was wrong has been told */
  fromFile(file: File): Promise<boolean> {
    return this.#next(async () => {
      if (file.size > MAX_PACKAGE_BYTES) throw tooLarge();
      const bytes = new Uint8Array(await file.arrayBuffer());
      return this.#offer(bytes, { kind: 'file', name: file.name });
    });
  }

  /** An address that was typed. */
  fromUrl(url: string): Promise<boolean> {
    return this.#next(async () => this.#offer(await this.#get(url), { kind: 'url', url }));
  }

  /** A plugin of a list, which must be what the list says. */
  fromList({ entry, list }: ListedPlugin): Promise<boolean> {
    return this.#next(async () => {
      const bytes = await this.#get(packageUrl(entry, list.url), entry.bytes);
      return this.#offer(bytes, { kind: 'list', url: list.url }, entry);
    });
  }

  /**
   * A plugin that its author has packed anew. Nobody is asked where it wants nothing more than the version that is
   * there; another plugin from the same address is none of this.
   */
  renew(id: string, bytes: Uint8Array<ArrayBuffer>, source: PluginSource): Promise<boolean> {
    return this.#next(() => this.#offer(bytes, source, undefined, id));
  }

  /** The person's answer: what they agree to, or nothing. */
  answer(consent: InstallConsent | undefined): void {
    this.pending = undefined;
    this.#answer?.(consent);
    this.#answer = undefined;
  }

  async #next(work: () => Promise<boolean>): Promise<boolean> {
    const job = this.#queue.then(work).catch((error: unknown) => {
      if (!isAbortError(error)) notices.error(error);
      return false;
    });
    this.#queue = job;
    return job;
  }

  async #get(url: string, expected?: number): Promise<Uint8Array<ArrayBuffer>> {
    const abort = new AbortController();
    const name = URL.canParse(url, location.href) ? new URL(url, location.href).host : url;
    this.getting = { name, received: 0, total: expected, abort };
    try {
      return await getFile(url, {
        maxBytes: MAX_PACKAGE_BYTES,
        signal: abort.signal,
        // A block: what a callback returns would travel back to the worker. The last word may come after the answer.
        onProgress: (received, total = expected) => {
          if (this.getting?.abort === abort) this.getting = { name, received, total, abort };
        },
      });
    } finally {
      this.getting = undefined;
    }
  }

  async #offer(
    bytes: Uint8Array<ArrayBuffer>,
    source: PluginSource,
    expected?: ListedPlugin['entry'],
    renewed?: string,
  ): Promise<boolean> {
    const read = await readPackageFile(bytes);
    const { id } = read.manifest;
    if (renewed !== undefined && renewed !== id) return false;
    const before = library.record(id)?.current;
    const others = [
      ...BUILTIN_PLUGINS.map(({ manifest }) => manifest),
      ...library.records.map((each) => each.current.manifest),
    ];
    const plan = planInstall(read, before, {
      komaVersion: KOMA_VERSION,
      blocklist: library.lists.blocked,
      others: others.map((manifest) => ({ id: manifest.id, name: manifest.name })),
      expected,
    });
    const name = i18n.text(plan.manifest.name);
    if (before?.sha256 === read.sha256 && library.record(id)?.enabled) {
      notices.info(i18n.t('plugin.alreadyThere', { name }));
      return false;
    }
    const asksNothingNew =
      before !== undefined &&
      plan.permissions.added.length === 0 &&
      plan.domains.added.length === 0 &&
      (plan.signer === 'none' || plan.signer === 'same');
    const consent =
      renewed !== undefined && asksNothingNew
        ? { permissions: plan.permissions.kept, domains: plan.domains.kept, older: true }
        : await this.#ask({ package: read, plan, source, before: before?.manifest.version });
    if (!consent) return false;
    await library.install({ package: read, bytes, source, plan, consent });
    this.latest = id;
    const { version } = plan.manifest;
    // The manager shows it.
    if (!pluginManager.open)
      notices.info(i18n.t(plan.kind === 'new' ? 'plugin.installed' : 'plugin.updated', { name, version }));
    if (library.safe) notices.info(i18n.t('plugin.safeOn'));
    return true;
  }

  #ask(pending: PendingInstall): Promise<InstallConsent | undefined> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.pending = pending;
    });
  }
}

function tooLarge(): KomaError {
  const reason = `it has more than ${MAX_PACKAGE_BYTES / 2 ** 20} MB`;
  return new KomaError('PACKAGE_TOO_LARGE', `This plugin was refused because of its size: ${reason}.`, {
    reason,
  });
}

/** Whether a file is a plugin, by its name. */
export function isPluginFile({ name }: { readonly name: string }): boolean {
  return name.toLowerCase().endsWith('.komaplugin');
}

export const installFlow = new InstallFlow();
