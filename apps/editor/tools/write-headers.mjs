/** After the build: writes the header files of `header-files.mjs` beside the page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { headerFiles, headersOf } from './header-files.mjs';

const build = new URL('../build/', import.meta.url);
const headers = headersOf(readFileSync(new URL('index.html', build), 'utf8'));
for (const [name, text] of Object.entries(headerFiles(headers))) writeFileSync(new URL(name, build), text);
