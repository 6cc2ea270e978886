import { expect, test } from 'vitest';
import { parseRerunInvocation } from './rerun-invocation.ts';

test('reads the project, where to write, and what every command knows', () => {
  expect(parseRerunInvocation(['a.koma', '--out', 'b.psd'])).toEqual({
    input: 'a.koma',
    out: 'b.psd',
    seed: undefined,
    backend: 'auto',
    json: false,
    quiet: false,
  });
  const argv = [
    '--in-place',
    '--seed',
    '7',
    '--threads',
    '2',
    '--backend',
    'wasm',
    '--json',
    '--quiet',
    'a.koma',
  ];
  expect(parseRerunInvocation(argv)).toEqual({
    input: 'a.koma',
    out: undefined,
    seed: 7,
    backend: 'wasm',
    threads: 2,
    json: true,
    quiet: true,
  });
});

test('help is help, whatever else is given', () => {
  expect(parseRerunInvocation(['--help', '--in-place'])).toBe('help');
});

test.each([
  [['--in-place'], 'Name one project'],
  [['a.koma', 'b.koma', '--in-place'], 'Name one project'],
  [['a.koma'], 'Say where to write'],
  [['a.koma', '--no-in-place'], 'Say where to write'],
  [['a.koma', '--in-place', '--out', 'b.koma'], 'only one of --out and --in-place'],
  [['a.koma', '--out', 'b.koma', '--scale', '2'], 'There is no flag --scale'],
])('%j is wrong usage', (argv, message) => {
  expect(() => parseRerunInvocation(argv)).toThrow(message);
});
