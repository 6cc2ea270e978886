import assert from 'node:assert/strict';
import { TileStore } from '../raster/index.ts';
import { MemorySpill } from '../raster/tiles/memory-spill.test-helper.ts';
import type { DirtyTiles } from './dirty-tiles.ts';
import { countOwners, KnownTiles, snapshot } from './documents.test-helper.ts';
import { Editing } from './editing.ts';
import { KeptComposites } from './kept-composites.test-helper.ts';
import { RandomEdits } from './random-edits.test-helper.ts';
import type { Transaction } from './transaction.ts';

/** Edits between two looks at everything: bytes, owners, whole composites. */
const BETWEEN_CHECKS = 25;

const KIB = 1024;
const BUDGETS = [0, 300 * KIB, 3 * 1024 * KIB, Infinity];
const SPILLS: readonly (() => MemorySpill | undefined)[] = [
  () => undefined,
  () => new MemorySpill(),
  () => new MemorySpill(700 * KIB),
];

/** A document being edited at random, and all that must be true of it: what is not throws. Tests only. */
export class EditSequence {
  readonly spill: MemorySpill | undefined;
  readonly budget: number;
  readonly store: TileStore;
  readonly known: KnownTiles;
  readonly editing: Editing<string>;
  readonly #edits: RandomEdits;
  readonly #composites: KeptComposites;
  /** What the document looked like in each of its states. */
  readonly #states = new Map<number, string>();

  constructor(seed: number) {
    this.budget = BUDGETS[seed % BUDGETS.length]!;
    this.spill = SPILLS[seed % SPILLS.length]!();
    this.store = new TileStore(this.spill ? { spill: this.spill } : {});
    this.known = new KnownTiles(this.store);
    this.editing = new Editing(this.store, this.budget);
    this.#edits = new RandomEdits(seed, this.known);
    this.#composites = new KeptComposites(this.known);
    this.#states.set(this.editing.state, this.#look());
  }

  /** Whether no step is ever forgotten. */
  get isComplete(): boolean {
    return this.budget === Infinity || this.spill?.capacity === Infinity;
  }

  /** How many different ones there have been. */
  get states(): number {
    return this.#states.size;
  }

  run(operations: number): void {
    for (let i = 1; i <= operations; i++) {
      this.#operate();
      if (i % BETWEEN_CHECKS === 0) this.checkAll();
    }
  }

  /** Makes a step of one's own choice. */
  make(work: (transaction: Transaction) => void): void {
    this.#went(this.editing.transact('made', work));
  }

  /** Undoes everything and does it again, at one go and step by step. */
  thereAndBack(): void {
    const { editing } = this;
    const end = editing.steps.length;
    if (this.isComplete) {
      this.#went(editing.jump(0));
      assert.deepEqual([editing.document, editing.state], [undefined, 0]);
    }
    for (const to of [end, 0, end]) {
      this.#went(editing.jump(to));
      this.checkAll();
    }
    while (editing.done > 0) this.#went(editing.undo());
    this.checkAll();
    while (editing.done < end) this.#went(editing.redo());
    this.checkAll();
  }

  /** Bytes, owners and whole composites. */
  checkAll(): void {
    const { document, steps } = this.editing;
    const damaged = JSON.stringify(snapshot(document, (tile) => this.known.inspect(tile)));
    assert.equal(damaged ?? '', this.#look());
    const operations = steps.flatMap((step) => step.operations);
    const { expected, actual } = countOwners(this.store, document, operations);
    assert.deepEqual(actual, expected);
    this.#composites.checkWhole(this.editing);
  }

  #operate(): void {
    const { editing } = this;
    const { choose } = this.#edits;
    switch (choose.number(12)) {
      case 0:
        return this.#went(editing.undo());
      case 1:
        return this.#went(editing.redo());
      case 2:
        // Mostly near the end, so that sequences grow.
        return this.#went(editing.jump(editing.steps.length - choose.number(choose.chance(0.1) ? 200 : 5)));
      case 3:
        return this.#fail();
      default:
        return this.#edit();
    }
  }

  #edit(): void {
    const { editing } = this;
    const { choose } = this.#edits;
    const before = editing.state;
    let dirty: DirtyTiles = new Set();
    try {
      const label = choose.of(['a', 'b']);
      dirty = editing.transact(label, (transaction) => void this.#edits.edit(transaction), choose.chance());
    } catch (error) {
      // Some edits are refused: into itself, on a group.
      if (!(error instanceof RangeError)) throw error;
    }
    // Without a new step there is the old state, which is looked at again.
    if (editing.state !== before) assert.ok(!this.#states.has(editing.state));
    this.#went(dirty);
  }

  #fail(): void {
    const failure = new RangeError('as it happens');
    const failing = () =>
      this.editing.transact('fails', (transaction) => {
        for (let i = this.#edits.choose.number(3); i >= 0; i--) this.#edits.edit(transaction);
        throw failure;
      });
    assert.throws(failing, RangeError);
    this.#went(new Set());
  }

  /** Where it has come to: a state that looks as it did before, and of which only what is dirty changed. */
  #went(dirty: DirtyTiles): void {
    const look = this.#look();
    const { state } = this.editing;
    if (this.#states.has(state)) assert.equal(look, this.#states.get(state));
    else this.#states.set(state, look);
    if (this.spill?.capacity === Infinity) assert.ok(this.editing.historyBytes <= this.budget);
    this.#composites.update(this.editing, dirty);
    this.#composites.checkStrips(this.editing);
  }

  #look(): string {
    return JSON.stringify(snapshot(this.editing.document, (tile) => this.known.nameOf(tile))) ?? '';
  }

  /** Forgets everything, and looks for what is left. */
  dispose(): void {
    this.editing.dispose();
    const { count, usedBytes, spilledBytes } = this.store;
    assert.deepEqual([count, usedBytes, spilledBytes, this.spill?.bytes ?? 0], [0, 0, 0, 0]);
  }
}
