import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CHARACTER_KEYWORD,
  parseCharacter,
  readPngText,
  sampleCharacter,
  type CharacterLabel,
} from '@koma/character';
import { expect, test } from 'vitest';
import { readPicture } from '../read-picture.ts';
import { runKomaHere } from '../run-koma.test-helper.ts';
import { listFiles, temporaryFolder } from '../temporary-folder.test-helper.ts';

test('pictures are named by their seeds, carry their characters, and have labels and a contact sheet', async () => {
  const folder = temporaryFolder();
  const argv = [
    'generate',
    '--out',
    'out',
    '--count',
    '3',
    '--seed',
    '40',
    '--size',
    '64',
    '--labels',
    '--set',
    'hairColor=pink',
    '--set',
    'yaw=-5..5',
  ];
  const run = await runKomaHere(folder, [...argv, '--json']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.outcomes().map(({ input, output, status }) => [input, output, status])).toEqual([
    ['seed 40', join('out', '40.png'), 'done'],
    ['seed 41', join('out', '41.png'), 'done'],
    ['seed 42', join('out', '42.png'), 'done'],
    ['contact sheet', join('out', 'sheet.png'), 'done'],
  ]);
  expect(listFiles(join(folder, 'out'))).toEqual([
    '40.json',
    '40.png',
    '41.json',
    '41.png',
    '42.json',
    '42.png',
    'sheet.png',
  ]);
  const png = readFileSync(join(folder, 'out/41.png'));
  const character = parseCharacter(readPngText(png, CHARACTER_KEYWORD));
  expect(character).toEqual(
    sampleCharacter(41, { wishes: { hairColor: 'pink', yaw: { low: -5, high: 5 } } }),
  );
  expect((await readPicture(join(folder, 'out/41.png'))).image).toMatchObject({ width: 64, height: 64 });
  const label = JSON.parse(readFileSync(join(folder, 'out/41.json'), 'utf8')) as CharacterLabel;
  expect(label).toMatchObject({
    version: 1,
    seed: 41,
    width: 64,
    tags: expect.arrayContaining(['pink_hair']),
  });

  // What is there is kept; the same command gives the same bytes.
  const before = statSync(join(folder, 'out/40.png')).mtimeMs;
  const again = await runKomaHere(folder, [...argv, '--json']);
  expect(new Set(again.outcomes().map(({ status }) => status))).toEqual(new Set(['skipped']));
  expect(statSync(join(folder, 'out/40.png')).mtimeMs).toBe(before);
  rmSync(join(folder, 'out/41.png'));
  const sheet = readFileSync(join(folder, 'out/sheet.png'));
  await runKomaHere(folder, [...argv, '--quiet']);
  expect(readFileSync(join(folder, 'out/41.png'))).toEqual(png);
  expect(readFileSync(join(folder, 'out/sheet.png'))).toEqual(sheet);
});

test('one picture can be any file, and comes back from its JSON and its PNG', async () => {
  const folder = temporaryFolder();
  const make = (out: string, ...more: string[]) =>
    runKomaHere(folder, ['generate', '--out', out, '--size', '48', '--quiet', ...more]);
  for (const name of ['a.png', 'a.svg', 'a.json', 'a.psd', 'a.ora'])
    expect(await make(name, '--seed', '9', '--set', 'framing=bust')).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: '',
    });
  const text = (name: string, from: number, to: number) =>
    readFileSync(join(folder, name)).subarray(from, to).toString('latin1');
  expect(text('a.svg', 0, 4)).toBe('<svg');
  expect(text('a.psd', 0, 4)).toBe('8BPS');
  expect(text('a.ora', 30, 54)).toBe('mimetypeimage/openraster');
  // The parts are named in the Photoshop file, in UTF-16.
  expect(
    readFileSync(join(folder, 'a.psd')).includes(Buffer.from('Hair (front) / Line art', 'utf16le').swap16()),
  ).toBe(true);
  for (const source of ['a.json', 'a.png']) {
    await make('b.png', '--character', source);
    expect(readFileSync(join(folder, 'b.png'))).toEqual(readFileSync(join(folder, 'a.png')));
  }
  await make('c.json', '--character', 'a.png', '--set', 'hairColor=green');
  expect(parseCharacter(readFileSync(join(folder, 'c.json'), 'utf8')).hairColor).toBe('green');
});

test('several pictures in one PNG are a contact sheet', async () => {
  const folder = temporaryFolder();
  expect(
    await runKomaHere(folder, ['generate', '--out', 'sheet.png', '--count', '5', '--size', '32', '--quiet']),
  ).toMatchObject({ exitCode: 0 });
  const { image } = await readPicture(join(folder, 'sheet.png'));
  // Three columns and two rows of 32 pixels, with 4 between and around.
  expect(image).toMatchObject({ width: 3 * 36 + 4, height: 2 * 36 + 4 });
  expect(listFiles(folder)).toEqual(['sheet.png']);
});

test('--no-sheet leaves the contact sheet out, --layers adds a file a picture', async () => {
  const folder = temporaryFolder();
  await runKomaHere(folder, [
    'generate',
    '--out',
    'o',
    '--count',
    '2',
    '--size',
    '32',
    '--no-sheet',
    '--layers',
    'ora',
    '--quiet',
  ]);
  expect(listFiles(join(folder, 'o'))).toEqual(['0.ora', '0.png', '1.ora', '1.png']);
});

test.each([
  [[], 'Say where to write with --out'],
  [['--out', 'o', '--set', 'hairColour=pink'], 'Did you mean "hairColor"?'],
  [['--out', 'o', '--set', 'yaw=90'], '"yaw" is 90, but it has to be a number from -40 to 40.'],
  [['--out', 'o', '--set', 'pose=flying'], '"pose" is "flying", but it has to be one of standing'],
  [['--out', 'o', '--set', 'yaw=1', '--set', 'yaw=2'], '--set yaw is given twice.'],
  [['--out', 'o.psd', '--count', '3'], '3 pictures do not fit into one psd file'],
  [['--out', 'o.jpg'], 'not jpg'],
  [['--out', 'o.png', '--labels'], 'give --out a folder'],
  [['--out', 'o', '--count', '0'], '--count'],
  [['--out', 'o', 'picture.png'], 'takes no input'],
  [['--out', 'o', '--character', 'gone.json'], 'There is no file'],
  [['--out', 'o', '--character', 'bad.json'], 'it is not JSON'],
  [['--out', 'o', '--character', 'bad.png'], 'not a whole PNG'],
  [['--out', 'bad.json/x'], '"bad.json'],
])('%j is wrong usage: exit code 2, one sentence, nothing written', async (flags, message) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'bad.json'), '{');
  writeFileSync(join(folder, 'bad.png'), 'GIF89a');
  const run = await runKomaHere(folder, ['generate', ...flags]);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr).toMatch(/^koma: [^\n]+\n$/);
  expect(run.stderr).toContain(message.replace('bad.json', 'bad.json'));
  expect(existsSync(join(folder, 'o'))).toBe(false);
  expect(listFiles(folder)).toEqual(['bad.json', 'bad.png']);
});

test('help tells every flag and every attribute', async () => {
  const run = await runKomaHere(temporaryFolder(), ['generate', '--help']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  for (const text of [
    '--count',
    '--set NAME=VALUE',
    '--layers off|psd|ora',
    'hairColor',
    'a number from -40 to 40',
  ])
    expect(run.stdout).toContain(text);
  for (const line of run.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
