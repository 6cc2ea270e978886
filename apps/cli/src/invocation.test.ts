import { beforeAll, expect, test } from 'vitest';
import type { Command } from './cli-plugin.ts';
import { findCommand, loadCommands } from './load-commands.ts';
import { commandFlags, parseInvocation, type Invocation } from './invocation.ts';

let upscale: Command;
beforeAll(async () => {
  upscale = findCommand(await loadCommands(), 'upscale')!;
});

const parse = (...argv: string[]) => parseInvocation(upscale.operation, argv) as Invocation;

test('an operation is found by its short and by its full name', async () => {
  expect(findCommand(await loadCommands(), 'studio.koma.upscale:upscale')?.operation.id).toBe('upscale');
});

test('every parameter of the manifest is a flag, with its type', () => {
  const { params } = parse(
    'a.png',
    '--out',
    'o',
    '--scale',
    '4',
    '--noise',
    '1',
    '--model',
    'cunet',
    '--exact',
    '--tta',
    '8',
    '--tile',
    '64',
  );
  expect(params).toEqual({ scale: 4, noise: '1', model: 'cunet', exact: true, tta: 8, tile: 64 });
});

test('common flags are read, and absent ones stay absent', () => {
  const given = parse(
    'a.png',
    'b',
    '--out',
    'o',
    '--threads',
    '3',
    '--backend',
    'wasm',
    '--json',
    '--format',
    'webp',
    '--quality',
    '80',
  );
  expect(given).toMatchObject({
    inputs: ['a.png', 'b'],
    threads: 3,
    backend: 'wasm',
    json: true,
    quiet: false,
  });
  expect(given.output).toEqual({ out: 'o', format: 'webp', quality: 80, force: false });
  expect(parse('a.png', '--out', 'o').output).toEqual({ out: 'o', force: false });
});

test('help wins over everything that is missing', () => {
  expect(parseInvocation(upscale.operation, ['--help'])).toBe('help');
});

test("an operation's own parameter takes the place of a common flag", () => {
  const seed = { type: 'number', id: 'seed', min: 5, max: 6, label: { en: 'Own seed' } } as const;
  const flags = commandFlags({ ...upscale.operation, params: [seed] });
  expect(flags.filter((flag) => flag.id === 'seed')).toEqual([seed]);
});

test('what an operation takes besides pictures to work on is a flag with a file each', async () => {
  const { operation } = findCommand(await loadCommands(), 'colorize')!;
  const argv = ['a.png', '--style', 's.png', '--out', 'o', '--layers', 'ora', '--strength', '0.5'];
  const given = parseInvocation(operation, argv) as Invocation;
  expect(given).toMatchObject({ files: { style: 's.png' }, params: { strength: 0.5 } });
  expect(given.output).toEqual({ out: 'o', layers: 'ora', force: false });
  const all = parseInvocation(operation, [...argv, '--hints', 'h.json', '--palette', 'p.json']) as Invocation;
  expect(all.files).toEqual({ style: 's.png', hints: 'h.json', palette: 'p.json' });
  const { output } = parseInvocation(operation, [...argv.slice(0, 5), '--layers', 'off']) as Invocation;
  expect(output).toEqual({ out: 'o', force: false });
  expect(() => parseInvocation(operation, ['a.png', '--out', 'o'])).toThrow('Style picture is missing');
  expect(() => parse('a.png', '--out', 'o', '--layers', 'psd')).toThrow('There is no flag --layers.');
  expect(parse('a.png', '--out', 'o').files).toEqual({});
});

test.each([
  [['--out', 'o'], /^Name the pictures/],
  [['a.png'], /^Say where to write with --out/],
  [['a.png', '--out', 'o', '--scale', '3'], /^--scale: .*1, 2, 4, 8, not 3/],
  [['a.png', '--out', 'o', '--width', '0'], /^--width: .*between 1 and 65535/],
  [['a.png', '--out', 'o', '--width', '1.5'], /whole number/],
  [['a.png', '--out', 'o', '--scale', '2', '--percent', '50'], /^Give only one of scale and percent/],
  [['a.png', '--out', 'o', '--width', '9', '--percent', '50'], /^Give only one of width and percent/],
  [['a.png', '--out', 'o', '--exact'], /^--exact only applies with --model cunet\.$/],
])('%j is refused', (argv, message) => {
  expect(() => parse(...argv)).toThrow(
    expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message) }),
  );
});
