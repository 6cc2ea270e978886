import * as fake from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPTIONS } from './fake-generator.test-helper.ts';
import type { HistoryEntry } from './history-entry.ts';
import { HistoryStore } from './history-store.ts';

// Node has no database; other files of tests share this process and shall find none either.
const database = Object.fromEntries(
  Object.entries(fake).filter(([name]) => name.startsWith('IDB') || name === 'indexedDB'),
);
beforeAll(() => void Object.assign(globalThis, database));
afterAll(() => {
  for (const name of Object.keys(database)) Reflect.deleteProperty(globalThis, name);
});

const entry = (id: string, at: number): HistoryEntry => ({
  id,
  generator: 'fake/squares',
  options: OPTIONS,
  origin: 'breed',
  parents: ['p', 'q'],
  at,
  favourite: false,
});
const picture = (text: string) => new Blob([text]);

describe('HistoryStore', () => {
  it('gives a later visit what an earlier one left, the newest first', async () => {
    const store = new HistoryStore('visits');
    await store.add(entry('old', 1), picture('o'));
    await store.add(entry('new', 2), picture('n'));
    const later = new HistoryStore('visits');
    expect(await later.load()).toEqual([entry('new', 2), entry('old', 1)]);
    expect(await (await later.thumbnail('old'))!.text()).toBe('o');
  });

  it('changes and removes entries, with their pictures', async () => {
    const store = new HistoryStore('changes');
    await store.add(entry('a', 1), picture('a'));
    await store.add(entry('b', 2), picture('b'));
    await store.update({ ...entry('a', 1), favourite: true });
    await store.remove(['b']);
    expect(await store.load()).toEqual([{ ...entry('a', 1), favourite: true }]);
    expect(await store.thumbnail('b')).toBeUndefined();
    expect(await store.thumbnail('a')).toBeInstanceOf(Blob);
  });

  it('leaves out what is not an entry', async () => {
    const store = new HistoryStore('damaged');
    await store.add(entry('whole', 1), picture(''));
    const database = await openDB('damaged');
    for (const broken of [
      { id: 'x' },
      { ...entry('y', 1), options: null },
      { ...entry('z', 1), origin: 'heaven' },
      { ...entry('w', 1), parents: [1] },
    ])
      await database.put('entries', broken);
    database.close();
    expect((await store.load()).map(({ id }) => id)).toEqual(['whole']);
  });
});
