import type { Runs } from './find-runs.ts';

/** Runs that can go across a line, px: shorter ones are specks, longer ones go along it. */
const THINNEST = 2;
const WIDEST = 24;
/** What runs across lines at a slant are longer than the lines are wide, at the median of all slants below 45 degrees. */
const SLANT = 1.1;

/** The median width of a page's lines from the runs of its ink, px; 0 without ink. */
export function lineWidthOf(runs: Runs): number {
  const histogram = new Uint32Array(WIDEST + 1);
  let total = 0;
  for (let run = 0; run < runs.count; run++) {
    const length = runs.end[run]! - runs.start[run]!;
    if (length < THINNEST || length > WIDEST) continue;
    histogram[length]!++;
    total++;
  }
  if (total === 0) return runs.count === 0 ? 0 : 1;
  let seen = 0;
  let length = THINNEST;
  while (seen + histogram[length]! < total / 2) seen += histogram[length++]!;
  return (length - 0.5 + (total / 2 - seen) / histogram[length]!) / SLANT;
}
