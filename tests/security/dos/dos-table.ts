import type { Table } from '../table.ts';
import type { DosRow } from './run-dos.ts';

/** The page may be busy for as long, and Cancel may take as long. */
const MAX_STALL_MS = 100;
const MAX_STOP_MS = 2000;

/** What is wrong with a result, in words. */
export function judgeDos(rows: readonly DosRow[]): string[] {
  return rows.flatMap(({ id, stallMs, stoppedMs, intact }) => [
    ...(stallMs > MAX_STALL_MS
      ? [`${id}: the page stood still for ${stallMs} ms (at most ${MAX_STALL_MS})`]
      : []),
    ...((stoppedMs ?? 0) > MAX_STOP_MS
      ? [`${id}: Cancel took ${stoppedMs} ms (at most ${MAX_STOP_MS})`]
      : []),
    ...(intact ? [] : [`${id}: the picture is not as it was`]),
  ]);
}

/** The rows as a table. */
export function dosTable(rows: readonly DosRow[]): Table {
  return {
    columns: ['plugin', 'longest stall, ms', 'stopped after Cancel, ms', 'what', 'what became of it'],
    numbers: [1, 2],
    rows: rows.map(({ id, stallMs, stoppedMs, what, outcome }) => [
      id,
      String(stallMs),
      stoppedMs === null ? 'not needed' : String(stoppedMs),
      what,
      outcome,
    ]),
  };
}
