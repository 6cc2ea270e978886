import type { Tile, TileStore } from '../raster/index.ts';
import { finish, type Steps } from '../steps/index.ts';
import type { KomaDocument } from './document.ts';
import { dirtyTiles, union, type DirtyTiles } from './dirty-tiles.ts';
import { replaceLayer } from './layer-tree.ts';
import { joinOperations } from './join-operations.ts';
import { apply, entering, invert, leaving, tilesOfDocument, type Operation } from './operation.ts';
import { Transaction } from './transaction.ts';

/** One step that can be undone. */
export interface HistoryStep<Label> {
  /** What was done: a key for the panel's translation, or whatever the caller names steps by. */
  readonly label: Label;
  readonly operations: readonly Operation[];
  /** Unique; names the state of the document after this step. */
  readonly state: number;
}

/** Bytes of tiles that the history alone holds in memory before they are spilled or forgotten. */
export const HISTORY_BUDGET = 256 * 2 ** 20;

/** Bytes of tiles in the spill before the oldest steps are forgotten. */
export const SPILL_BUDGET = 2 ** 31;

/** More steps than anybody goes back. */
const MAX_STEPS = 1000;

/**
 * The open document and how it came to be. Steps are kept as operations with their inverses; tiles that
 * only the history needs count against a budget, beyond which those of the steps farthest from the
 * present are spilled, or the oldest steps forgotten. Lives on the tile store's thread.
 */
export class Editing<Label> {
  readonly store: TileStore;
  readonly #budget: number;
  readonly #spillBudget: number;
  #document: KomaDocument | undefined;
  #steps: HistoryStep<Label>[] = [];
  /** Steps that are in force. */
  #done = 0;
  #nextState = 1;
  /** State before the oldest step that is kept. */
  #base = 0;
  /** How often the steps own each tile; who owns it besides is the document. */
  readonly #held = new Map<Tile, number>();
  /** A step is being made, by work that has stops. */
  #isMaking = false;

  /**
   * @param budget bytes in memory that only the history holds
   * @param spillBudget bytes in the store's spill, where it has one
   */
  constructor(store: TileStore, budget = HISTORY_BUDGET, spillBudget = SPILL_BUDGET) {
    this.store = store;
    this.#budget = budget;
    this.#spillBudget = spillBudget;
  }

  get document(): KomaDocument | undefined {
    return this.#document;
  }
  get steps(): readonly HistoryStep<Label>[] {
    return this.#steps;
  }
  /** How many of the steps are in force; the rest can be redone. */
  get done(): number {
    return this.#done;
  }
  /** Names the document's state; the same number again after undo and redo. */
  get state(): number {
    return this.stateAt(this.#done);
  }

  /** Names the state with this many steps in force. */
  stateAt(done: number): number {
    return this.#steps[done - 1]?.state ?? this.#base;
  }

  /**
   * Makes a step. Where `work` throws, the document is as it was and the error goes on.
   * @param amend joins it to the last step if that has the same label and changed the same properties of
   *   the same layers: dragging a slider is one step, not fifty
   * @returns the tiles of the composite that may differ
   */
  transact(label: Label, work: (transaction: Transaction) => void, amend = false): DirtyTiles {
    return finish(this.transactSteps(label, (transaction) => void work(transaction), amend));
  }

  /**
   * {@link transact} for work in steps. Nothing is changed before the last of them; where the work is left, the
   * document is as it was. Meanwhile it can be looked at, but must not change: other steps are refused.
   * @throws RangeError, as does every other change, where a step is being made already
   */
  *transactSteps(
    label: Label,
    work: (transaction: Transaction) => Steps<void> | void,
    amend = false,
  ): Steps<DirtyTiles> {
    this.#assertFree();
    const transaction = new Transaction(this.#document, this.store);
    let isMade = false;
    this.#isMaking = true;
    try {
      const steps = work(transaction);
      if (steps) yield* steps;
      isMade = true;
    } finally {
      this.#isMaking = false;
      if (!isMade) transaction.rollBack();
    }
    return this.#commit(label, transaction, amend);
  }

  /** A document that changed under a step in the making would be put back to what it was before. */
  #assertFree(): void {
    if (this.#isMaking) throw new RangeError('another step is being made');
  }

  #commit(label: Label, transaction: Transaction, amend: boolean): DirtyTiles {
    const { operations, dirty } = transaction;
    if (operations.length === 0) return dirty;
    this.#document = transaction.current;
    const last = this.#steps[this.#done - 1];
    const isLast = this.#done === this.#steps.length;
    this.#hold(operations);
    const joined =
      amend && isLast && last?.label === label ? joinOperations(last.operations, operations) : undefined;
    this.#forget(this.#steps.splice(this.#done));
    if (joined) this.#steps[this.#done - 1] = { label, operations: joined, state: this.#nextState++ };
    else this.#steps.push({ label, operations, state: this.#nextState++ });
    this.#done = this.#steps.length;
    this.#keepWithinBudget();
    return dirty;
  }

  /** Folds a group in the panel or unfolds it: how the layers are looked at is no step. */
  setExpanded(id: string, expanded: boolean): void {
    if (!this.#document) return;
    this.#assertFree();
    const layers = replaceLayer(this.#document.layers, id, (layer) =>
      layer.kind === 'group' ? { ...layer, expanded } : layer,
    );
    this.#document = { ...this.#document, layers };
  }

  /** @returns the tiles that may differ; none at the oldest state */
  undo(): DirtyTiles {
    return this.jump(this.#done - 1);
  }

  /** @returns the tiles that may differ; none at the newest state */
  redo(): DirtyTiles {
    return this.jump(this.#done + 1);
  }

  /** Goes to the state with this many steps in force, or to the nearest there is. */
  jump(done: number): DirtyTiles {
    this.#assertFree();
    const target = Math.max(0, Math.min(this.#steps.length, done));
    let dirty: DirtyTiles = new Set();
    while (this.#done > target) {
      const { operations } = this.#steps[--this.#done]!;
      dirty = union(dirty, this.#apply(operations.toReversed().map(invert)));
    }
    while (this.#done < target) dirty = union(dirty, this.#apply(this.#steps[this.#done++]!.operations));
    // What had been spilled and was looked at in between is in memory again.
    this.#spillBeyondBudget();
    return dirty;
  }

  /**
   * The document as it was with fewer steps in force, to be looked at beside the present one. Valid until
   * the next step is made.
   */
  documentAt(done: number): KomaDocument | undefined {
    let document = this.#document;
    for (let i = this.#done - 1; i >= Math.max(0, done); i--)
      for (const operation of this.#steps[i]!.operations.toReversed())
        document = apply(document, invert(operation));
    return document;
  }

  /** Bytes in memory that only the history holds. */
  get historyBytes(): number {
    let bytes = 0;
    for (const tile of this.#held.keys()) if (this.#isResident(tile)) bytes += tile.bytes;
    return bytes;
  }

  /** Forgets everything; every tile is released. */
  dispose(): void {
    this.#forget(this.#steps.splice(0));
    if (this.#document) for (const tile of tilesOfDocument(this.#document)) this.store.release(tile);
    this.#document = undefined;
    this.#done = 0;
    this.#base = this.#nextState++;
  }

  #apply(operations: readonly Operation[]): DirtyTiles {
    let dirty: DirtyTiles = new Set();
    for (const operation of operations) {
      const before = this.#document;
      for (const tile of entering(operation)) this.store.retain(tile);
      this.#document = apply(before, operation);
      for (const tile of leaving(operation)) this.store.release(tile);
      dirty = union(dirty, dirtyTiles(before, this.#document, operation));
    }
    return dirty;
  }

  #hold(operations: readonly Operation[]): void {
    for (const tile of ownedBy(operations)) this.#held.set(tile, (this.#held.get(tile) ?? 0) + 1);
  }

  #forget(steps: readonly HistoryStep<Label>[]): void {
    for (const { operations } of steps)
      for (const tile of ownedBy(operations)) {
        const count = this.#held.get(tile)! - 1;
        if (count > 0) this.#held.set(tile, count);
        else this.#held.delete(tile);
        this.store.release(tile);
      }
  }

  /** In memory, and not for the document's sake. */
  #isResident(tile: Tile): boolean {
    return tile.slot !== undefined && tile.references === this.#held.get(tile);
  }

  #keepWithinBudget(): void {
    let bytes = this.#spillBeyondBudget();
    // The step just taken can always be undone, whatever it costs; where it alone is too much, to forget
    // the others would free nothing.
    const last = this.#steps.at(-1)!;
    while (
      this.#steps.length > MAX_STEPS ||
      (this.#steps.length > 1 && bytes > this.#budget && bytes > this.#bytesOf(last))
    ) {
      this.#base = this.#steps[0]!.state;
      this.#forget(this.#steps.splice(0, 1));
      this.#done--;
      // What was forgotten in the spill makes room there for what is in memory.
      bytes = this.#spillBeyondBudget();
    }
  }

  /** @returns what the history still holds in memory */
  #spillBeyondBudget(): number {
    let bytes = this.historyBytes;
    if (bytes <= this.#budget) return bytes;
    for (const step of this.#farthestFirst())
      for (const tile of ownedBy(step.operations)) {
        if (bytes <= this.#budget) return bytes;
        if (!this.#isResident(tile)) continue;
        if (!this.#trySpill(tile)) return bytes;
        bytes -= tile.bytes;
      }
    return bytes;
  }

  /** What a step has a share in of the bytes in memory that only the history holds. */
  #bytesOf({ operations }: HistoryStep<Label>): number {
    let bytes = 0;
    for (const tile of new Set(ownedBy(operations))) if (this.#isResident(tile)) bytes += tile.bytes;
    return bytes;
  }

  /** Steps by their distance from the present: those that undo and redo would need next come last. */
  *#farthestFirst(): Generator<HistoryStep<Label>> {
    let [oldest, newest] = [0, this.#steps.length - 1];
    while (oldest <= newest) {
      const back = this.#done - 1 - oldest;
      const forth = newest - this.#done;
      yield this.#steps[back >= forth ? oldest++ : newest--]!;
    }
  }

  #trySpill(tile: Tile): boolean {
    if (this.store.spilledBytes + tile.bytes > this.#spillBudget) return false;
    try {
      return this.store.spill(tile);
    } catch {
      // No room on the disk: the oldest steps are forgotten instead.
      return false;
    }
  }
}

/** The tiles that a step owns: what left and what entered, as often as they did. */
function* ownedBy(operations: readonly Operation[]): Generator<Tile> {
  for (const operation of operations) {
    yield* entering(operation);
    yield* leaving(operation);
  }
}
