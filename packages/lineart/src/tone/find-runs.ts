import { inRows, type Steps } from '../steps.ts';

/** Horizontal runs of the pixels of a plane that have one value, from the top left. */
export interface Runs {
  readonly count: number;
  /** Index in the plane of each run's first pixel. */
  readonly start: Int32Array;
  /** Index behind its last pixel. */
  readonly end: Int32Array;
  /** First run of each row; one more entry than rows. */
  readonly rows: Int32Array;
}

/** Run-length encodes where `plane` has a `value`. */
export function* findRuns(plane: Uint8Array, width: number, height: number, value: number): Steps<Runs> {
  const rows = new Int32Array(height + 1);
  let capacity = Math.max(1024, plane.length >> 5);
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let count = 0;
  yield* inRows(width, height, (first, last) => {
    for (let y = first; y < last; y++) {
      rows[y] = count;
      if (count + width > capacity) {
        capacity = 2 * capacity + width;
        start = grown(start, capacity);
        end = grown(end, capacity);
      }
      const stop = (y + 1) * width;
      for (let i = y * width; i < stop; i++) {
        if (plane[i] !== value) continue;
        start[count] = i;
        do i++;
        while (i < stop && plane[i] === value);
        end[count++] = i;
      }
    }
  });
  rows[height] = count;
  return { count, start, end, rows };
}

/** Runs without those that are to be dropped; the arrays are used again, so that the old runs are gone. */
export function dropRuns(runs: Runs, isDropped: (run: number) => boolean): Runs {
  const { start, end, rows } = runs;
  let count = 0;
  let next = 0;
  for (let y = 0; y + 1 < rows.length; y++) {
    const stop = rows[y + 1]!;
    rows[y] = count;
    for (; next < stop; next++) {
      if (isDropped(next)) continue;
      start[count] = start[next]!;
      end[count++] = end[next]!;
    }
  }
  rows[rows.length - 1] = count;
  return { count, start, end, rows };
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
