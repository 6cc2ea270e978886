import { describe, expect, it } from 'vitest';
import { hardenGlobals } from './harden-globals.ts';

/** A worker's global object as browsers make it: most of it is in prototypes, and some of that cannot be deleted. */
function workerScope() {
  class Anything {
    readonly open = true;
  }
  class WorkerGlobalScope {
    fetch(): string {
      return 'sent';
    }
    importScripts(): void {}
    get indexedDB(): string {
      return 'a database';
    }
  }
  class DedicatedWorkerGlobalScope extends WorkerGlobalScope {
    postMessage(): void {}
    close(): void {}
  }
  class Navigator {
    get userAgent(): string {
      return 'a browser';
    }
    get storage(): string {
      return 'a disk';
    }
    sendBeacon(): boolean {
      return true;
    }
  }
  const scope = new DedicatedWorkerGlobalScope() as unknown as Record<string, unknown>;
  Object.assign(scope, {
    Uint8Array,
    setTimeout,
    WebSocket: Anything,
    SomethingNew: Anything,
    navigator: new Navigator(),
  });
  Object.defineProperty(scope, 'caches', { get: () => 'a cache', configurable: false });
  Object.defineProperty(scope, 'Worker', { value: Anything, writable: true, configurable: false });
  return scope;
}

describe('hardenGlobals', () => {
  it('leaves what computes and nothing that reaches out, on the object or behind it', () => {
    const scope = workerScope();
    const left = hardenGlobals(scope);
    expect([scope['Uint8Array'], scope['setTimeout']]).toEqual([Uint8Array, setTimeout]);
    for (const name of ['indexedDB', 'postMessage', 'close', 'SomethingNew'])
      expect(scope[name], name).toBeUndefined();
    const navigator = scope['navigator'] as Record<string, unknown>;
    expect([navigator['userAgent'], navigator['storage'], navigator['sendBeacon']]).toEqual([
      'a browser',
      undefined,
      undefined,
    ]);
    // Nothing of our own can take away what the browser has nailed down; it says so.
    expect(left).toEqual(['caches']);
  });

  it('says why where somebody tries what is asked for most, and cannot be undone', () => {
    const scope = workerScope() as Record<string, (address?: string) => void>;
    hardenGlobals(scope);
    expect(() => scope['fetch']!('https://example.org/')).toThrow('Ask for the permission "network"');
    expect(() => scope['importScripts']!()).toThrow('bundle what it needs');
    const { WebSocket, Worker } = scope as unknown as Record<string, new () => unknown>;
    expect(() => new WebSocket!()).toThrow('no sockets');
    expect(() => new Worker!()).toThrow('starts no others');
    expect(() => Object.defineProperty(scope, 'fetch', { value: () => 'sent' })).toThrow('Cannot redefine');
    expect(Reflect.deleteProperty(scope, 'fetch')).toBe(false);
  });

  it('does not touch what all objects share', () => {
    hardenGlobals(workerScope());
    expect({}.toString()).toBe('[object Object]');
  });
});
