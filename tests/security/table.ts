/** Texts in rows and columns. */
export interface Table {
  readonly columns: readonly string[];
  /** Indices of the columns with numbers, which stand on the right. */
  readonly numbers: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** For a terminal. */
export function plainTable(table: Table): string {
  return [table.columns, ...table.rows].map((row) => align(table, row).join('  ').trimEnd()).join('\n');
}

/** In Markdown, as Prettier writes it. */
export function markdownTable(table: Table): string {
  const rule = widths(table).map((width, column) =>
    table.numbers.includes(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head, ...body] = [table.columns, ...table.rows].map((row) => line(align(table, row)));
  return [head, line(rule), ...body].join('\n');
}

function align(table: Table, row: readonly string[]): string[] {
  const sizes = widths(table);
  return row.map((cell, column) =>
    table.numbers.includes(column) ? cell.padStart(sizes[column]!) : cell.padEnd(sizes[column]!),
  );
}

function widths({ columns, rows }: Table): number[] {
  return columns.map((name, column) => Math.max(3, name.length, ...rows.map((row) => row[column]!.length)));
}
