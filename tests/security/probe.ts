/**
 * `npm run probe -- NAME [--json FILE] [--browser chromium|firefox] [--markdown]`: tries in the built editor what
 * plugins of others must not be able to do. Prints a table; exit code 1 where something got through, where the
 * positive control shows that the probes do not measure, or where a bound is missed; 2 on wrong usage.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dosTable, judgeDos } from './dos/dos-table.ts';
import { runDos, type DosRow } from './dos/run-dos.ts';
import type { ProbeBrowser } from './drivers/browser.ts';
import { startChromium } from './drivers/chromium.ts';
import { findFirefox, startFirefox } from './drivers/firefox.ts';
import { judge, probeTable } from './probe-table.ts';
import { runSuite } from './run-suite.ts';
import { markdownTable, plainTable, type Table } from './table.ts';

const USAGE = `usage: npm run probe -- NAME [--json FILE] [--browser chromium|firefox] [--markdown]

names:
  sandbox  ways out of the sandbox
  dos      plugins that loop, flood and grow, in Chromium

--json FILE  also writes the rows as a JSON array
--browser    one browser only; without it Chromium, and Firefox where it is installed
--markdown   prints the table as Markdown`;

interface Options {
  readonly name: string;
  readonly browsers: readonly string[];
  readonly json: string | undefined;
  readonly print: (table: Table) => string;
}

/** What a suite found: its rows, and what is wrong with them. */
interface Findings {
  readonly rows: readonly object[];
  readonly complaints: readonly string[];
}

const BROWSERS: Readonly<Record<string, () => Promise<ProbeBrowser> | undefined>> = {
  chromium: startChromium,
  firefox: () => {
    const path = findFirefox();
    return path === undefined ? undefined : startFirefox(path);
  },
};

const SUITES: Readonly<Record<string, (options: Options) => Promise<Findings>>> = {
  sandbox: probeSandbox,
  dos: probeDos,
};

async function probeSandbox({ browsers, print }: Options): Promise<Findings> {
  const rows: object[] = [];
  const complaints: string[] = [];
  for (const name of browsers) {
    const browser = await BROWSERS[name]!();
    if (!browser) {
      console.error(`${name} is left out: it is not installed (KOMA_FIREFOX may name it).`);
      continue;
    }
    try {
      const result = { browser: browser.name, rows: await runSuite(browser) };
      console.log(`${result.browser}\n\n${print(probeTable(result))}\n`);
      rows.push(...result.rows.map((row) => ({ ...row, browser: browser.name })));
      complaints.push(...judge(result));
    } finally {
      await browser.close();
    }
  }
  return { rows, complaints: rows.length > 0 ? complaints : [...complaints, 'No browser was tried.'] };
}

async function probeDos({ print }: Options): Promise<Findings> {
  const rows: DosRow[] = [];
  for await (const row of runDos()) {
    console.error(row.id);
    rows.push(row);
  }
  console.log(print(dosTable(rows)));
  return { rows, complaints: judgeDos(rows) };
}

async function main(): Promise<number> {
  const options = parse();
  if (!options) return 2;
  const { rows, complaints } = await SUITES[options.name]!(options);
  if (options.json !== undefined) {
    // npm changes into the package's root; paths on the command line mean the caller's folder.
    const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), options.json);
    writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  }
  for (const complaint of complaints) console.error(complaint);
  return complaints.length > 0 ? 1 : 0;
}

function parse(): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        browser: { type: 'string' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const [name = '', ...more] = positionals;
    const known = values.browser === undefined || values.browser in BROWSERS;
    if (name in SUITES && more.length === 0 && known)
      return {
        name,
        browsers: values.browser === undefined ? Object.keys(BROWSERS) : [values.browser],
        json: values.json,
        print: values.markdown ? markdownTable : plainTable,
      };
    console.error(USAGE);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
  return undefined;
}

process.exitCode = await main();
