/* oxlint-disable unicorn/prefer-add-event-listener, typescript/no-explicit-any -- probes do what code should not do */
import type { Probe } from './probe.ts';

/**
 * What would outlive the plugin, or is the editor's. A probe returns true where it could keep something.
 * Not here: `navigator.storage.estimate` and `persist`, which never return in a worker of an opaque origin in Firefox.
 */
export const storageProbes: readonly Probe[] = [
  {
    id: 'store-indexed-db',
    what: 'IndexedDB',
    run: (t) =>
      new Promise((resolve, reject) => {
        const request = t.global<IDBFactory>('indexedDB').open('evil');
        request.onsuccess = () => resolve(true);
        request.onerror = () => reject(new Error('stopped'));
      }),
  },
  {
    id: 'store-indexed-db-names',
    what: 'the names of the editor’s databases',
    run: async (t) => Array.isArray(await t.global<IDBFactory>('indexedDB').databases()),
  },
  { id: 'store-cache', what: 'the Cache API', run: async (t) => Boolean(await t.global('caches').open('x')) },
  {
    id: 'store-opfs',
    what: 'the site’s private file system',
    run: async () => Boolean(await navigator.storage.getDirectory()),
  },
  {
    id: 'store-cookie',
    what: 'cookies',
    run: async (t) => {
      await t.global('cookieStore').set('evil', '1');
      return true;
    },
  },
  {
    id: 'store-local',
    what: 'localStorage',
    run: (t) => {
      t.global('localStorage').setItem('evil', '1');
      return true;
    },
  },
  {
    id: 'store-session',
    what: 'sessionStorage',
    run: (t) => {
      t.global('sessionStorage').setItem('evil', '1');
      return true;
    },
  },
  {
    id: 'store-bucket',
    what: 'storage buckets',
    run: async () => Boolean(await (navigator as any).storageBuckets.open('evil')),
  },
  {
    id: 'store-lock',
    what: 'the site’s locks, which two plugins could signal with',
    run: () => navigator.locks.request('evil', () => true),
  },
  {
    id: 'store-file-picker',
    what: 'a file on the person’s machine',
    run: async (t) => Boolean(await t.global('showSaveFilePicker')()),
  },
];
