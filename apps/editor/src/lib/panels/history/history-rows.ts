import type { HistoryLabel } from '#lib/raster/protocol.ts';

/** A state of the document that one can go to. */
export interface HistoryRow {
  /** How many steps are in force then. */
  readonly done: number;
  /** What led to it; undefined where that has been forgotten. */
  readonly label: HistoryLabel | undefined;
}

/**
 * The states of the document, the oldest first.
 * @param steps names of all steps
 * @param oldest the fewest steps that can be in force
 */
export function historyRows(steps: readonly HistoryLabel[], oldest: number): HistoryRow[] {
  const rows: HistoryRow[] = [];
  for (let done = oldest; done <= steps.length; done++) rows.push({ done, label: steps[done - 1] });
  return rows;
}
