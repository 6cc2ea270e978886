import { linkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identify, pointsToFile } from './file-identity.ts';
import { place, temporaryFolder } from './temporary-folder.test-helper.ts';

test('two names of one file have one identity, and two files have two', async () => {
  const folder = temporaryFolder();
  place(folder, { 'a.png': 'good/one-pixel.png', 'c.png': 'good/one-pixel.png' });
  linkSync(join(folder, 'a.png'), join(folder, 'b.png'));
  const [a, b, c, gone] = await Promise.all(
    ['a', 'b', 'c', 'gone'].map((name) => identify(join(folder, `${name}.png`))),
  );
  expect(a).toBe(b);
  expect(a).not.toBe(c);
  expect(gone).toBeUndefined();
  expect(await pointsToFile(folder)).toBe(false);
});
