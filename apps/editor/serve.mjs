/**
 * Serves the production build on localhost with the headers of docs/HOSTING.md.
 * `node apps/editor/serve.mjs [--port N] [--host NAME] [--no-isolation]`
 */
import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { headersFor } from './tools/header-files.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string', default: 'localhost' },
    // For trying the single-threaded fallback.
    'no-isolation': { type: 'boolean', default: false },
  },
});

const build = fileURLToPath(new URL('./build/', import.meta.url));

const readRules = () => JSON.parse(readFileSync(new URL('./build/headers.json', import.meta.url), 'utf8'));
let rules = readRules();

const files = sirv(build, {
  // Files are looked up at every request: a build beneath a running server must not confuse it.
  dev: true,
  etag: true,
  setHeaders: (response, path) => setHeaders(response, path),
});
const server = createServer((request, response) => {
  files(request, response, () => {
    // A single page: unknown addresses without an extension are views of it.
    const isView = request.method === 'GET' && !/\.\w+$/.test(request.url?.split('?')[0] ?? '');
    setHeaders(response, '/');
    response.writeHead(isView ? 200 : 404, {
      'Content-Type': isView ? 'text/html; charset=utf-8' : 'text/plain',
    });
    if (isView) createReadStream(new URL('./build/index.html', import.meta.url)).pipe(response);
    else response.end('Not found');
  });
});

function setHeaders(response, path) {
  try {
    // Like the files: another build has other paths and other scripts.
    rules = readRules();
  } catch {
    // It is being built.
  }
  for (const [name, value] of Object.entries(headersFor(rules, path)))
    if (!values['no-isolation'] || !name.startsWith('Cross-Origin')) response.setHeader(name, value);
}

const FIRST_PORT = 4173;
const wanted = values.port === undefined ? undefined : Number(values.port);
let port = wanted ?? FIRST_PORT;
server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && wanted === undefined && port < FIRST_PORT + 50)
    server.listen(++port, values.host);
  else {
    console.error(`The server could not start: ${error.message}`);
    process.exit(1);
  }
});
server.on('listening', () => {
  const address = server.address();
  console.log(`\nKoma Studio is running at http://${values.host}:${address.port}/\nPress Ctrl+C to stop.`);
});
server.listen(port, values.host);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
