import type { KomaDocument } from './document.ts';

/** One step that can be undone. */
export interface HistoryEntry<Label = string> {
  /** What was done: a key for the panel's translation, or whatever the caller names steps by. */
  readonly label: Label;
  readonly document: KomaDocument;
}

/**
 * Undo and redo over immutable documents. Versions share the pictures that an edit did not change, so
 * an entry costs what it replaced; beyond the byte budget the oldest entries are forgotten.
 * Immutable itself: every call returns a new history.
 */
export class History<Label = string> {
  readonly #entries: readonly HistoryEntry<Label>[];
  readonly #index: number;
  readonly #budget: number;

  private constructor(entries: readonly HistoryEntry<Label>[], index: number, budget: number) {
    this.#entries = entries;
    this.#index = index;
    this.#budget = budget;
  }

  /** @param budget bytes of pictures that past versions may hold besides the current one's */
  static start<Label>(document: KomaDocument, label: Label, budget = DEFAULT_BUDGET): History<Label> {
    return new History([{ label, document }], 0, budget);
  }

  get document(): KomaDocument {
    return this.#entries[this.#index]!.document;
  }
  /** What undo would take back; undefined at the oldest version. */
  get undoLabel(): Label | undefined {
    return this.#index > 0 ? this.#entries[this.#index]!.label : undefined;
  }
  /** What redo would do again. */
  get redoLabel(): Label | undefined {
    return this.#entries[this.#index + 1]?.label;
  }

  /**
   * The version before the latest step for which `isWanted`, looking back from the current one and no
   * further than a step for which `isEnd`.
   */
  before(isWanted: (label: Label) => boolean, isEnd: (label: Label) => boolean): KomaDocument | undefined {
    for (let i = this.#index; i > 0; i--) {
      const { label } = this.#entries[i]!;
      if (isWanted(label)) return this.#entries[i - 1]!.document;
      if (isEnd(label)) return undefined;
    }
    return undefined;
  }

  /** A new version; forgets what had been undone. Equal documents make no entry. */
  push(document: KomaDocument, label: Label): History<Label> {
    if (document === this.document) return this;
    const entries = [...this.#entries.slice(0, this.#index + 1), { label, document }];
    const kept = withinBudget(entries, this.#budget);
    return new History(kept, kept.length - 1, this.#budget);
  }

  /**
   * Replaces the current version, if it was made by the same kind of edit on the same layers: dragging a
   * slider is one step, not fifty.
   */
  amend(document: KomaDocument, label: Label): History<Label> {
    if (this.undoLabel !== label || this.redoLabel !== undefined) return this.push(document, label);
    const past = this.#entries.slice(0, this.#index);
    const touched = changedLayers(past.at(-1)!.document, this.document);
    const isSameEdit = [...changedLayers(this.document, document)].every((id) => touched.has(id));
    if (!isSameEdit) return this.push(document, label);
    const entries = [...past, { label, document }];
    return new History(entries, this.#index, this.#budget);
  }

  undo(): History<Label> {
    return this.#index > 0 ? new History(this.#entries, this.#index - 1, this.#budget) : this;
  }

  redo(): History<Label> {
    return this.redoLabel === undefined ? this : new History(this.#entries, this.#index + 1, this.#budget);
  }
}

/** Half a gigabyte: two undone upscales to 64 megapixels. */
const DEFAULT_BUDGET = 512 * 2 ** 20;

/** Ids of the layers that one version has and the other has not, or not as they are. */
function changedLayers(before: KomaDocument, after: KomaDocument): Set<string> {
  const same = new Set(after.layers.filter((layer) => before.layers.includes(layer)));
  const changed = [...before.layers, ...after.layers].filter((layer) => !same.has(layer));
  return new Set(changed.map((layer) => layer.id));
}

function withinBudget<Label>(
  entries: readonly HistoryEntry<Label>[],
  budget: number,
): readonly HistoryEntry<Label>[] {
  const counted = new Set(entries.at(-1)!.document.layers.map((layer) => layer.image));
  let bytes = 0;
  for (let i = entries.length - 2; i >= 0; i--) {
    for (const { image } of entries[i]!.document.layers) {
      if (counted.has(image)) continue;
      counted.add(image);
      bytes += image.data.length;
    }
    // The step just taken can always be undone, whatever it costs.
    if (bytes > budget && i < entries.length - 2) return entries.slice(i + 1);
  }
  return entries;
}
