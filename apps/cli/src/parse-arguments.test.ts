import { expect, test } from 'vitest';
import { OUTPUT_FLAGS, GLOBAL_FLAGS, HELP_FLAG } from './common-flags.ts';
import { parseArguments } from './parse-arguments.ts';

const FLAGS = [...OUTPUT_FLAGS, ...GLOBAL_FLAGS, HELP_FLAG];
const parse = (...argv: string[]) => parseArguments(argv, FLAGS);

test('flags and names may be mixed', () => {
  const { values, positionals } = parse('a.png', '--out', 'x', '--json', 'b.png', '--threads=3');
  expect(positionals).toEqual(['a.png', 'b.png']);
  expect(Object.fromEntries(values)).toEqual({ out: 'x', json: true, threads: 3 });
});

test('switches can be turned off, in two ways', () => {
  expect(parse('--no-json').values.get('json')).toBe(false);
  expect(parse('--json=false').values.get('json')).toBe(false);
});

test('-- ends the flags, so that names may begin with a dash', () => {
  expect(parse('--', '--out', '-').positionals).toEqual(['--out', '-']);
});

test('-h is --help', () => expect(parse('-h').values.get('help')).toBe(true));

test('reading can stop at the first name', () => {
  const found = parseArguments(['--json', 'upscale', '--anything'], FLAGS, { stopAtPositional: true });
  expect(found.firstPositional).toBe(1);
});

test.each([
  [['--scael', '2'], 'There is no flag --scael.'],
  [['-x'], 'There is no flag -x.'],
  [['--no-out'], 'There is no flag --no-out.'],
  [['--out'], '--out needs a value.'],
  [['--out', '--json'], '--out needs a value.'],
  [['--out='], '--out must not be empty.'],
  [['--out', 'a', '--out', 'b'], '--out is given twice.'],
  [['--threads', '-2'], '--threads: Threads has to be between 1 and 256, not -2.'],
  [['--threads', 'two'], '--threads: Threads has to be a number.'],
  [['--backend', 'cuda'], '--backend: Backend can be auto, native, wasm, not cuda.'],
  [
    ['--json=yes'],
    '--json: Print one JSON object a line on standard output for every file is either true or false.',
  ],
])('%j is refused', (argv, message) => {
  expect(() => parse(...argv)).toThrow(expect.objectContaining({ name: 'UsageError', message }));
});
