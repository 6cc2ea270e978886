import { expect, it } from 'vitest';
import { storedPalette, storePalette } from './stored-palette.ts';

function fakeStorage(refuses = false) {
  const kept = new Map<string, string>();
  const refuse = () => {
    if (refuses) throw new Error('refused');
  };
  return {
    kept,
    getItem: (key: string) => (refuse(), kept.get(key) ?? null),
    setItem: (key: string, value: string) => (refuse(), void kept.set(key, value)),
    removeItem: (key: string) => (refuse(), void kept.delete(key)),
  };
}

it('a palette is there again, until it is empty', () => {
  const storage = fakeStorage();
  storePalette(['#112233', '#445566'], storage);
  expect(storedPalette(storage)).toEqual(['#112233', '#445566']);
  storePalette([], storage);
  expect(storage.kept.size).toBe(0);
  expect(storedPalette(storage)).toEqual([]);
});

it('what is no palette, and a browser that refuses, give an empty one', () => {
  const storage = fakeStorage();
  storePalette(['#112233'], storage);
  for (const key of storage.kept.keys()) storage.kept.set(key, '[1]');
  expect(storedPalette(storage)).toEqual([]);
  const refusing = fakeStorage(true);
  storePalette(['#112233'], refusing);
  expect(storedPalette(refusing)).toEqual([]);
});
