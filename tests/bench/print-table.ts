import { meetsBound, type BenchRow } from './bench-row.ts';

const COLUMNS = ['id', 'value', 'unit', 'bound', 'kind', 'result', 'reference'] as const;

/** Rows as a table for a terminal. */
export function plainTable(rows: readonly BenchRow[]): string {
  const cells = [[...COLUMNS], ...rows.map(toCells)];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) => alignRow(row, widths).join('  ').trimEnd()).join('\n');
}

/** Rows as a Markdown table, padded the way Prettier does it. */
export function markdownTable(rows: readonly BenchRow[]): string {
  const cells = [[...COLUMNS], ...rows.map(toCells)];
  const widths = COLUMNS.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => `| ${alignRow(row, widths).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isNumeric(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(cells[0]!), `| ${rule.join(' | ')} |`, ...cells.slice(1).map(line)].join('\n');
}

function toCells(row: BenchRow): string[] {
  const result = row.bound === null ? '' : meetsBound(row) ? 'ok' : 'MISSED';
  return [row.id, formatValue(row.value), row.unit, row.bound ?? '', row.kind, result, row.reference ?? ''];
}

function alignRow(row: readonly string[], widths: readonly number[]): string[] {
  return row.map((cell, column) =>
    isNumeric(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
  );
}

function isNumeric(column: number): boolean {
  return COLUMNS[column] === 'value';
}

/** Enough digits to see whether a bound is met, no more. */
export function formatValue(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 3);
}
