/* oxlint-disable no-eval, no-new, unicorn/prefer-array-find, typescript/no-explicit-any -- probes do what code should not do */
import { pause } from './network-probes.ts';
import type { Probe } from './probe.ts';

const FETCH = (url: string): string => `fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`;

/** Code from elsewhere, and code in places that nobody has closed. */
export const codeProbes: readonly Probe[] = [
  {
    id: 'code-import-scripts',
    what: 'importScripts from an address',
    run: (t) => t.global('importScripts')(t.url('js')),
  },
  { id: 'code-import', what: 'import() from an address', run: (t) => import(t.url('js')) },
  {
    id: 'code-import-json',
    what: 'import() of JSON from an address',
    run: (t) => import(t.url('json'), { with: { type: 'json' } }),
  },
  {
    id: 'code-import-nested',
    what: 'a module of its own making that imports from an address',
    run: (t) => import(t.blobUrl(`import ${JSON.stringify(t.url('js'))}`)),
  },
  {
    id: 'code-import-data',
    what: 'a module in a data: address that fetches',
    run: async (t) => {
      await import(t.dataUrl(FETCH(t.url())));
      await pause(300);
    },
  },
  {
    id: 'code-import-scripts-blob',
    what: 'a script of its own making that fetches',
    run: async (t) => {
      t.global('importScripts')(t.blobUrl(FETCH(t.url())));
      await pause(300);
    },
  },
  {
    id: 'code-eval',
    what: 'eval of code that fetches',
    run: async (t) => {
      (0, eval)(FETCH(t.url()));
      await pause(300);
    },
  },
  {
    id: 'code-function',
    what: 'a function made of text that fetches',
    run: async (t) => {
      new Function(FETCH(t.url()))();
      await pause(300);
    },
  },
  {
    id: 'code-async-function',
    what: 'an async function made of text',
    run: async (t) => {
      const AsyncFunction = (async () => {}).constructor as new (text: string) => () => Promise<void>;
      await new AsyncFunction(`await ${FETCH(t.url())}`)();
    },
  },
  {
    id: 'code-generator-function',
    what: 'a generator made of text',
    run: async (t) => {
      const Maker = function* () {}.constructor as new (text: string) => () => Iterator<unknown>;
      new Maker(FETCH(t.url()))().next();
      await pause(300);
    },
  },
  {
    id: 'code-timer-text',
    what: 'setTimeout of text',
    run: async (t) => {
      setTimeout(FETCH(t.url()), 0);
      await pause(300);
    },
  },
  {
    id: 'code-worker-address',
    what: 'another worker from an address',
    run: async (t) => {
      new (t.global('Worker'))(t.url('js'));
      await pause(500);
    },
  },
  {
    id: 'code-worker-blob',
    what: 'another worker of its own making, which fetches',
    run: async (t) => {
      new (t.global('Worker'))(t.blobUrl(FETCH(t.url())));
      await pause(500);
    },
  },
  {
    id: 'code-worker-data',
    what: 'another worker in a data: address, which fetches',
    run: async (t) => {
      new (t.global('Worker'))(t.dataUrl(FETCH(t.url())));
      await pause(500);
    },
  },
  {
    id: 'code-worker-module',
    what: 'another worker as a module that imports from an address',
    run: async (t) => {
      new (t.global('Worker'))(t.dataUrl(`import ${JSON.stringify(t.url('js'))}`), { type: 'module' });
      await pause(500);
    },
  },
  {
    id: 'code-worker-nested-twice',
    what: 'a worker in a worker, which fetches',
    run: async (t) => {
      const inner = JSON.stringify(t.dataUrl(FETCH(t.url())));
      new (t.global('Worker'))(t.dataUrl(`new Worker(${inner})`));
      await pause(500);
    },
  },
  {
    id: 'code-worker-prototype',
    what: 'the constructor of workers, found again through objects',
    run: async (t) => {
      const names = Reflect.ownKeys(globalThis).filter((key) => /^(Shared)?Worker$/.test(String(key)));
      const Found = (globalThis as Record<PropertyKey, any>)[names[0]!];
      new Found(t.dataUrl(FETCH(t.url())));
      await pause(500);
    },
  },
  {
    id: 'code-shared-worker',
    what: 'a shared worker',
    run: async (t) => {
      new (t.global('SharedWorker'))(t.dataUrl(FETCH(t.url())));
      await pause(500);
    },
  },
  {
    id: 'code-service-worker',
    what: 'a service worker',
    run: (t) => (navigator as Navigator).serviceWorker.register(t.url('js')),
  },
  {
    id: 'code-worklet',
    what: 'a worklet from an address',
    run: (t) => t.global('CSS').paintWorklet.addModule(t.url('js')),
  },
  {
    id: 'code-shadow-realm',
    what: 'a realm with fresh globals',
    run: (t) => new (t.global('ShadowRealm'))().importValue(t.url('js'), 'default'),
  },
];
