import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPicture } from '../read-picture.ts';
import { runKomaHere } from '../run-koma.test-helper.ts';
import { listFiles, temporaryFolder } from '../temporary-folder.test-helper.ts';

interface Label {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly { readonly order: number; readonly figures: readonly number[] }[];
  readonly figures: readonly {
    readonly seenBox: readonly number[];
    readonly character: { readonly expression: string };
  }[];
  readonly balloons: readonly {
    readonly text: string;
    readonly seenBox: readonly [number, number, number, number];
  }[];
}

test('pages are grey files named by their seeds; the truth has a mask for everything in the label', async () => {
  const folder = temporaryFolder();
  const argv = ['page', '--out', 'out', '--seed', '4', '--count', '2', '--width', '300', '--truth'];
  const run = await runKomaHere(folder, [...argv, '--json']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.outcomes()).toMatchObject([
    { input: 'seed 4', output: join('out', '4.png'), status: 'done' },
    { input: 'seed 5', output: join('out', '5.png'), status: 'done' },
  ]);
  const label = JSON.parse(readFileSync(join(folder, 'out/5.json'), 'utf8')) as Label;
  expect(label).toMatchObject({ width: 300, height: 425 });
  const numbered = (name: string, list: readonly unknown[]): string[] =>
    list.map((_, i) => `${name}-${String(i).padStart(2, '0')}.png`);
  expect(listFiles(join(folder, 'out/5')).toSorted()).toEqual(
    [
      'blacks.png',
      'lettering.png',
      'line-art.png',
      'tones.png',
      ...numbered('balloon', label.balloons),
      ...numbered('figure', label.figures),
      ...numbered('panel', label.panels),
    ].toSorted(),
  );
  for (const name of ['5.png', '5/line-art.png', '5/figure-00.png']) {
    const file = readFileSync(join(folder, 'out', name));
    // Bit depth 8 and colour type 0, grey, in the header of the PNG.
    expect([...file.subarray(24, 26)]).toEqual([8, 0]);
    expect((await readPicture(join(folder, 'out', name))).image).toMatchObject({ width: 300, height: 425 });
  }
  // The box of a balloon in the label is that of its mask.
  const { image } = await readPicture(join(folder, 'out/5/balloon-00.png'));
  const [x, y, width, height] = label.balloons[0]!.seenBox;
  const rows = Array.from({ length: 425 }, (_, row) => row).filter((row) =>
    image.data.subarray(row * 1200, row * 1200 + 1200).some((value, i) => i % 4 === 0 && value === 255),
  );
  expect([rows[0], rows.length]).toEqual([y, height]);
  expect(x + width).toBeLessThanOrEqual(300);

  // What is there is kept; the same command gives the same bytes.
  const before = statSync(join(folder, 'out/4.png')).mtimeMs;
  expect((await runKomaHere(folder, [...argv, '--json'])).outcomes()).toMatchObject([
    { status: 'skipped' },
    { status: 'skipped' },
  ]);
  expect(statSync(join(folder, 'out/4.png')).mtimeMs).toBe(before);
  const bytes = ['5.png', '5.json', '5/tones.png'].map((name) => readFileSync(join(folder, 'out', name)));
  await runKomaHere(folder, [...argv, '--force', '--quiet']);
  expect(['5.png', '5.json', '5/tones.png'].map((name) => readFileSync(join(folder, 'out', name)))).toEqual(
    bytes,
  );
});

test('--layers writes a file with a group a panel and layers named by who is on them', async () => {
  const folder = temporaryFolder();
  const run = await runKomaHere(folder, [
    'page',
    '--out',
    'o',
    '--seed',
    '2',
    '--width',
    '240',
    '--layers',
    'psd',
    '--quiet',
  ]);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(listFiles(join(folder, 'o'))).toEqual(['2.png', '2.psd']);
  const psd = readFileSync(join(folder, 'o/2.psd'));
  for (const name of ['Paper', 'Panel 1', 'Background', 'Balloons'])
    expect(psd.includes(Buffer.from(name, 'utf16le').swap16())).toBe(true);
});

test.each([
  [[], 'Say which folder'],
  [['--out', 'page.png'], 'looks like a file'],
  [['--out', 'o', 'scan.png'], 'takes no input'],
  [['--out', 'o', '--width', '10'], '--width'],
  [['--out', 'o', '--layers', 'xcf'], '--layers'],
  [['--out', 'taken'], '"taken'],
])('%j is wrong usage: exit code 2, one sentence, nothing written', async (flags, message) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'taken'), '');
  const run = await runKomaHere(folder, ['page', ...flags]);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr).toMatch(/^koma: [^\n]+\n$/);
  expect(run.stderr).toContain(message);
  expect(listFiles(folder)).toEqual(['taken']);
});

test('the help says what is drawn', async () => {
  const run = await runKomaHere(temporaryFolder(), ['page', '--help']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.stdout).toContain('--truth');
});
