/** After the build: writes the header files of `header-files.mjs` beside the page. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { headerFiles, headerRules } from './header-files.mjs';

const WORKERS = '_app/immutable/workers/';

const build = new URL('../build/', import.meta.url);
const read = (name) => readFileSync(new URL(name, build), 'utf8');
const scripts = readdirSync(new URL(WORKERS, build))
  .filter((name) => name.endsWith('.js'))
  .sort();
const isNetwork = (name) => name.startsWith('network.worker-');
const networkWorkers = scripts.filter(isNetwork).map((name) => `/${WORKERS}${name}`);
const workers = scripts.filter((name) => !isNetwork(name)).map((name) => `/${WORKERS}${name}`);
const rules = headerRules({ page: read('index.html'), sandbox: read('sandbox.html'), networkWorkers });
for (const [name, text] of Object.entries(headerFiles(rules, workers)))
  writeFileSync(new URL(name, build), text);
