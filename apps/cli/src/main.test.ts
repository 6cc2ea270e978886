import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { runKoma, runKomaHere } from './run-koma.test-helper.ts';
import { fixtureNames, listFiles, place, temporaryFolder } from './temporary-folder.test-helper.ts';

test('a folder with a damaged file in the middle: the others are done, the tree is kept', async () => {
  const folder = temporaryFolder();
  place(folder, {
    'in/a.jpg': 'good/q75.jpg',
    'in/b.png': 'bad/truncated.png',
    'in/ch/c.png': 'good/alpha.png',
  });
  const run = await runKoma(folder, ['upscale', 'in', '--out', 'out', '--json']);
  expect(run.exitCode).toBe(1);
  expect(run.outcomes()).toEqual([
    {
      input: join('in', 'a.jpg'),
      output: join('out', 'a.png'),
      status: 'done',
      error: null,
      ms: expect.any(Number),
    },
    {
      input: join('in', 'b.png'),
      output: null,
      status: 'failed',
      error: expect.stringMatching(/^"b\.png" is damaged/),
      ms: expect.any(Number),
    },
    {
      input: join('in', 'ch', 'c.png'),
      output: join('out', 'ch', 'c.png'),
      status: 'done',
      error: null,
      ms: expect.any(Number),
    },
  ]);
  expect(run.stderr).toContain('koma: 1 of 3 failed:');
  expect(listFiles(join(folder, 'out'))).toEqual(['a.png', 'ch/c.png']);

  // What is done is not done again, unless asked for.
  const before = statSync(join(folder, 'out/a.png')).mtimeMs;
  const again = await runKomaHere(folder, ['upscale', 'in/a.jpg', '--out', 'out', '--json']);
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(again.outcomes()).toMatchObject([{ output: join('out', 'a.png'), status: 'skipped', error: null }]);
  expect(statSync(join(folder, 'out/a.png')).mtimeMs).toBe(before);
  const forced = await runKomaHere(folder, ['upscale', 'in/a.jpg', '--out', 'out', '--force']);
  expect(forced).toMatchObject({
    exitCode: 0,
    stdout: '',
    stderr: expect.stringMatching(/^\[1\/1\] out.a\.png/),
  });
  expect(statSync(join(folder, 'out/a.png')).mtimeMs).toBeGreaterThan(before);
});

test('a file is replaced, in the type of its name; the same run gives the same bytes', async () => {
  const folder = temporaryFolder();
  place(folder, { 'a.png': 'good/grey.png', 'big.jpg': 'bad/empty.png' });
  const argv = ['upscale', 'a.png', '--out', 'big.jpg', '--width', '70', '--quality', '90', '--quiet'];
  expect(await runKoma(folder, argv)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
  const first = readFileSync(join(folder, 'big.jpg'));
  expect(first.subarray(0, 3)).toEqual(Buffer.of(0xff, 0xd8, 0xff));
  await runKomaHere(folder, argv);
  expect(readFileSync(join(folder, 'big.jpg'))).toEqual(first);
});

test('every damaged or foreign file is told in a sentence, and nothing is written', async () => {
  const folder = temporaryFolder();
  // Numbered, because two results may not have one name.
  const names = fixtureNames('bad').map((name, i) => ({ name: `${i}-${name}`, source: `bad/${name}` }));
  for (const { name, source } of names) place(folder, { [name]: source });
  const given = names.map(({ name }) => name);
  const run = await runKomaHere(folder, ['upscale', ...given, '--out', 'out', '--json']);
  expect(run.exitCode).toBe(1);
  expect(run.outcomes().map(({ input }) => input)).toEqual(given);
  for (const { status, error, output } of run.outcomes()) {
    expect({ status, output }).toEqual({ status: 'failed', output: null });
    expect(error).toMatch(/^".*\.$/);
  }
  expect(listFiles(folder)).toEqual(given.toSorted());
});

test.each([
  [['upscale', 'a.png', '--out', 'o', '--scael', '2'], 'There is no flag --scael.'],
  [['upscale', 'a.png', '--out', 'o', '--scale', '3'], '--scale: '],
  [['upscale', 'a.png', '--out', 'o', '--scale', '2', '--width', '9'], 'Give only one of'],
  [['upscale', 'a.png'], 'Say where to write with --out'],
  [['upscale', 'gone*.png', '--out', 'o'], 'No file matches "gone*.png".'],
  [['upscale', 'a.png', 'b.jpg', '--out', 'x.png'], '"x.png" is one file, but there are 2 inputs'],
  [['upscale', 'a.png', 'a.jpg', '--out', 'o'], 'would both become'],
  [['upscale', '.', '--out', 'a.png', '--force'], '"a.png" is one file'],
  [['upscale', 'a.png', '--out', 'a.png'], 'would replace the input "a.png"'],
  [['upscale', 'a.png', '--out', '.'], 'would replace the input "a.png"'],
  [['rerun', 'a.koma', '--out', 'b.koma'], 'There is no file or folder "a.koma"'],
  [['downscale', 'a.png', '--out', 'o'], 'There is no command "downscale".'],
  [[], 'Name a command: upscale, colorize, segment, generate, '],
])('%j is wrong usage: exit code 2, one sentence, nothing written', async (argv, message) => {
  const folder = temporaryFolder();
  place(folder, { 'a.png': 'good/grey.png', 'a.jpg': 'good/q50.jpg', 'b.jpg': 'good/q50.jpg' });
  const run = await runKomaHere(folder, argv);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr).toMatch(/^koma: [^\n]+\n$/);
  expect(run.stderr).toContain(message);
  expect(listFiles(folder)).toEqual(['a.jpg', 'a.png', 'b.jpg']);
});

test('help and version go to standard output, what is wrong does not', async () => {
  const folder = temporaryFolder();
  const help = await runKomaHere(folder, ['--json', 'upscale', '--help']);
  const [version, wrong] = await Promise.all([runKoma(folder, ['--version']), runKoma(folder, ['--scael'])]);
  expect(help).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('--noise auto|off|0|1|2|3'),
    stderr: '',
  });
  expect(version).toMatchObject({ exitCode: 0, stdout: `${packageJson.version}\n` });
  const sentence = expect.stringContaining('There is no flag --scael.');
  expect(wrong).toMatchObject({ exitCode: 2, stdout: '', stderr: sentence });
});

test.skipIf(process.platform === 'win32')(
  'Ctrl-C ends the run with code 130 and leaves no partial file',
  async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'in'));
    for (let i = 0; i < 100; i++) place(folder, { [`in/${i}.jpg`]: 'good/q90.jpg' });
    const run = await runKoma(folder, ['upscale', 'in', '--out', 'out', '--json'], (child) => {
      child.stdout?.once('data', () => child.kill('SIGINT'));
    });
    expect(run.exitCode).toBe(130);
    const files = listFiles(join(folder, 'out'));
    expect(files.length).toBeGreaterThan(0);
    expect(files.length).toBeLessThan(100);
    for (const name of files) {
      expect(name).toMatch(/^\d+\.png$/);
      expect(
        readFileSync(join(folder, 'out', name))
          .subarray(-8, -4)
          .toString('latin1'),
      ).toBe('IEND');
    }
  },
);
