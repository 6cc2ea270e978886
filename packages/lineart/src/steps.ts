/** Work that can be carried out bit by bit: yields the fraction done, 0 to 1, and returns the result. */
export type Steps<T> = Generator<number, T, undefined>;

/** Carries out all of the work in one piece. @returns its result */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Work as the part of larger work that leads from one fraction to another. */
export function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Numbers that go through a loop between two stops: a few milliseconds. */
const BLOCK = 2 ** 18;

/**
 * A loop over the rows of a plane, some at a time.
 * @param work is called with the first row of each block and the one behind its last
 */
export function* inRows(
  width: number,
  height: number,
  work: (first: number, end: number) => void,
): Steps<void> {
  const rows = Math.max(1, Math.floor(BLOCK / Math.max(1, width)));
  for (let y = 0; y < height; y += rows) {
    const end = Math.min(height, y + rows);
    work(y, end);
    yield end / height;
  }
}
