import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskStorage, storedBytes } from './disk-storage.ts';
import { ownHome } from './plugin-package.test-helper.ts';

test('a plugin finds what it kept, under keys that are no paths, and nobody else does', async () => {
  const home = ownHome();
  const [one, other] = [diskStorage('org.example.one'), diskStorage('org.example.other')];
  const keys = ['a', 'A', '../../escape', 'C:\\x', 'CON', '漫画', '__proto__'];
  for (const [at, key] of keys.entries()) await one.set(key, new Uint8Array([at]));
  expect(await one.keys()).toEqual(keys.toSorted());
  for (const [at, key] of keys.entries()) expect(await one.get(key)).toEqual(new Uint8Array([at]));
  expect([await other.get('a'), await other.keys(), await one.get('b')]).toEqual([undefined, [], undefined]);
  expect(readdirSync(home)).toEqual(['plugins']);
  expect(readdirSync(join(home, 'plugins'))).toEqual(['org.example.one']);
  await one.delete('a');
  await one.delete('a');
  expect(await one.get('a')).toBeUndefined();
  expect(await storedBytes('org.example.one')).toBe(keys.length - 1);
});

test('keeps 8 MB and no more, whatever the number of keys', async () => {
  ownHome();
  const storage = diskStorage('org.example.one');
  await storage.set('a', new Uint8Array(5 * 2 ** 20));
  await expect(storage.set('b', new Uint8Array(4 * 2 ** 20))).rejects.toMatchObject({
    code: 'PLUGIN_STORAGE_FULL',
  });
  await storage.set('a', new Uint8Array(7 * 2 ** 20));
  await expect(storage.set('', new Uint8Array(1))).rejects.toThrow('1 to 120 bytes');
  await expect(storage.set('x'.repeat(121), new Uint8Array(1))).rejects.toThrow('1 to 120 bytes');
});
