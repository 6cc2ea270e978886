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

test('a result with layers is there when both files are', async () => {
  const folder = temporaryFolder();
  for (const file of ['in.png', 'both.png', 'both.psd', 'flat.png', 'layers.psd'])
    writeFileSync(join(folder, file), '');
  const input = { path: join(folder, 'in.png'), name: 'in' };
  const jobs = ['both', 'flat', 'layers'].map((name) => ({
    input,
    output: join(folder, `${name}.png`),
    layered: join(folder, `${name}.psd`),
  }));
  expect([...(await findExistingOutputs(jobs))]).toEqual([jobs[0]]);
});

test('a result replaces no other file that is read, neither do its layers', async () => {
  const folder = temporaryFolder();
  for (const file of ['in.png', 'style.png']) writeFileSync(join(folder, file), '');
  const [path, style] = [join(folder, 'in.png'), join(folder, 'style.png')];
  const job = { input: { path, name: 'in' }, output: join(folder, 'new.png') };
  await expect(findExistingOutputs([{ ...job, output: style }], [style])).rejects.toThrow(
    /would replace the input ".*style\.png"/,
  );
  await expect(findExistingOutputs([{ ...job, layered: style }], [style])).rejects.toThrow('style.png');
  expect(await findExistingOutputs([job], [style])).toEqual(new Set());
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
