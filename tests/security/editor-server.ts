import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { listen } from './evil-server.ts';

/** The built editor, served. */
export interface EditorServer {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The built editor as its own server serves it, with all its headers.
 * @throws Error where it is not built
 */
export async function startEditorServer(): Promise<EditorServer> {
  const script = fileURLToPath(new URL('../../apps/editor/serve.mjs', import.meta.url));
  const port = await freePort();
  const server = spawn(process.execPath, [script, '--port', String(port), '--host', '127.0.0.1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await started(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => void server.kill(),
  };
}

/**
 * The same editor without its content security policies: neither header nor `<meta>`, and a sandbox page
 * that does not notice.
 * @param guarded where the editor is served properly
 */
export async function startUnguardedServer(guarded: string): Promise<EditorServer> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', guarded));
    const headers = Object.fromEntries(answer.headers);
    delete headers['content-security-policy'];
    delete headers['content-length'];
    delete headers['content-encoding'];
    let body = Buffer.from(await answer.arrayBuffer());
    if (headers['content-type']?.startsWith('text/html')) body = Buffer.from(stripPolicy(body.toString()));
    response.writeHead(answer.status, headers);
    response.end(body);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** A page as it would be without its policy. The sandbox page is told that it is guarded all the same, and alone. */
function stripPolicy(html: string): string {
  return html
    .replace(/<meta\s+http-equiv="content-security-policy"[^>]*>/i, '')
    .replace("|| self.origin !== 'null'", '')
    .replace("tell('unguarded')", "(addEventListener('message', onStart), tell('ready'))")
    .replace(', 1500);', ', 0);');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((done) => probe.close(done));
  return port;
}

function started(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (text: Buffer) => String(text).includes('running at') && resolve());
    server.on('exit', () => reject(new Error('The editor is not built: run npm run build first.')));
  });
}
