import { areOptions, type GeneratorSpec } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { overflowing, sameOptions, type HistoryEntry } from './history-entry.ts';
import { HistoryStore } from './history-store.ts';
import { pictureThumbnail } from './picture-thumbnail.ts';

/** The pictures of one generator that somebody chose, made or liked; kept in this browser. */
export class PictureHistory {
  readonly #generator: string;
  readonly #spec: GeneratorSpec;
  readonly #store = new HistoryStore();
  /** The newest first. */
  entries = $state.raw<readonly HistoryEntry[]>([]);
  /** Addresses of the thumbnails by the entry's id; those that are not there yet are being read. */
  urls = $state.raw<Readonly<Record<string, string>>>({});
  readonly #asked = new Set<string>();
  /** False where this browser keeps nothing: the history lasts as long as the page then. */
  kept = $state(true);
  readonly ready: Promise<void>;

  /** @param generator names it among those of all plugins */
  constructor(generator: string, spec: GeneratorSpec) {
    this.#generator = generator;
    this.#spec = spec;
    this.ready = this.#load();
  }

  find(id: string | undefined): HistoryEntry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  /** Adds a picture on top; the newest again takes no second place. @returns the entry that has it */
  async add(
    picture: Pick<HistoryEntry, 'options' | 'origin' | 'parents'>,
    image: RasterImage,
  ): Promise<HistoryEntry> {
    const [newest] = this.entries;
    if (newest && sameOptions(newest.options, picture.options)) return newest;
    const entry: HistoryEntry = {
      ...picture,
      id: crypto.randomUUID(),
      generator: this.#generator,
      at: Date.now(),
      favourite: false,
    };
    this.entries = [entry, ...this.entries];
    const thumbnail = await pictureThumbnail(image);
    this.#show(entry.id, thumbnail);
    await this.#keep(() => this.#store.add(entry, thumbnail));
    const gone = overflowing(this.entries);
    if (gone.length > 0) await this.remove(gone.map(({ id }) => id));
    return entry;
  }

  async setFavourite(id: string, favourite: boolean): Promise<void> {
    const entry = this.find(id);
    if (!entry) return;
    const changed = { ...entry, favourite };
    this.entries = this.entries.map((other) => (other.id === id ? changed : other));
    await this.#keep(() => this.#store.update(changed));
  }

  async remove(ids: readonly string[]): Promise<void> {
    this.entries = this.entries.filter(({ id }) => !ids.includes(id));
    const urls = { ...this.urls };
    for (const id of ids) {
      if (urls[id]) URL.revokeObjectURL(urls[id]);
      delete urls[id];
    }
    this.urls = urls;
    await this.#keep(() => this.#store.remove(ids));
  }

  /** Reads the thumbnail of an entry that is on the screen. */
  async want(id: string): Promise<void> {
    if (this.#asked.has(id) || this.urls[id]) return;
    this.#asked.add(id);
    await this.#keep(async () => {
      const thumbnail = await this.#store.thumbnail(id);
      if (thumbnail && !this.urls[id]) this.#show(id, thumbnail);
    });
  }

  #show(id: string, thumbnail: Blob): void {
    this.#asked.add(id);
    this.urls = { ...this.urls, [id]: URL.createObjectURL(thumbnail) };
  }

  async #load(): Promise<void> {
    await this.#keep(async () => {
      const stored = await this.#store.load();
      // Options of other versions may not be complete ones any more.
      const usable = stored.filter(
        ({ generator, options }) => generator === this.#generator && areOptions(this.#spec, options),
      );
      this.entries = [...this.entries, ...usable];
    });
  }

  /** What the browser refuses to keep is there until the page is left. */
  async #keep(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      console.warn(error);
      this.kept = false;
    }
  }
}
