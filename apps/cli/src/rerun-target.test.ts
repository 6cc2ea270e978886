import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveRerunTarget } from './rerun-target.ts';
import { listFiles, place, temporaryFolder } from './temporary-folder.test-helper.ts';
import { UsageError } from './usage-error.ts';

function folderWithProject(): string {
  const folder = temporaryFolder();
  place(folder, { 'a.koma': 'good/grey.png', 'other.psd': 'good/grey.png' });
  mkdirSync(join(folder, 'folder.koma'));
  return folder;
}

test.each([
  ['new/b.koma', 'koma'],
  ['b.PSD', 'psd'],
  ['other.psd', 'psd'],
  ['線画.ora', 'ora'],
  ['b.png', 'png'],
])('%s is written as %s', async (out, format) => {
  const folder = folderWithProject();
  const path = join(folder, out);
  expect(await resolveRerunTarget(join(folder, 'a.koma'), path)).toEqual({ path, format });
});

test('without an output the project is replaced', async () => {
  const path = join(folderWithProject(), 'a.koma');
  expect(await resolveRerunTarget(path, undefined)).toEqual({ path, format: 'koma' });
});

test.each([
  ['a project that is not there', 'gone.koma', 'b.koma', 'There is no file or folder'],
  ['a folder as project', '.', 'b.koma', 'is a folder, not a project'],
  ['a type that holds no document', 'a.koma', 'b.jpg', 'has to end in .koma, .psd, .ora or .png'],
  ['no type', 'a.koma', 'b', 'has to end in .koma, .psd, .ora or .png'],
  ['the project as output', 'a.koma', './folder.koma/../a.koma', 'would replace the input'],
  ['a folder as output', 'a.koma', 'folder.koma', 'is a folder: give'],
  ['a file as a folder', 'a.koma', 'a.koma/b.koma', 'is a file, not a folder'],
])('%s is wrong usage, and nothing is written', async (_, input, out, message) => {
  const folder = folderWithProject();
  const thrown = await resolveRerunTarget(`${folder}/${input}`, `${folder}/${out}`).catch(
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(UsageError);
  expect((thrown as UsageError).message).toContain(message);
  expect(listFiles(folder)).toEqual(['a.koma', 'other.psd']);
});
