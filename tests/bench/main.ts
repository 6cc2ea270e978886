/**
 * `npm run bench -- NAME [--json FILE] [--markdown] [--quick]`: measures the bounds of one part of
 * Koma. Prints a table; exit code 1 where a row that must hold does not, 2 on wrong usage.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMissed, log, type Bench, type BenchRow } from './bench-row.ts';
import { describeMachine } from './describe-machine.ts';
import { formatValue, markdownTable, plainTable } from './print-table.ts';

/** Imported only when asked for: each brings its own heavy libraries. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  character: async () => (await import('./character/character-bench.ts')).characterBench,
  colorize: async () => (await import('./colorize/colorize-bench.ts')).colorizeBench,
  editor: async () => (await import('./editor/editor-bench.ts')).editorBench,
  segment: async () => (await import('./segment/segment-bench.ts')).segmentBench,
  upscale: async () => (await import('./upscale/upscale-bench.ts')).upscaleBench,
};

const USAGE = `usage: npm run bench -- NAME [--json FILE] [--markdown] [--quick]

names: ${Object.keys(BENCHES).join(', ')}

--json FILE  also writes the rows as a JSON array
--markdown   prints the table as Markdown
--quick      one repeat, no long runs: to try the command, not to measure`;

async function main(): Promise<number> {
  const { values, name } = parse();
  const bench = name === undefined ? undefined : BENCHES[name];
  if (!bench) {
    console.error(name === undefined ? USAGE : `There is no benchmark "${name}".\n\n${USAGE}`);
    return 2;
  }
  const machine = describeMachine();
  const rows: BenchRow[] = [];
  let failure: unknown;
  try {
    for await (const row of (await bench())({ quick: values.quick })) {
      rows.push(row);
      log(`${row.id}: ${formatValue(row.value)} ${row.unit}`);
    }
  } catch (error) {
    // What was measured before is still worth showing.
    failure = error;
  }
  console.log(`${machine}\n\n${values.markdown ? markdownTable(rows) : plainTable(rows)}`);
  // npm changes into the package's root; paths on the command line mean the caller's folder.
  if (values.json !== undefined) {
    const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.json);
    writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  }
  const missed = rows.filter(isMissed);
  if (missed.length > 0) console.error(`\nMissed: ${missed.map((row) => row.id).join(', ')}`);
  if (failure !== undefined) console.error('\nThe benchmark broke off:', failure);
  return missed.length > 0 || failure !== undefined ? 1 : 0;
}

function parse() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        markdown: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
      },
    });
    // More than one name is no name.
    return { values, name: positionals.length === 1 ? positionals[0] : undefined };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { values: { quick: false, markdown: false }, name: undefined };
  }
}

process.exitCode = await main();
