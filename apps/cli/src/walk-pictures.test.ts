import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identify } from './file-identity.ts';
import { place, temporaryFolder } from './temporary-folder.test-helper.ts';
import { walkPictures } from './walk-pictures.ts';

test('pictures are found by extension in all folders but the one to skip', async () => {
  const folder = temporaryFolder();
  const source = 'good/one-pixel.png';
  place(folder, {
    'a.PNG': source,
    'b.txt': source,
    'in/c.jfif': source,
    'in/.d.png': source,
    'out/e.png': source,
  });
  const all = async (skipped?: string) => (await walkPictures(folder, skipped)).sort();
  expect(await all()).toEqual(['a.PNG', 'in/c.jfif', 'out/e.png'].map((name) => join(folder, name)));
  expect(await all(await identify(join(folder, 'out')))).toEqual(
    ['a.PNG', 'in/c.jfif'].map((name) => join(folder, name)),
  );
});

test('the skipped folder is read where the walk starts in it', async () => {
  const folder = temporaryFolder();
  place(folder, { 'a.png': 'good/one-pixel.png' });
  expect(await walkPictures(folder, await identify(folder))).toEqual([join(folder, 'a.png')]);
});
