import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { tinyManifest } from './manifest.test-helper.ts';
import type { PluginRecord, PluginVersion } from './plugin-record.ts';
import { pluginStorage, STORAGE_QUOTA } from './plugin-storage.ts';
import { PluginStore } from './plugin-store.ts';

let store: PluginStore;
let names = 0;
beforeEach(() => {
  store = new PluginStore(`plugins-${names++}`);
});

const version = (number: string, sha256: string): PluginVersion => ({
  manifest: tinyManifest(number),
  sha256,
  bytes: 3,
  source: { kind: 'file', name: 'tiny.komaplugin' },
  installedAt: 0,
});
const record = (current: PluginVersion, previous?: PluginVersion): PluginRecord => ({
  id: 'dev.example.tiny',
  current,
  ...(previous ? { previous } : {}),
  enabled: true,
  granted: [],
  crashes: 0,
});
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('packages', () => {
  it('are kept as they were', async () => {
    await store.install(record(version('1.0.0', 'one')), bytes(1, 2, 3));
    expect(await store.packageBytes('one')).toEqual(bytes(1, 2, 3));
    expect(await store.records()).toEqual([record(version('1.0.0', 'one'))]);
  });

  it('of the version before stay, older ones go', async () => {
    const [one, two, three] = ['1.0.0', '2.0.0', '3.0.0'].map((number) => version(number, number));
    await store.install(record(one!), bytes(1));
    await store.install(record(two!, one), bytes(2));
    await store.install(record(three!, two), bytes(3));
    const kept = await Promise.all(['1.0.0', '2.0.0', '3.0.0'].map((sha256) => store.packageBytes(sha256)));
    expect(kept).toEqual([undefined, bytes(2), bytes(3)]);
  });

  it('go with their plugin, and its data and log, but nobody else’s', async () => {
    await store.install(record(version('1.0.0', 'one')), bytes(1));
    await store.putData('dev.example.tiny', 'key', bytes(1), 100);
    await store.putData('dev.example.tiny2', 'key', bytes(2), 100);
    await store.putLog('dev.example.tiny', [{ kind: 'note', at: 1, text: 'hello' }]);
    await store.remove(record(version('1.0.0', 'one')));
    expect(await store.records()).toEqual([]);
    expect(await store.packageBytes('one')).toBeUndefined();
    expect(await store.dataKeys('dev.example.tiny')).toEqual([]);
    expect(await store.log('dev.example.tiny')).toEqual([]);
    expect(await store.data('dev.example.tiny2', 'key')).toEqual(bytes(2));
  });
});

describe("a plugin's data", () => {
  it('is its own: another plugin neither sees nor deletes it', async () => {
    const [mine, other] = [pluginStorage(store, 'dev.a'), pluginStorage(store, 'dev.b')];
    await mine.set('key', bytes(7));
    expect(await other.get('key')).toBeUndefined();
    expect(await other.keys()).toEqual([]);
    await other.delete('key');
    expect(await mine.get('key')).toEqual(bytes(7));
    expect(await mine.keys()).toEqual(['key']);
  });

  it('is a copy of what was given, not of the memory around it', async () => {
    const storage = pluginStorage(store, 'dev.a');
    await storage.set('part', new Uint8Array(1000).subarray(10, 12));
    expect((await storage.get('part'))?.buffer.byteLength).toBe(2);
  });

  it('stops at its quota, and what is replaced does not count twice', async () => {
    const storage = pluginStorage(store, 'dev.a');
    const half = new Uint8Array(STORAGE_QUOTA / 2);
    await storage.set('a', half);
    await storage.set('a', half);
    await expect(storage.set('b', half)).rejects.toMatchObject({ code: 'PLUGIN_STORAGE_FULL' });
    expect(await storage.keys()).toEqual(['a']);
    await storage.delete('a');
    await storage.set('b', half);
    expect(await store.dataSize('dev.a')).toBe(half.length + 2);
  });

  it('keeps the quota when two writes come at once', async () => {
    const storage = pluginStorage(store, 'dev.a');
    const most = new Uint8Array(STORAGE_QUOTA * 0.6);
    const done = await Promise.allSettled([storage.set('a', most), storage.set('b', most)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it.each(['', 'k'.repeat(201)])('refuses the key %o', async (key) => {
    await expect(pluginStorage(store, 'dev.a').set(key, bytes(1))).rejects.toThrow('1 to 200');
  });
});

it('keeps lists of plugins by their address', async () => {
  await store.putList('https://a/', { plugins: [] });
  await store.putList('https://b/', 2);
  await store.deleteList('https://b/');
  expect(await store.lists()).toEqual([['https://a/', { plugins: [] }]]);
});
