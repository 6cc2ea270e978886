import { inRows, type Steps } from '../steps.ts';
import type { Runs } from './find-runs.ts';

/** Connected components of runs and what is known of each. */
export interface Components {
  readonly count: number;
  /** Component of each run. */
  readonly ofRun: Int32Array;
  /** Pixels. */
  readonly area: Int32Array;
  /** Bounds: first and last column and row. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly top: Int32Array;
  readonly bottom: Int32Array;
}

/** Joins runs that touch along pixel sides (4-neighbours) into components, numbered from the top. */
export function* findComponents(runs: Runs, width: number, height: number): Steps<Components> {
  const { start, end, rows } = runs;
  const parent = new Int32Array(runs.count);
  yield* inRows(width, height, (first, last) => {
    for (let y = first; y < last; y++) {
      let above = y === 0 ? 0 : rows[y - 1]!;
      const aboveEnd = rows[y]!;
      for (let run = aboveEnd; run < rows[y + 1]!; run++) {
        parent[run] = run;
        const from = start[run]! - width;
        const to = end[run]! - width;
        while (above < aboveEnd && end[above]! <= from) above++;
        for (let other = above; other < aboveEnd && start[other]! < to; other++) join(parent, other, run);
      }
    }
  });
  // Roots are the first runs of their components, so parents come before their children.
  const ofRun = parent;
  let count = 0;
  for (let run = 0; run < runs.count; run++)
    ofRun[run] = parent[run] === run ? -++count : ofRun[parent[run]!]!;
  yield 1;
  const area = new Int32Array(count);
  const left = new Int32Array(count).fill(width);
  const right = new Int32Array(count);
  const top = new Int32Array(count).fill(-1);
  const bottom = new Int32Array(count);
  for (let y = 0; y < height; y++)
    for (let run = rows[y]!; run < rows[y + 1]!; run++) {
      const component = -ofRun[run]! - 1;
      ofRun[run] = component;
      const from = start[run]! - y * width;
      const to = end[run]! - y * width;
      area[component]! += to - from;
      if (from < left[component]!) left[component] = from;
      if (to > right[component]!) right[component] = to - 1;
      if (top[component]! < 0) top[component] = y;
      bottom[component] = y;
    }
  yield 1;
  return { count, ofRun, area, left, right, top, bottom };
}

function join(parent: Int32Array, one: number, two: number): void {
  const a = rootOf(parent, one);
  const b = rootOf(parent, two);
  if (a < b) parent[b] = a;
  else parent[a] = b;
}

function rootOf(parent: Int32Array, run: number): number {
  let root = run;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}
