import { expect, test } from 'vitest';
import { residentBytes } from './renderer-memory.ts';

test('anonymous and shared memory count, files do not', () => {
  const status =
    'Name:\tchrome\nVmRSS:\t  900 kB\nRssAnon:\t  200 kB\nRssFile:\t  650 kB\nRssShmem:\t   50 kB\n';
  expect(residentBytes(status)).toBe(250 * 1024);
});

test('a system that does not tell is reported', () => {
  expect(() => residentBytes('Name:\tchrome\nVmRSS:\t900 kB\n')).toThrow('does not tell');
});
