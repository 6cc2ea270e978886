import type { ProbeRow } from './run-suite.ts';
import type { Table } from './table.ts';

export interface BrowserRows {
  /** With its version. */
  readonly browser: string;
  readonly rows: readonly ProbeRow[];
}

/** So many probes at least must get through without the guards, or nothing is shown by their silence with them. */
export const CONTROL_HITS = 15;

/** What is wrong with a result, in words; empty where nothing got out. */
export function judge({ browser, rows }: BrowserRows): string[] {
  const through = rows.filter(({ guarded }) => guarded > 0).map(({ id }) => id);
  const control = rows.filter(({ unguarded }) => unguarded > 0).length;
  return [
    ...(through.length > 0 ? [`${browser}: got through the guards: ${through.join(', ')}`] : []),
    ...(control < CONTROL_HITS
      ? [`${browser}: only ${control} probes get through without the guards, so they show nothing`]
      : []),
  ];
}

/** The rows as a table. */
export function probeTable({ rows }: BrowserRows): Table {
  const through = (key: 'guarded' | 'policyOnly' | 'unguarded'): string =>
    String(rows.filter((row) => row[key] > 0).length);
  return {
    columns: ['probe', 'guarded', 'policy only', 'unguarded', 'what'],
    numbers: [1, 2, 3],
    rows: [
      ...rows.map((row) => [
        row.id,
        String(row.guarded),
        String(row.policyOnly),
        String(row.unguarded),
        row.what,
      ]),
      [
        `${rows.length} probes`,
        through('guarded'),
        through('policyOnly'),
        through('unguarded'),
        'got through',
      ],
    ],
  };
}
