import { instantiateSolver } from '../solver/solver-module.ts';
import { Fixed } from './pixel-cut.ts';

interface GridExports {
  readonly memory: WebAssembly.Memory;
  createGrid(width: number, height: number): number;
  gridPrices(): number;
  gridPulls(): number;
  gridStates(): number;
  solveGrid(): void;
}

/** States of pixels: free ones are solved for; others keep their label, or are no pixels at all. */
export const State = { FREE: 0, BACKGROUND: Fixed.BACKGROUND, SUBJECT: Fixed.SUBJECT, NONE: 3 } as const;

/** The planes of a grid, row by row, in the solver's memory: valid until the next {@link GridSolver.resize}. */
export interface Grid {
  readonly prices: Uint16Array;
  readonly pulls: Int32Array;
  /** {@link State}; nothing on the rim may be free. */
  readonly states: Uint8Array;
}

/**
 * Exact cuts of pixel grids in WebAssembly, 39 bytes a pixel. The memory grows to the largest grid and is
 * given back with the solver.
 */
export class GridSolver {
  readonly #exports = instantiateSolver() as unknown as GridExports;

  /**
   * A grid of this size with undefined contents.
   *
   * @throws RangeError where memory does not suffice
   */
  resize(width: number, height: number): Grid {
    const { memory, createGrid, gridPrices, gridPulls, gridStates } = this.#exports;
    if (!createGrid(width, height))
      throw new RangeError(`There is not enough memory to cut ${width} x ${height} pixels.`);
    const pixels = width * height;
    return {
      prices: new Uint16Array(memory.buffer, gridPrices(), pixels),
      pulls: new Int32Array(memory.buffer, gridPulls(), pixels),
      states: new Uint8Array(memory.buffer, gridStates(), pixels),
    };
  }

  /** Gives each free pixel the state it has in the smallest subject of the least cuts. */
  solve(): void {
    this.#exports.solveGrid();
  }
}
