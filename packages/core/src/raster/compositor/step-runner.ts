import { TILE } from '../tiles/index.ts';
import type { TileRows } from './composite-node.ts';
import type { Step } from './step.ts';
import { BAND_BYTES, BAND_ROWS, type TileMemory } from './tile-memory.ts';

/** Answers of the kernels `classify` and `classifyBytes`. */
const NOTHING = 0;
const FULL = 2;
const UNKNOWN = -1;

/**
 * Carries out steps band by band, all steps of a band before the next, so that accumulators never leave
 * the cache. What is transparent in a band is skipped, and so is what opaque pixels cover.
 */
export class StepRunner {
  readonly #memory: TileMemory;
  /** Of each accumulator, whether nothing was drawn into it; its memory then holds anything. */
  #empty = new Uint8Array(16);
  /** Of each step, what `classify` said of its pixels in this band. */
  #classes = new Int8Array(64);
  #accumulators = 0;
  #blocks = 0;

  constructor(memory: TileMemory) {
    this.#memory = memory;
  }

  /** Writes these rows of the memory's result; false if all of it is transparent. */
  run(steps: readonly Step[], depth: number, rows: TileRows): boolean {
    if (steps.length === 0) return false;
    const { kernels, result } = this.#memory;
    this.#accumulators = this.#memory.allocate(depth * BAND_BYTES);
    if (this.#empty.length < depth) this.#empty = new Uint8Array(depth);
    if (this.#classes.length < steps.length) this.#classes = new Int8Array(steps.length);
    let shows = false;
    for (let y = rows.from; y < rows.to; y += BAND_ROWS) {
      this.#blocks = (Math.min(BAND_ROWS, rows.to - y) * TILE) / 4;
      this.#runBand(steps, y * TILE);
      const at = result + y * TILE * 4;
      if (this.#empty[0]) this.#memory.bytes().fill(0, at, at + this.#blocks * 16);
      else if (kernels.store(this.#accumulators, at, this.#blocks) !== 0) shows = true;
    }
    return shows;
  }

  /** @param offset pixels of the tile before the band */
  #runBand(steps: readonly Step[], offset: number): void {
    this.#empty.fill(1);
    this.#classes.fill(UNKNOWN);
    for (let i = this.#firstThatShows(steps, offset); i < steps.length; i++) {
      const step = steps[i]!;
      if (step.kind === 'begin') this.#empty[step.dst] = 1;
      else if (step.kind === 'save') this.#save(step);
      else if (step.kind === 'fade') this.#fade(step, offset);
      else if (step.kind === 'accumulator') {
        if (!this.#empty[step.src]) this.#blend(step, this.#at(step.src), 1, offset);
      } else if (this.#classOf(steps, i, offset) !== NOTHING)
        this.#blend(step, step.src + offset * 4, 0, offset);
    }
  }

  #firstThatShows(steps: readonly Step[], offset: number): number {
    for (let i = steps.length - 1; i > 0; i--)
      if (steps[i]!.covers && this.#classOf(steps, i, offset) === FULL) return i;
    return 0;
  }

  #classOf(steps: readonly Step[], i: number, offset: number): number {
    const known = this.#classes[i]!;
    if (known !== UNKNOWN) return known;
    return (this.#classes[i] = this.#memory.kernels.classify(steps[i]!.src + offset * 4, this.#blocks));
  }

  #blend(step: Step, src: number, planar: 0 | 1, offset: number): void {
    const { kernels } = this.#memory;
    let mask = step.mask && step.mask + offset;
    if (mask !== 0) {
      const coverage = kernels.classifyBytes(mask, this.#blocks);
      if (coverage === NOTHING) return;
      if (coverage === FULL) mask = 0;
    }
    const dst = this.#at(step.dst);
    if (!this.#empty[step.dst]) step.kernel(dst, src, planar, mask, step.opacity, step.atop, this.#blocks);
    else if (step.atop === 0) {
      kernels.set(dst, src, planar, mask, step.opacity, this.#blocks);
      this.#empty[step.dst] = 0;
    }
  }

  #save(step: Step): void {
    this.#empty[step.src] = this.#empty[step.dst]!;
    if (this.#empty[step.dst]) return;
    this.#memory.kernels.set(this.#at(step.src), this.#at(step.dst), 1, 0, 1, this.#blocks);
  }

  #fade(step: Step, offset: number): void {
    if (this.#empty[step.dst]) return;
    const { kernels } = this.#memory;
    const [dst, from, mask] = [this.#at(step.dst), this.#at(step.src), step.mask && step.mask + offset];
    if (this.#empty[step.src]) kernels.set(dst, dst, 1, mask, step.opacity, this.#blocks);
    else kernels.lerp(dst, from, mask, step.opacity, this.#blocks);
  }

  #at(accumulator: number): number {
    return this.#accumulators + accumulator * BAND_BYTES;
  }
}
