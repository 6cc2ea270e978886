/* oxlint-disable unicorn/require-post-message-target-origin, typescript/no-explicit-any -- probes do what code should not do */
import { pause } from './network-probes.ts';
import type { Probe, ProbeTools } from './probe.ts';

/** Leaving the frame, reaching its document, the editor's page, the person's machine or other plugins. */
export const surroundingsProbes: readonly Probe[] = [
  navigation('nav-location', 'an address assigned to the worker’s location', (t) => {
    t.global('self').location = t.url('html');
  }),
  navigation('nav-location-href', 'an address assigned to location.href', (t) => {
    t.global('location').href = t.url('html');
  }),
  navigation('nav-location-replace', 'location.replace', (t) => t.global('location').replace(t.url('html'))),
  navigation('nav-open', 'a new window', (t) => t.global('open')(t.url('html'))),
  navigation('nav-client-open', 'a new window by a service worker’s clients', (t) =>
    t.global('clients').openWindow(t.url('html')),
  ),
  navigation('nav-parent', 'the address of the editor’s page', (t) => {
    t.global('parent').location = t.url('html');
  }),
  navigation('nav-top', 'the address of the top page', (t) => {
    t.global('top').location = t.url('html');
  }),
  navigation('nav-element', 'an image element', (t) => {
    const image = t.global('document').createElement('img');
    image.src = t.url('svg');
  }),
  navigation('nav-image', 'a new Image', (t) => {
    new (t.global('Image'))().src = t.url('svg');
  }),
  navigation('nav-message-script', 'messages with markup and code to the frame’s document', (t) => {
    const url = t.url('js');
    const post = t.global<(message: unknown) => void>('postMessage').bind(globalThis);
    for (const message of [
      `<img src="${url}">`,
      { runtime: `fetch('${url}')`, code: '', name: 'x' },
      { sandbox: 'error', reason: `<img src="${url}">` },
      { type: 'navigate', url },
    ])
      post(message);
  }),
  navigation('nav-error-markup', 'an error whose text is markup', (t) => {
    setTimeout(() => {
      throw new Error(`<img src="${t.url('svg')}">`);
    });
  }),
  {
    id: 'host-page-objects',
    what: 'the editor’s window or document',
    run: () =>
      ['window', 'document', 'parent', 'top', 'opener', 'frames', 'frameElement'].some(
        (name) => (globalThis as Record<string, unknown>)[name] !== undefined,
      ),
  },
  {
    id: 'host-origin',
    what: 'the editor’s origin',
    run: (t) => self.origin === new URL(t.editor).origin,
  },
  {
    id: 'host-broadcast',
    what: 'broadcasts to the editor’s page and to other plugins',
    // The page listens, and so does another plugin; both count at the evil server.
    run: async (t) => {
      new (t.global('BroadcastChannel'))('koma-probe').postMessage('host-broadcast');
      await pause(300);
    },
  },
  {
    id: 'host-clock',
    what: 'a clock fine enough to read other memory by: a second thread that counts in shared memory',
    run: async (t) => {
      const count = new Int32Array(new SharedArrayBuffer(4));
      const text = 'onmessage = ({ data }) => { for (let i = 0; i < 1e6; i++) Atomics.add(data, 0, 1); }';
      new (t.global('Worker'))(t.blobUrl(text)).postMessage(count);
      await pause(500);
      return Atomics.load(count, 0) > 0;
    },
  },
  {
    id: 'host-memory-measure',
    what: 'the memory of the whole page',
    run: async () => Boolean(await (performance as any).measureUserAgentSpecificMemory()),
  },
  {
    id: 'host-blob-of-other',
    what: 'files of other plugins by guessed blob: addresses',
    run: async (t) => {
      const text = await t.global('fetch')(`blob:${new URL(t.editor).origin}/${crypto.randomUUID()}`);
      return Boolean(text.ok);
    },
  },
  device('device-gpu', 'the graphics card', async () => (navigator as any).gpu.requestAdapter()),
  device('device-usb', 'USB devices', () => (navigator as any).usb.getDevices()),
  device('device-serial', 'serial ports', () => (navigator as any).serial.getPorts()),
  device('device-hid', 'input devices', () => (navigator as any).hid.getDevices()),
  device('device-clipboard', 'the clipboard', () => (navigator as any).clipboard.readText()),
  device('device-geolocation', 'where the person is', () => (navigator as any).geolocation),
  device('device-media', 'camera and microphone', () => (navigator as any).mediaDevices.getUserMedia({})),
  device('device-notify', 'messages on the person’s screen', async () => {
    const { state } = await (navigator as any).permissions.query({ name: 'notifications' });
    return state === 'granted';
  }),
];

/** Something that could make a page go elsewhere: gets through where the evil server is asked. */
function navigation(id: string, what: string, attempt: (tools: ProbeTools) => unknown): Probe {
  return {
    id,
    what,
    run: async (tools) => {
      await attempt(tools);
      await pause(300);
    },
  };
}

/** Something of the person's machine: gets through where there is an answer. */
function device(id: string, what: string, ask: () => unknown): Probe {
  return { id, what, run: async () => Boolean(await ask()) };
}
