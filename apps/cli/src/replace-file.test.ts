import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeUnfinishedFiles, replaceFile } from './replace-file.ts';
import { listFiles, temporaryFolder } from './temporary-folder.test-helper.ts';

test('a file is replaced, and missing folders are made', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a', 'b', 'x.png');
  await replaceFile(path, Uint8Array.of(1));
  await replaceFile(path, Uint8Array.of(2, 3));
  expect([...readFileSync(path)]).toEqual([2, 3]);
  expect(listFiles(folder)).toEqual(['a/b/x.png']);
});

test('a failure leaves no temporary file', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'x.png', 'full'), { recursive: true });
  await expect(replaceFile(join(folder, 'x.png'), Uint8Array.of(1))).rejects.toThrow(
    /^"x\.png" could not be written: a folder/,
  );
  expect(listFiles(folder)).toEqual([]);
});

test('a file in the way of a folder is told', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(replaceFile(join(folder, 'file', 'x.png'), Uint8Array.of(1))).rejects.toThrow(
    /a part of its path is a file/,
  );
});

test('what is being written can be removed at once', async () => {
  const folder = temporaryFolder();
  const writing = replaceFile(join(folder, 'x.png'), new Uint8Array(1 << 24));
  const written = writing.catch((error: unknown) => error);
  // After mkdir, and before 16 MB are written.
  while (listFiles(folder).length === 0) await new Promise((resolve) => setImmediate(resolve));
  removeUnfinishedFiles();
  expect(listFiles(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await written;
});

// Only Linux has /proc, a file system that never takes a folder.
test.runIf(existsSync('/proc/self'))(
  'a place that takes no folder is told, and is not tried for ever',
  async () => {
    await expect(replaceFile('/proc/koma/x.png', Uint8Array.of(1))).rejects.toThrow(/koma\/x\.png/);
  },
);
