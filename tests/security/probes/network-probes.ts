/* oxlint-disable unicorn/prefer-add-event-listener -- probes do what code should not do */
import type { Probe, ProbeTools } from './probe.ts';

/** Requests of every kind that a worker can make. */
export const networkProbes: readonly Probe[] = [
  { id: 'net-fetch', what: 'fetch', run: (t) => t.global('fetch')(t.url()) },
  {
    id: 'net-fetch-no-cors',
    what: 'fetch without asking for the answer',
    run: (t) => t.global('fetch')(t.url(), { mode: 'no-cors' }),
  },
  {
    id: 'net-fetch-post',
    what: 'fetch that carries pixels in its body',
    run: (t) => t.global('fetch')(t.url(), { method: 'POST', mode: 'no-cors', body: new Uint8Array(1000) }),
  },
  {
    id: 'net-fetch-keepalive',
    what: 'fetch that outlives its worker',
    run: (t) => t.global('fetch')(t.url(), { mode: 'no-cors', keepalive: true }),
  },
  {
    id: 'net-fetch-request',
    what: 'fetch of a Request object',
    run: (t) => t.global('fetch')(new (t.global('Request'))(t.url(), { mode: 'no-cors' })),
  },
  {
    id: 'net-fetch-prototype',
    what: 'fetch found again on the prototypes of the global object',
    run: (t) => inherited('fetch').call(globalThis, t.url()),
  },
  {
    id: 'net-fetch-later',
    what: 'fetchLater',
    run: (t) => t.global('fetchLater')(t.url(), { activateAfter: 0 }),
  },
  {
    id: 'net-fetch-stream',
    what: 'WebAssembly.compileStreaming of a request',
    run: (t) => WebAssembly.compileStreaming(t.global('fetch')(t.url())),
  },
  {
    id: 'net-fetch-wasm-import',
    what: 'fetch called from inside WebAssembly',
    run: async (t) => {
      // (module (import "e" "f" (func)) (start 0))
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 101, 1, 102, 0, 0, 8, 1, 0];
      const f = t.global('fetch').bind(undefined, t.url(), { mode: 'no-cors' });
      await WebAssembly.instantiate(new Uint8Array(bytes), { e: { f } });
      await pause(300);
    },
  },
  {
    id: 'net-xhr',
    what: 'XMLHttpRequest',
    run: (t) => xhr(t, 'GET', true),
  },
  { id: 'net-xhr-post', what: 'XMLHttpRequest with a body', run: (t) => xhr(t, 'POST', true) },
  { id: 'net-xhr-sync', what: 'XMLHttpRequest that waits', run: (t) => xhr(t, 'GET', false) },
  {
    id: 'net-websocket',
    what: 'WebSocket',
    run: (t) => settled(new (t.global('WebSocket'))(t.socketUrl())),
  },
  {
    id: 'net-websocket-protocol',
    what: 'WebSocket whose protocol names carry data',
    run: (t) => settled(new (t.global('WebSocket'))(t.socketUrl(), ['pixels-ff00ff'])),
  },
  {
    id: 'net-websocket-stream',
    what: 'WebSocketStream',
    run: (t) => new (t.global('WebSocketStream'))(t.socketUrl()).opened,
  },
  {
    id: 'net-eventsource',
    what: 'EventSource',
    run: async (t) => {
      const source = new (t.global('EventSource'))(t.url('events'));
      await settled(source);
      source.close();
    },
  },
  {
    id: 'net-webtransport',
    what: 'WebTransport over QUIC',
    needs: 'udp',
    run: (t) => new (t.global('WebTransport'))(`https://127.0.0.1:${t.port()}/`).ready,
  },
  {
    id: 'net-rtc-stun',
    what: 'WebRTC asks a STUN server',
    needs: 'udp',
    run: (t) => gather(t, { urls: `stun:127.0.0.1:${t.port()}` }),
  },
  {
    id: 'net-rtc-turn-tcp',
    what: 'WebRTC asks a TURN server over TCP',
    needs: 'tcp',
    run: (t) =>
      gather(t, { urls: `turn:127.0.0.1:${t.port()}?transport=tcp`, username: 'pixels', credential: 'x' }),
  },
  {
    id: 'net-beacon',
    what: 'navigator.sendBeacon',
    run: (t) => void (navigator as Navigator).sendBeacon(t.url(), 'pixels'),
  },
  {
    id: 'net-font',
    what: 'FontFace from an address',
    run: (t) => new (t.global('FontFace'))('x', `url(${t.url('woff2')})`).load(),
  },
  {
    id: 'net-font-set',
    what: 'FontFace that a canvas asks for',
    run: async (t) => {
      const face = new (t.global('FontFace'))('evil', `url(${t.url('woff2')})`);
      t.global('fonts').add(face);
      const context = new OffscreenCanvas(8, 8).getContext('2d')!;
      context.font = '8px evil';
      context.fillText('x', 0, 8);
      await t.global('fonts').load('8px evil');
    },
  },
  {
    id: 'net-svg-image',
    what: 'a picture decoded from an SVG file that names another file',
    run: (t) =>
      createImageBitmap(
        new Blob(
          [
            `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${t.url('svg')}" width="9" height="9"/></svg>`,
          ],
          { type: 'image/svg+xml' },
        ),
      ),
  },
  {
    id: 'net-cache-add',
    what: 'a cache that fetches',
    run: async (t) => (await t.global('caches').open('x')).add(t.url()),
  },
  {
    id: 'net-background-fetch',
    what: 'background fetch of a service worker',
    run: (t) => t.global('registration').backgroundFetch.fetch('x', t.url()),
  },
  {
    id: 'net-notification-icon',
    what: 'the icon of a notification',
    run: (t) => new (t.global('Notification'))('x', { icon: t.url('svg') }),
  },
  {
    id: 'net-push',
    what: 'a subscription to push messages',
    run: (t) => t.global('registration').pushManager.subscribe({ userVisibleOnly: true }),
  },
  {
    id: 'net-editor-file',
    what: 'a file of the editor’s own site',
    run: async (t) => (await t.global('fetch')(`${t.editor}icon.svg`, { mode: 'no-cors' })).type === 'opaque',
  },
];

/** The first of a name on the prototypes of the global object. */
function inherited(name: string): (...args: unknown[]) => unknown {
  for (let each: object | null = globalThis; each; each = Object.getPrototypeOf(each) as object | null) {
    const found = Object.getOwnPropertyDescriptor(each, name)?.value as unknown;
    if (typeof found === 'function') return found as (...args: unknown[]) => unknown;
  }
  throw new TypeError(`no ${name} anywhere`);
}

function xhr(tools: ProbeTools, method: string, asynchronous: boolean): Promise<void> {
  const request = new (tools.global('XMLHttpRequest'))();
  request.open(method, tools.url(), asynchronous);
  return new Promise((resolve, reject) => {
    request.onload = resolve;
    request.onerror = () => reject(new Error('stopped'));
    request.send(method === 'POST' ? 'pixels' : null);
  });
}

/** Waits until a connection is there or refused. */
function settled(target: EventTarget): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener('open', () => resolve());
    target.addEventListener('error', () => reject(new Error('stopped')));
  });
}

async function gather(tools: ProbeTools, server: object): Promise<void> {
  const peer = new (tools.global('RTCPeerConnection'))({ iceServers: [server] });
  peer.createDataChannel('x');
  await peer.setLocalDescription(await peer.createOffer());
  await pause(1000);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
