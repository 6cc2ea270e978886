import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuthorError } from '../pack/index.ts';

/** The path of the package, the same after every change. */
const PACKAGE_PATH = '/plugin.komaplugin';
/** Server-sent events: `packed` with `{"sha256": …}`, at once and after every change. */
const EVENTS_PATH = '/events';

/** Serves one package to pages on this computer, and tells them when there is another. */
export class DevServer {
  readonly #listeners = new Set<ServerResponse>();
  readonly #server: Server;
  #bytes: Uint8Array | undefined;
  #sha256 = '';

  constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /** Another package. */
  publish(bytes: Uint8Array, sha256: string): void {
    if (sha256 === this.#sha256) return;
    this.#bytes = bytes;
    this.#sha256 = sha256;
    for (const response of this.#listeners) this.#tell(response);
  }

  /**
   * Begins to serve, on this computer only.
   * @param port 0: any that is free
   * @returns the address of the package
   * @throws AuthorError where the port is taken
   */
  listen(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', (error) =>
        reject(new AuthorError(`The package cannot be served (${error.message}). Choose another --port.`)),
      );
      this.#server.listen(port, '127.0.0.1', () => {
        const { port: taken } = this.#server.address() as AddressInfo;
        resolve(`http://localhost:${taken}${PACKAGE_PATH}`);
      });
    });
  }

  /** Stops serving. */
  close(): void {
    for (const response of this.#listeners) response.end();
    this.#server.close();
  }

  #answer({ url, method, headers }: IncomingMessage, response: ServerResponse): void {
    // The package is the author's own and harmless to read; Koma may be served from anywhere.
    const common = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag',
      'cross-origin-resource-policy': 'cross-origin',
      // Pages of the internet that reach for this computer ask first (Private Network Access).
      'access-control-allow-private-network': 'true',
      'cache-control': 'no-cache',
    };
    if (method === 'OPTIONS') {
      response.writeHead(204, { ...common, 'access-control-allow-methods': 'GET, HEAD' }).end();
    } else if (url === EVENTS_PATH && method === 'GET') {
      response.writeHead(200, { ...common, 'content-type': 'text/event-stream' });
      this.#listeners.add(response);
      response.once('close', () => this.#listeners.delete(response));
      if (this.#bytes) this.#tell(response);
    } else if (url === PACKAGE_PATH && (method === 'GET' || method === 'HEAD')) {
      this.#send(response, common, headers['if-none-match'], method === 'HEAD');
    } else {
      response.writeHead(404, common).end();
    }
  }

  #send(
    response: ServerResponse,
    common: Readonly<Record<string, string>>,
    known: string | undefined,
    isHead: boolean,
  ): void {
    if (!this.#bytes) {
      // The first attempt to pack it failed; the author sees why.
      response.writeHead(503, common).end();
      return;
    }
    const etag = `"${this.#sha256}"`;
    if (known === etag) {
      response.writeHead(304, { ...common, etag }).end();
      return;
    }
    const own = { 'content-type': 'application/octet-stream', 'content-length': this.#bytes.length, etag };
    response.writeHead(200, { ...common, ...own }).end(isHead ? undefined : this.#bytes);
  }

  #tell(response: ServerResponse): void {
    response.write(`event: packed\ndata: ${JSON.stringify({ sha256: this.#sha256 })}\n\n`);
  }
}
