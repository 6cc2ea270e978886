import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readPicture } from './read-picture.ts';
import { runKomaHere } from './run-koma.test-helper.ts';
import { fixture, listFiles, place, temporaryFolder } from './temporary-folder.test-helper.ts';

/** A quick run: as little as the network takes. */
const QUICK = ['--detail', '384'];

const SKETCH = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="90">
  <rect width="120" height="90" fill="white"/>
  <g fill="none" stroke="black" stroke-width="2"><circle cx="60" cy="40" r="28"/><path d="M20 88 Q60 60 100 88"/></g>
</svg>`;
const style = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="${colour}"/></svg>`;

const drawPng = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).png().toBuffer();

/** A folder with two sketches below `in`, `s.png`, and the style pictures `red.png` and `blue.png`. */
async function workplace(): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'in/ch'), { recursive: true });
  const sketch = await drawPng(SKETCH);
  for (const name of ['s.png', 'in/a.png', 'in/ch/b.png']) writeFileSync(join(folder, name), sketch);
  writeFileSync(join(folder, 'red.png'), await drawPng(style('#d02020')));
  writeFileSync(join(folder, 'blue.png'), await drawPng(style('#2030d0')));
  return folder;
}

const save = (folder: string, name: string, json: unknown): void =>
  writeFileSync(join(folder, name), typeof json === 'string' ? json : JSON.stringify(json));

test("a sketch becomes a picture of its own size under its own lines, in the style's colours", async () => {
  const folder = await workplace();
  const warmth: number[] = [];
  for (const name of ['red', 'blue']) {
    const argv = [
      'colorize',
      's.png',
      '--style',
      `${name}.png`,
      '--out',
      'out.png',
      '--paper',
      'paint',
      ...QUICK,
    ];
    expect(await runKomaHere(folder, [...argv, '--quiet'])).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
    const { image } = await readPicture(join(folder, 'out.png'));
    const { image: sketch } = await readPicture(join(folder, 's.png'));
    expect([image.width, image.height]).toEqual([120, 90]);
    let sum = 0;
    for (let i = 0; i < image.data.length; i += 4) {
      sum += image.data[i]! - image.data[i + 2]!;
      if (sketch.data[i] === 0) expect([...image.data.subarray(i, i + 4)]).toEqual([0, 0, 0, 255]);
    }
    warmth.push((sum * 4) / image.data.length);
  }
  expect(warmth[0]! - warmth[1]!).toBeGreaterThan(40);
});

test('folders keep their tree, layers lie beside the pictures, and what is there is skipped', async () => {
  const folder = await workplace();
  place(folder, { 'in/bad.png': 'bad/truncated.png' });
  save(folder, 'in/blank.png', '');
  writeFileSync(join(folder, 'in/blank.png'), await drawPng(style('white')));
  const argv = ['colorize', 'in', '--style', 'red.png', '--out', 'o', '--layers', 'psd', '--json', ...QUICK];
  const run = await runKomaHere(folder, argv);
  expect(run.exitCode).toBe(1);
  expect(run.outcomes()).toMatchObject([
    { input: join('in', 'a.png'), output: join('o', 'a.png'), status: 'done', error: null },
    {
      input: join('in', 'bad.png'),
      output: null,
      status: 'failed',
      error: expect.stringContaining('damaged'),
    },
    {
      input: join('in', 'blank.png'),
      output: null,
      status: 'failed',
      error: expect.stringContaining('nothing drawn'),
    },
    { input: join('in', 'ch', 'b.png'), output: join('o', 'ch', 'b.png'), status: 'done', error: null },
  ]);
  expect(listFiles(join(folder, 'o'))).toEqual(['a.png', 'a.psd', 'ch/b.png', 'ch/b.psd']);

  const psd = readFileSync(join(folder, 'o/a.psd'));
  expect(psd.toString('latin1', 0, 4)).toBe('8BPS');
  // From the bottom to the top, each record with its blend mode's key before its name.
  const at = ['norm', 'Colours', 'mul ', 'Line art'].map((text, i) =>
    psd.indexOf(i % 2 ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(`8BIM${text}`)),
  );
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at[0]).toBeGreaterThan(0);

  // The same once more: skipped where both files are there, made again where one is missing.
  const before = statSync(join(folder, 'o/a.png')).mtimeMs;
  const again = (...more: string[]) =>
    runKomaHere(folder, ['colorize', 'in/a.png', ...argv.slice(2), ...more]);
  expect((await again()).outcomes()).toMatchObject([{ status: 'skipped' }]);
  expect(statSync(join(folder, 'o/a.png')).mtimeMs).toBe(before);
  const first = readFileSync(join(folder, 'o/a.png'));
  writeFileSync(join(folder, 'o/a.png'), '');
  expect((await again('--force')).outcomes()).toMatchObject([{ status: 'done' }]);
  expect(readFileSync(join(folder, 'o/a.png'))).toEqual(first);
  expect(readFileSync(join(folder, 'o/a.psd'))).toEqual(psd);
});

test('one layered file is written by its name alone, and beside a picture', async () => {
  const folder = await workplace();
  const run = (...argv: string[]) =>
    runKomaHere(folder, ['colorize', 's.png', '--style', 'red.png', ...QUICK, ...argv]);
  expect(await run('--out', 'two.psd')).toMatchObject({ exitCode: 0 });
  expect(await run('--out', 'three.jpg', '--layers', 'ora', '--quality', '80')).toMatchObject({
    exitCode: 0,
  });
  expect(listFiles(folder)).toEqual([
    'blue.png',
    'in/a.png',
    'in/ch/b.png',
    'red.png',
    's.png',
    'three.jpg',
    'three.ora',
    'two.psd',
  ]);
  const bytes = readFileSync(join(folder, 'three.ora'));
  expect(bytes.toString('latin1', 30, 54)).toBe('mimetypeimage/openraster');
});

test('hints and a palette are read from their files', async () => {
  const folder = await workplace();
  save(folder, 'hints.json', { hints: [{ x: 60, y: 40, radius: 12, color: '#10c040' }] });
  save(folder, 'palette.json', { colors: ['#808080', '#ffffff', '#000000'] });
  const colours = async (...argv: string[]) => {
    const out = ['--out', 'out.png', '--paper', 'paint', '--style', 'red.png', ...QUICK];
    expect(await runKomaHere(folder, ['colorize', 's.png', ...out, ...argv])).toMatchObject({ exitCode: 0 });
    const { image } = await readPicture(join(folder, 'out.png'));
    return [...image.data.subarray((40 * 120 + 60) * 4, (40 * 120 + 60) * 4 + 3)];
  };
  const [red, green, blue] = await colours('--hints', 'hints.json');
  expect(green! - Math.max(red!, blue!)).toBeGreaterThan(60);
  const grey = await colours('--palette', 'palette.json', '--strength', '0.5');
  expect(Math.max(...grey) - Math.min(...grey)).toBeLessThanOrEqual(3);
});

test.each([
  [['s.png', '--out', 'o.png'], 'Style picture is missing: give it with --style PICTURE.'],
  [['--style', 'red.png', '--out', 'o.png'], 'Name the pictures or folders'],
  [['s.png', '--style', 'gone.png', '--out', 'o.png'], '--style: There is no file or folder "gone.png"'],
  [['s.png', '--style', 'broken.png', '--out', 'o.png'], '--style: "broken.png" is damaged'],
  [['s.png', '--style', 'red.png', '--strength', '2', '--out', 'o.png'], '--strength: '],
  [['s.png', '--style', 'red.png', '--layers', 'xcf', '--out', 'o.png'], '--layers: '],
  [
    ['s.png', '--style', 'red.png', '--layers', 'ora', '--out', 'o.psd'],
    '--layers ora does not fit --out "o.psd"',
  ],
  [
    ['s.png', '--style', 'red.png', '--format', 'png', '--out', 'o.psd'],
    '--format png does not fit --out "o.psd"',
  ],
  [['s.png', '--style', 'red.png', '--quality', '9', '--out', 'o.psd'], '--quality only applies to JPEG'],
  [
    ['s.png', 'in/a.png', '--style', 'red.png', '--out', 'o.ora'],
    '"o.ora" is one file, but there are 2 inputs',
  ],
  [['s.png', '--style', 'red.png', '--out', 'red.png'], '"red.png" would replace the input "red.png"'],
  [
    ['s.png', '--style', 'red.png', '--hints', 'gone.json', '--out', 'o.png'],
    '--hints: There is no file or folder "gone.json"',
  ],
  [
    ['s.png', '--style', 'red.png', '--hints', 'text.json', '--out', 'o.png'],
    '--hints: "text.json" is not JSON',
  ],
  [
    ['s.png', '--style', 'red.png', '--hints', 'palette.json', '--out', 'o.png'],
    '--hints: "palette.json": These hints are not valid (hints: ',
  ],
  [
    ['s.png', '--style', 'red.png', '--hints', 'hints.json', '--out', 'o.png'],
    '(hints.0.color: a colour such as #ff8800)',
  ],
  [
    ['s.png', '--style', 'red.png', '--palette', 'empty.json', '--out', 'o.png'],
    '--palette: "empty.json": This palette is not valid (colors: ',
  ],
])('%j is wrong usage: exit code 2, one sentence, nothing written', async (argv, message) => {
  const folder = await workplace();
  place(folder, { 'broken.png': 'bad/truncated.png' });
  save(folder, 'text.json', 'hints: none');
  save(folder, 'hints.json', { hints: [{ x: 1, y: 1, radius: 1, color: 'red' }] });
  save(folder, 'palette.json', { colors: ['#ff8800'] });
  save(folder, 'empty.json', { colors: [] });
  const before = listFiles(folder);
  const run = await runKomaHere(folder, ['colorize', ...argv, ...QUICK]);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr).toMatch(/^koma: [^\n]+\n$/);
  expect(run.stderr).toContain(message);
  expect(listFiles(folder)).toEqual(before);
});

test('a hint outside one of several sketches fails that one, and tells where it is', async () => {
  const folder = await workplace();
  writeFileSync(
    join(folder, 'large.png'),
    await drawPng(SKETCH.replace('width="120" height="90"', 'width="240" height="180" viewBox="0 0 120 90"')),
  );
  save(folder, 'hints.json', { hints: [{ x: 200, y: 100, radius: 8, color: '#10c040' }] });
  const argv = ['s.png', 'large.png', '--style', 'red.png', '--hints', 'hints.json', '--out', 'o', '--json'];
  const run = await runKomaHere(folder, ['colorize', ...argv, ...QUICK]);
  expect(run.exitCode).toBe(1);
  expect(run.outcomes()).toMatchObject([
    {
      input: 's.png',
      status: 'failed',
      error: 'The hint at 200, 100 lies outside the sketch, which is 120 x 90 pixels.',
    },
    { input: 'large.png', status: 'done' },
  ]);
  expect(listFiles(join(folder, 'o'))).toEqual(['large.png']);
});

test('the help names every input and that the style is needed', async () => {
  const { stdout } = await runKomaHere(fixture('good'), ['colorize', '--help']);
  expect(stdout).toContain('usage: koma colorize INPUT… --style PICTURE --out PATH [FLAGS]');
  for (const flag of ['--hints HINTS.json', '--palette PALETTE.json', '--strength N', '--layers off|psd|ora'])
    expect(stdout).toContain(`\n  ${flag}`);
  const upscale = await runKomaHere(fixture('good'), ['upscale', '--help']);
  expect(upscale.stdout).not.toContain('--layers');
});
