import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveTarget, targetExtension } from './output-target.ts';
import { listFiles, temporaryFolder } from './temporary-folder.test-helper.ts';

test.each([
  ['x.png', 'file', 'png'],
  ['x.JPEG', 'file', 'jpeg'],
  ['new/x.webp', 'file', 'webp'],
  ['x', 'folder', 'png'],
  ['v1.2', 'folder', 'png'],
  ['x.png/', 'folder', 'png'],
  ['there.png', 'folder', 'png'],
])('--out %s is a %s', async (out, kind, format) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'there.png'));
  // `join` would keep the slash, but only `/` is portable.
  expect(await resolveTarget({ out: `${folder}/${out}`, force: false })).toMatchObject({
    kind,
    format,
    quality: 95,
  });
  expect(listFiles(folder)).toEqual([]);
});

test('--out x.psd is a layered file where there are layers, and --layers adds one to a picture', async () => {
  const folder = temporaryFolder();
  const resolve = (out: string, layers?: 'psd' | 'ora') =>
    resolveTarget({ out: join(folder, out), force: false, ...(layers ? { layers } : {}) }, true);
  expect(await resolve('x.PSD')).toMatchObject({ kind: 'file', format: 'psd' });
  expect(await resolve('x.ora', 'ora')).not.toHaveProperty('layers');
  expect(await resolve('x.png', 'ora')).toMatchObject({ kind: 'file', format: 'png', layers: 'ora' });
  expect(await resolve('x', 'psd')).toMatchObject({ kind: 'folder', format: 'png', layers: 'psd' });
  await expect(resolve('x.psd', 'ora')).rejects.toThrow(/^--layers ora does not fit --out/);
  await expect(resolveTarget({ out: join(folder, 'x.psd'), force: false })).rejects.toThrow(
    /^Koma writes PNG, JPEG and WebP, not \.psd/,
  );
});

test('--format is the extension of files in a folder', async () => {
  const target = await resolveTarget({
    out: join(temporaryFolder(), 'o'),
    format: 'jpg',
    quality: 70,
    force: false,
  });
  expect(target).toMatchObject({ format: 'jpeg', quality: 70 });
  expect(targetExtension(target)).toBe('.jpg');
});

test.each([
  [{ out: 'x.gif' }, /^Koma writes PNG, JPEG and WebP, not \.gif/],
  [{ out: 'x.png', format: 'jpg' }, /^--format jpg does not fit/],
  [{ out: 'x.png', quality: 90 }, /^--quality only applies to JPEG and WebP/],
  [{ out: 'o', quality: 90 }, /^--quality only applies/],
  [{ out: 'file' }, /is a file, not a folder/],
  [{ out: 'file/x.png' }, /is a file, not a folder/],
  [{ out: 'file/deep/er' }, /is a file, not a folder/],
] as const)('%j is refused', async (options, message) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(
    resolveTarget({ force: false, ...options, out: join(folder, options.out) }),
  ).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(message),
  });
});
