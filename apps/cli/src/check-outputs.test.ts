import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findExistingOutputs } from './check-outputs.ts';
import { temporaryFolder } from './temporary-folder.test-helper.ts';

test('results that are there are found; a folder of that name is none', async () => {
  const folder = temporaryFolder();
  for (const file of ['a.png', 'done.png']) writeFileSync(join(folder, file), '');
  mkdirSync(join(folder, 'folder.png'));
  const input = { path: join(folder, 'a.png'), name: 'a' };
  const jobs = ['done.png', 'new.png', 'folder.png'].map((name) => ({ input, output: join(folder, name) }));
  expect([...(await findExistingOutputs(jobs))]).toEqual([jobs[0]]);
});

test('a result never replaces a source, under whatever name', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.png'), '');
  linkSync(join(folder, 'a.png'), join(folder, 'b.png'));
  const input = { path: join(folder, 'a.png'), name: 'a' };
  for (const output of [join(folder, 'a.png'), `${folder}/./a.png`, join(folder, 'b.png')]) {
    await expect(findExistingOutputs([{ input, output }])).rejects.toThrow(/would replace the input/);
  }
});
