/**
 * Work that can be carried out bit by bit: a generator that stops every millisecond or so, yielding how much of the
 * work is done, 0 to 1 and never less than before, and that returns the result. Who drives it may
 * leave it at any stop by `return()`; what it holds is then freed by its `finally` blocks.
 */
export type Steps<T> = Generator<number, T, undefined>;

/** Carries out all of the work in one piece. @returns its result */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Work as a part of larger work, which stops where it stops.
 * @param from how much of the whole is done before, 0 to 1
 * @param to how much is done after
 */
export function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield from + (to - from) * step.value;
    }
  } finally {
    // Without effect where the work has ended; else it is left where it stands.
    steps.return(undefined as never);
  }
}

/** Numbers that go through a simple loop between two stops: a millisecond at most, mostly far less. */
const BLOCK = 2 ** 18;

/**
 * A loop over many numbers in blocks.
 * @param count how many numbers there are
 * @param work is called for one block after another, with the first number of it and the one behind its last
 * @param block numbers in a block
 */
export function* inBlocks(
  count: number,
  work: (from: number, to: number) => void,
  block = BLOCK,
): Steps<void> {
  for (let from = 0; from < count; from += block) {
    work(from, Math.min(count, from + block));
    yield Math.min(1, (from + block) / count);
  }
}

/** How many rows of a plane make a block, at least one. */
export function rowsOfBlock(width: number): number {
  return Math.max(1, Math.floor(BLOCK / Math.max(1, width)));
}
