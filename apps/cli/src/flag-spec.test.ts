import { expect, test } from 'vitest';
import { flagName, parseFlagValue } from './flag-spec.ts';
import { UsageError } from './usage-error.ts';

test('a parameter becomes a flag in lower case', () => {
  expect(flagName({ id: 'scale' })).toBe('--scale');
  expect(flagName({ id: 'hairColor' })).toBe('--hair-color');
});

test('a bad value is named with its flag', () => {
  const spec = {
    type: 'number',
    id: 'threads',
    integer: true,
    min: 1,
    max: 8,
    label: { en: 'Threads' },
  } as const;
  expect(parseFlagValue(spec, '4')).toBe(4);
  expect(() => parseFlagValue(spec, '9')).toThrow(
    new UsageError('--threads: Threads has to be between 1 and 8, not 9.'),
  );
  expect(() => parseFlagValue(spec, '')).toThrow(UsageError);
});
