import { inRows, part, type Steps } from '../steps.ts';
import type { Runs } from './find-runs.ts';

/** Side of the cells that vote, px, and its logarithm. */
export const VOTE_CELL = 8;
const VOTE_SHIFT = 3;
/** Part of the line ink around a cell that must lie in patterns for the cell to be toned. */
const MAJORITY = 0.45;

/**
 * Finds where ink that lies in even patterns is a tone: where much of the line ink around is of that kind. Chance makes
 * some lines look even, but not whole areas.
 * @param runs of line ink
 * @param marks 1 for each pixel of them that lies in a pattern
 * @returns one byte a cell of {@link VOTE_CELL} px: 0 nothing is marked here, 1 no tone, 2 tone
 */
export function* voteTones(runs: Runs, marks: Uint8Array, width: number, height: number): Steps<Uint8Array> {
  const across = Math.ceil(width / VOTE_CELL);
  const down = Math.ceil(height / VOTE_CELL);
  const inked = new Uint16Array(across * down);
  const marked = new Uint16Array(across * down);
  const counting = inRows(width, height, (first, end) => {
    for (let y = first; y < end; y++) {
      const row = Math.floor(y / VOTE_CELL) * across;
      for (let run = runs.rows[y]!; run < runs.rows[y + 1]!; run++)
        for (let i = runs.start[run]!; i < runs.end[run]!; i++) {
          const cell = row + ((i - y * width) >> VOTE_SHIFT);
          inked[cell]!++;
          marked[cell]! += marks[i]!;
        }
    }
  });
  yield* part(counting, 0, 0.9);
  const votes = new Uint8Array(across * down);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      if (marked[row * across + column] === 0) continue;
      let all = 0;
      let even = 0;
      for (let r = Math.max(0, row - 1); r <= Math.min(down - 1, row + 1); r++)
        for (let c = Math.max(0, column - 1); c <= Math.min(across - 1, column + 1); c++) {
          all += inked[r * across + c]!;
          even += marked[r * across + c]!;
        }
      votes[row * across + column] = even > MAJORITY * all ? 2 : 1;
    }
  yield 1;
  return votes;
}
