import { LINE, PAPER, TONE } from '../page/ink-plane.ts';
import { part, inRows, type Steps } from '../steps.ts';
import { VOTE_CELL } from './vote-tones.ts';

/** How far to each side a line is followed, px. */
const REACH = 10;
/** Unmarked pixels that a stretch of ink of twice the reach must have, to be a line. */
const OWN = 6;
/** Directions that are looked along. */
const DIRECTIONS = 12;

/**
 * Turns marked ink of toned cells into tone, but not where it lies in a straight stretch of ink that is partly
 * unmarked: lines that cross a pattern look even in places only, and patterns all along.
 * @param ink changed in place
 * @param marks likewise: marks outside of toned cells are taken back
 * @param votes of the cells, see `voteTones`
 */
export function* keepLines(
  ink: Uint8Array,
  marks: Uint8Array,
  votes: Uint8Array,
  width: number,
  height: number,
): Steps<void> {
  const takingBack = eachMarked(marks, votes, 1, width, height, (i) => {
    marks[i] = 0;
  });
  yield* part(takingBack, 0, 0.3);
  const steps = stepsOf(width);
  const toning = eachMarked(marks, votes, 2, width, height, (i, x, y) => {
    const isInside = x >= REACH && x < width - REACH && y >= REACH && y < height - REACH;
    if (!isInside || !isOnLine(ink, marks, i, steps)) ink[i] = TONE;
  });
  yield* part(toning, 0.3, 1);
}

/** Visits the marked pixels in cells with a vote. */
function eachMarked(
  marks: Uint8Array,
  votes: Uint8Array,
  vote: number,
  width: number,
  height: number,
  visit: (pixel: number, x: number, y: number) => void,
): Steps<void> {
  const across = Math.ceil(width / VOTE_CELL);
  return inRows(width, height, (first, end) => {
    for (let y = first; y < end; y++) {
      const row = Math.floor(y / VOTE_CELL) * across;
      for (let cell = 0; cell < across; cell++) {
        if (votes[row + cell] !== vote) continue;
        const stop = Math.min(width, (cell + 1) * VOTE_CELL);
        for (let x = cell * VOTE_CELL; x < stop; x++)
          if (marks[y * width + x] === 1) visit(y * width + x, x, y);
      }
    }
  });
}

/** For each direction the offsets of the pixels to one side, nearest first; the other side has them negated. */
function stepsOf(width: number): Int32Array[] {
  return Array.from({ length: DIRECTIONS }, (_, k) => {
    const angle = (Math.PI * k) / DIRECTIONS;
    return Int32Array.from({ length: REACH }, (_, n) => {
      const along = n + 1;
      return Math.round(along * Math.sin(angle)) * width + Math.round(along * Math.cos(angle));
    });
  });
}

function isOnLine(ink: Uint8Array, marks: Uint8Array, pixel: number, directions: Int32Array[]): boolean {
  for (const steps of directions) {
    let own = 0;
    let isInk = true;
    for (let n = 0; n < REACH && isInk; n++) {
      const one = pixel + steps[n]!;
      const two = pixel - steps[n]!;
      isInk = ink[one] !== PAPER && ink[two] !== PAPER;
      if (ink[one] === LINE && marks[one] === 0) own++;
      if (ink[two] === LINE && marks[two] === 0) own++;
    }
    if (isInk && own >= OWN) return true;
  }
  return false;
}
