import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { partClasses, splitOfSeed, type CharacterLabel } from '@koma/character';
import { expect, test } from 'vitest';
import { readPicture } from '../read-picture.ts';
import { runKomaHere } from '../run-koma.test-helper.ts';
import { listFiles, temporaryFolder } from '../temporary-folder.test-helper.ts';
import type { Baseline } from './baseline.ts';

const COUNT = 24;
// Seeds of which each split has some.
const ARGV = ['dataset', '--out', 'set', '--count', String(COUNT), '--seed', '194', '--size', '64'];

test('a data set has pictures, truth, labels by split, a card with baselines, and goes on where it stopped', async () => {
  const folder = temporaryFolder();
  const run = await runKomaHere(folder, [...ARGV, '--json']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.outcomes()).toHaveLength(COUNT + 1);
  const at = (...path: string[]) => join(folder, 'set', ...path);
  const text = (...path: string[]) => readFileSync(at(...path), 'utf8');

  for (const kind of [
    'images',
    'truth/lineart',
    'truth/flats',
    'truth/shade',
    'truth/highlight',
    'truth/parts',
    'truth/figure',
  ])
    expect(listFiles(at(kind))).toHaveLength(COUNT);
  expect(JSON.parse(text('classes.json'))).toEqual(partClasses);

  const lines = (['train', 'val', 'test'] as const).map((split) => {
    const labels = text('labels', `${split}.jsonl`).split('\n').filter(Boolean);
    return labels.map((line) => JSON.parse(line) as CharacterLabel & { image: string; split: string });
  });
  expect(lines.flat()).toHaveLength(COUNT);
  for (const { seed, split, image, tags } of lines.flat()) {
    expect(split).toBe(splitOfSeed(seed));
    expect(image).toBe(`images/${seed}.png`);
    expect(tags).toContain('solo');
  }

  // Part maps hold classes as grey values.
  const { image: parts } = await readPicture(at('truth/parts/197.png'));
  const found = new Set(parts.data.filter((_, i) => i % 4 === 0));
  expect(Math.max(...found)).toBeLessThan(partClasses.length);
  expect(found.size).toBeGreaterThan(4);

  const baselines = JSON.parse(text('baselines.json')) as Baseline[];
  expect(baselines.map(({ task }) => task)).toEqual([
    'Colorization',
    'Segmentation',
    'Super-resolution ×2',
    'Tagging',
    'Pose',
  ]);
  for (const { scores } of baselines)
    for (const score of Object.values(scores)) expect(score).toBeGreaterThan(0);
  const card = text('README.md');
  for (const part of [
    'CC0 1.0',
    '--count 24 --seed 194 --size 64',
    ...baselines.map(({ task }) => `### ${task}`),
  ])
    expect(card).toContain(part);

  const [kept, lost] = [at('images/200.png'), at('images/201.png')];
  const [before, bytes] = [statSync(kept).mtimeMs, readFileSync(lost)];
  rmSync(lost);
  const again = await runKomaHere(folder, [...ARGV, '--json']);
  const done = again.outcomes().filter(({ status }) => status === 'done');
  expect(done.map(({ input }) => input)).toEqual(['seed 201', 'data card']);
  expect(statSync(kept).mtimeMs).toBe(before);
  expect(readFileSync(lost)).toEqual(bytes);
  expect(text('README.md')).toBe(card);
});

test('a split without pictures has no score', async () => {
  const folder = temporaryFolder();
  await runKomaHere(folder, ['dataset', '--out', 'set', '--count', '1', '--size', '32', '--quiet']);
  expect(readFileSync(join(folder, 'set/README.md'), 'utf8')).toContain('**n/a**');
});

test.each([
  [['--count', '3'], 'Say where to write with --out DIR.'],
  [['--out', 'set'], 'Say how many pictures with --count N.'],
  [['--out', 'set', '--count', '3', 'x.png'], 'takes no input'],
  [['--out', 'set', '--count', '3', '--set', 'age=baby'], 'one of child, teen'],
])('%j is wrong usage', async (flags, message) => {
  const folder = temporaryFolder();
  const run = await runKomaHere(folder, ['dataset', ...flags]);
  expect(run).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(message) });
  expect(listFiles(folder)).toEqual([]);
});

test('help tells how, on standard output', async () => {
  const run = await runKomaHere(temporaryFolder(), ['dataset', '--help']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringContaining('--count N') });
  for (const line of run.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
