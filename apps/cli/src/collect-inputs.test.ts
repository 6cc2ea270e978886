import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { collectInputs } from './collect-inputs.ts';
import { temporaryFolder } from './temporary-folder.test-helper.ts';

function folderWith(...files: string[]): string {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

/** Names as they will be below the output folder. */
async function names(given: string[], out = 'nowhere'): Promise<string[]> {
  return (await collectInputs(given, out)).map(({ name }) => name.replaceAll('\\', '/'));
}

test('a file is taken whatever its type, by its bare name', async () => {
  const folder = folderWith('sub/page.01.gif', 'b.png');
  expect(await names([join(folder, 'sub/page.01.gif'), join(folder, 'b.png')])).toEqual(['page.01', 'b']);
});

test('a folder gives its pictures, sorted, with their tree, and nothing hidden', async () => {
  const folder = folderWith(
    'b.png',
    'a.JPG',
    'ch 1/c.webp',
    'ch 1/d.jpeg',
    'x.gif',
    'notes.txt',
    '.h.png',
    '.git/i.png',
  );
  expect(await names([folder])).toEqual(['a', 'b', 'ch 1/c', 'ch 1/d']);
});

test('the output folder inside the input is not read', async () => {
  const folder = folderWith('a.png', 'out/a.png', 'sub/b.png');
  expect(await names([folder], join(folder, 'out'))).toEqual(['a', 'sub/b']);
  expect(await names([join(folder, '**/*.png')], join(folder, 'out'))).toEqual(['a', 'b']);
});

test('where the output folder is the input folder, its files are still the input', async () => {
  const folder = folderWith('a.jpg');
  expect(await names([folder], folder)).toEqual(['a']);
});

test('patterns are expanded as a shell would', async () => {
  const folder = folderWith('a1.png', 'a2.png', 'b.png', '.a3.png', 'aa/c.png');
  expect(await names([join(folder, 'a*')])).toEqual(['a1', 'a2', 'c']);
  expect(await names([join(folder, '{b,a2}.png')])).toEqual(['a2', 'b']);
});

test('a name that exists is no pattern', async () => {
  const folder = folderWith('[1].png', '1.png');
  expect(await names([join(folder, '[1].png')])).toEqual(['[1]']);
});

test('the same file twice is one input', async () => {
  const folder = folderWith('a.png');
  expect(await names([join(folder, 'a.png'), join(folder, '.', 'a.png'), folder])).toEqual(['a']);
});

test.skipIf(process.platform === 'win32')('linked files are read, linked folders are not', async () => {
  const folder = folderWith('a.png');
  symlinkSync(join(folder, 'a.png'), join(folder, 'b.png'));
  symlinkSync(folder, join(folder, 'loop'));
  symlinkSync('gone.png', join(folder, 'c.png'));
  expect(await names([folder])).toEqual(['a', 'b']);
});

test('a missing file is a problem of its own, among others', async () => {
  const folder = folderWith('a.png');
  const inputs = await collectInputs(
    [join(folder, 'gone.png'), join(folder, 'a.png'), join(folder, '*.webp')],
    'o',
  );
  expect(inputs.map(({ problem }) => problem?.message.replaceAll(folder, ''))).toEqual([
    expect.stringMatching(/^There is no file or folder ".gone\.png"\.$/),
    undefined,
    expect.stringMatching(/^No file matches ".\*\.webp"\.$/),
  ]);
});

test.each([
  ['gone.png', /There is no file or folder/],
  ['*.png', /No file matches/],
  ['.', /There is no PNG, JPEG or WebP file in/],
])('nothing found by %s is wrong usage', async (given, message) => {
  const folder = temporaryFolder();
  await expect(collectInputs([join(folder, given)], 'o')).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(message),
  });
});
