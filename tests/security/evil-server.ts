import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';

/** Where a probe may try to reach the evil server. */
export interface EvilAddresses {
  /** HTTP and WebSocket; a path of `/hit/<id>` counts for that probe. */
  readonly host: string;
  /** UDP ports (STUN, QUIC) by probe. */
  readonly udp: Readonly<Record<string, number>>;
  /** TCP ports (TURN) by probe. */
  readonly tcp: Readonly<Record<string, number>>;
}

/** A server that takes whatever it gets, from everybody, and remembers which probe got through to it. */
export interface EvilServer {
  readonly addresses: EvilAddresses;
  /** Requests and packets by probe, since the last `forget`. */
  readonly hits: ReadonlyMap<string, number>;
  forget(): void;
  close(): Promise<void>;
}

const ANSWERS: Readonly<Record<string, readonly [type: string, body: string]>> = {
  js: ['text/javascript', 'export default 1'],
  json: ['application/json', '{}'],
  css: ['text/css', ''],
  svg: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
  html: ['text/html', '<!doctype html>'],
  events: ['text/event-stream', 'data: 1\n\n'],
};

/** @param udp probes that need a UDP port of their own; @param tcp a TCP port */
export async function startEvilServer(udp: readonly string[], tcp: readonly string[]): Promise<EvilServer> {
  const hits = new Map<string, number>();
  const count = (id: string): void => void hits.set(id, (hits.get(id) ?? 0) + 1);
  const http = createServer((request, response) => {
    const id = idIn(request.url);
    if (id !== undefined) count(id);
    const [type, body] = ANSWERS[/\.(\w+)(\?|$)/.exec(request.url ?? '')?.[1] ?? 'js'] ?? ANSWERS['js']!;
    response.writeHead(200, {
      'Content-Type': type,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Service-Worker-Allowed': '/',
      'Cache-Control': 'no-store',
    });
    response.end(body);
  });
  http.on('upgrade', (request, socket) => {
    const id = idIn(request.url);
    if (id !== undefined) count(id);
    socket.destroy();
  });
  const sockets = new Map<string, Socket>();
  for (const id of udp) {
    const socket = createSocket('udp4');
    socket.on('message', () => count(id));
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    sockets.set(id, socket);
  }
  const listeners = new Map<string, TcpServer>();
  for (const id of tcp) {
    const listener = createTcpServer((socket) => {
      count(id);
      socket.destroy();
    });
    await listen(listener);
    listeners.set(id, listener);
  }
  await listen(http);
  const ports = (of: ReadonlyMap<string, Socket | TcpServer>): Record<string, number> =>
    Object.fromEntries([...of].map(([id, each]) => [id, (each.address() as AddressInfo).port]));
  return {
    addresses: {
      host: `127.0.0.1:${(http.address() as AddressInfo).port}`,
      udp: ports(sockets),
      tcp: ports(listeners),
    },
    hits,
    forget: () => hits.clear(),
    async close() {
      for (const socket of sockets.values()) socket.close();
      http.closeAllConnections();
      await Promise.all([http, ...listeners.values()].map((each) => new Promise((done) => each.close(done))));
    },
  };
}

function idIn(url: string | undefined): string | undefined {
  return /^\/hit\/([\w-]+)/.exec(url ?? '')?.[1];
}

/** Listens on a free port of this machine. */
export function listen(server: Server | TcpServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
