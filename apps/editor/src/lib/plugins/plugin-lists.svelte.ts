import { isKomaError, KomaError } from '@koma/core/errors';
import { parseRegistry, type BlockedPlugin, type Registry, type RegistryEntry } from '@koma/core/package';
import { getFile } from './get-file.ts';
import type { PluginStore } from './plugin-store.ts';

/** The list that is served with Koma. */
export const OWN_LIST = '/registry/index.json';

/** A list of plugins that a person may install from. */
export interface PluginList {
  /** Absolute. */
  readonly url: string;
  /** Undefined until it has been read. */
  readonly content?: Registry | undefined;
  /** Why it could not be read last time. */
  readonly error?: unknown;
}

/** A plugin of a list. */
export interface ListedPlugin {
  readonly entry: RegistryEntry;
  readonly list: PluginList;
}

/** The lists of plugins, and what they say must not run. Blocked stays blocked while a list cannot be read. */
export class PluginLists {
  readonly #store: PluginStore;
  lists = $state.raw<readonly PluginList[]>([{ url: ownList() }]);
  reading = $state(false);
  /** Of all lists. */
  blocked = $derived<readonly BlockedPlugin[]>(this.lists.flatMap(({ content }) => content?.blocked ?? []));
  plugins = $derived<readonly ListedPlugin[]>(
    this.lists.flatMap((list) => (list.content?.plugins ?? []).map((entry) => ({ entry, list }))),
  );

  constructor(store: PluginStore) {
    this.#store = store;
  }

  /** Reads what is kept of all lists; asks nobody. */
  async load(): Promise<void> {
    const kept = await this.#store.lists().catch(() => []);
    const own = ownList();
    const known = kept.map(([url, json]) => ({ url, content: contentOf(json) }));
    const first = known.find(({ url }) => url === own) ?? { url: own };
    this.lists = [first, ...known.filter(({ url }) => url !== own)];
  }

  /** Asks this site for its list, and nobody else: no server is told that somebody has opened Koma. */
  async refreshOwn(): Promise<void> {
    await this.#read(ownList());
  }

  /** Asks for all lists. */
  async refresh(): Promise<void> {
    this.reading = true;
    try {
      await Promise.all(this.lists.map(({ url }) => this.#read(url)));
    } finally {
      this.reading = false;
    }
  }

  /** @throws KomaError where it cannot be read; it is not added then */
  async add(url: string): Promise<void> {
    const { href } = new URL(url);
    const [content, json] = await fetchList(href);
    await this.#store.putList(href, json);
    this.#put({ url: href, content });
  }

  async remove(url: string): Promise<void> {
    this.lists = this.lists.filter((list) => list.url !== url);
    await this.#store.deleteList(url);
  }

  async #read(url: string): Promise<void> {
    try {
      const [content, json] = await fetchList(url);
      this.#put({ url, content });
      await this.#store.putList(url, json);
    } catch (error) {
      const before = this.lists.find((list) => list.url === url);
      this.#put({ ...(before ?? { url }), error });
    }
  }

  #put(list: PluginList): void {
    const index = this.lists.findIndex(({ url }) => url === list.url);
    this.lists = index < 0 ? [...this.lists, list] : this.lists.with(index, list);
  }
}

function ownList(): string {
  return new URL(OWN_LIST, location.href).href;
}

async function fetchList(url: string): Promise<readonly [Registry, unknown]> {
  const bytes = await getFile(url);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const reason = 'it is not JSON';
    throw new KomaError('REGISTRY_INVALID', `This list of plugins is not valid (${reason}).`, { reason });
  }
  return [parseRegistry(json), json];
}

function contentOf(json: unknown): Registry | undefined {
  try {
    return parseRegistry(json);
  } catch (error) {
    if (isKomaError(error, 'REGISTRY_INVALID')) return undefined;
    throw error;
  }
}
