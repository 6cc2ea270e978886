import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { DiskError, diskError } from './disk-error.ts';

const failed = (code: string): Error => Object.assign(new Error(`${code}: raw`), { code, syscall: 'write' });

test.each([
  ['ENOSPC', '"x.png" could not be written: the disk is full.'],
  ['EACCES', '"x.png" could not be written: permission denied.'],
  ['EROFS', '"x.png" could not be written: the disk is read-only.'],
  ['EWEIRD', '"x.png" could not be written (EWEIRD).'],
])('%s is a sentence', (code, message) => {
  expect(diskError(failed(code), 'write', 'out/x.png')).toEqual(new DiskError(code, message));
});

test('a real missing file is told by its path', async () => {
  const error: unknown = await readFile('no/such.png').catch((thrown: unknown) => thrown);
  expect(diskError(error, 'read', 'no/such.png')).toMatchObject({
    code: 'ENOENT',
    message: 'There is no file or folder "no/such.png".',
  });
});

test('other errors are passed on', () => {
  const error = new TypeError('a bug');
  expect(diskError(error, 'read', 'x')).toBe(error);
});
