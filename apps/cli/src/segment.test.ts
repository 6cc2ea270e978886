import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recipe } from '@koma/core/document';
import { readKoma, writeKoma, type PortableLayer } from '@koma/core/layered';
import type { Stroke } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPicture } from './read-picture.ts';
import { runKomaHere } from './run-koma.test-helper.ts';
import { listFiles, temporaryFolder } from './temporary-folder.test-helper.ts';

/** A panel with a head of radius 50 around (100, 80), over a grey body down to y = 250. */
const PAGE = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="270">
  <rect width="200" height="270" fill="white"/>
  <rect x="8" y="8" width="184" height="254" fill="none" stroke="black" stroke-width="4"/>
  <path d="M50 250 Q60 140 100 125 Q140 140 150 250 Z" fill="#ddd" stroke="black" stroke-width="4"/>
  <circle cx="100" cy="80" r="50" fill="white" stroke="black" stroke-width="4"/>
</svg>`;
const HEAD: Stroke = { label: 'fg', radius: 4, points: [[80.5, 80.5], [120.5, 80.5]] }; // prettier-ignore
const BODY: Stroke = { label: 'bg', radius: 4, points: [[100.5, 180.5], [100.5, 230.5]] }; // prettier-ignore

async function workplace(strokes: unknown = { strokes: [HEAD, BODY] }): Promise<string> {
  const folder = temporaryFolder();
  const page = await sharp(Buffer.from(PAGE)).png().toBuffer();
  writeFileSync(join(folder, 'page.png'), page);
  mkdirSync(join(folder, 'in'));
  for (const name of ['a.png', 'b.png']) writeFileSync(join(folder, 'in', name), page);
  const text = typeof strokes === 'string' ? strokes : JSON.stringify(strokes);
  writeFileSync(join(folder, 's.json'), text);
  return folder;
}

const run = (folder: string, ...argv: string[]) =>
  runKomaHere(folder, ['segment', 'page.png', '--strokes', 's.json', ...argv]);

/** The pixels of one channel. */
async function readChannel(folder: string, name: string, channel: 'red' | 'alpha' = 'red') {
  const file = readFileSync(join(folder, name));
  const { width, height, channels, depth } = await sharp(file).metadata();
  const data = await sharp(file).extractChannel(channel).raw().toBuffer();
  return { width, height, channels, depth, data, at: (x: number, y: number) => data[y * width + x] };
}

describe('koma segment', () => {
  test('writes a grey mask of the size of the page, and the picture cut out by it', async () => {
    const folder = await workplace();
    const done = await run(folder, '--out', 'mask.png', '--cutout', 'cut.png', '--json');
    expect(done).toMatchObject({ exitCode: 0, stderr: '' });
    expect(done.outcomes()).toMatchObject([
      { input: 'page.png', output: 'mask.png', status: 'done', error: null },
    ]);
    const mask = await readChannel(folder, 'mask.png');
    expect(mask).toMatchObject({ width: 200, height: 270, channels: 1, depth: 'uchar' });
    // The head with its outline, and nothing else.
    for (const [x, y] of [[100, 80], [60, 80], [100, 35], [100, 29]] as const) expect(mask.at(x, y)).toBe(255); // prettier-ignore
    for (const [x, y] of [[100, 25], [100, 200], [30, 30], [4, 4], [195, 265]] as const) expect(mask.at(x, y)).toBe(0); // prettier-ignore
    expect(new Set(mask.data).size).toBeGreaterThan(10);
    const cut = await readChannel(folder, 'cut.png', 'alpha');
    // Grey and alpha: the page has no colours.
    expect(cut).toMatchObject({ width: 200, height: 270, channels: 2 });
    expect(cut.data).toEqual(mask.data);
    const grey = await readChannel(folder, 'cut.png');
    expect([grey.at(100, 80), grey.at(100, 30)]).toEqual([255, 0]);
  });

  test('gives the outline to whom it is told to', async () => {
    const folder = await workplace();
    const sums: number[] = [];
    for (const owner of ['background', 'ridge', 'subject']) {
      expect(await run(folder, '--out', 'mask.png', '--owner', owner)).toMatchObject({ exitCode: 0 });
      const { data } = await readChannel(folder, 'mask.png');
      sums.push(data.reduce((sum, value) => sum + value / 255, 0));
    }
    // Discs of radius 48, 50 and 52; lines are antialiased and pixels are square.
    for (const [i, radius] of [48, 50, 52].entries())
      expect(sums[i]! / (Math.PI * radius * radius)).toBeCloseTo(1, 1);
    expect(sums).toEqual(sums.toSorted((a, b) => a - b));
  });

  test('writes a mask of each name besides that of all of them, and layers', async () => {
    const folder = await workplace({ strokes: [HEAD, { ...BODY, label: '体 1' }] });
    expect(await run(folder, '--out', 'o/mask.png', '--layers', 'psd')).toMatchObject({ exitCode: 0 });
    expect(listFiles(join(folder, 'o'))).toEqual(['mask-体 1.png', 'mask.png', 'mask.psd']);
    const [all, body] = [
      await readChannel(folder, 'o/mask.png'),
      await readChannel(folder, 'o/mask-体 1.png'),
    ];
    expect([all.at(100, 80), all.at(100, 200), body.at(100, 80), body.at(100, 200)]).toEqual([
      255, 255, 0, 255,
    ]);
    expect(readFileSync(join(folder, 'o/mask.psd')).toString('latin1', 0, 4)).toBe('8BPS');
  });

  test('does the pages of a folder by the same strokes, and skips what is complete', async () => {
    const folder = await workplace({ strokes: [HEAD, { ...BODY, label: 'body' }] });
    const all = () => runKomaHere(folder, ['segment', 'in', '--strokes', 's.json', '--out', 'o', '--json']);
    expect((await all()).outcomes().map(({ status }) => status)).toEqual(['done', 'done']);
    expect(listFiles(join(folder, 'o'))).toEqual(['a-body.png', 'a.png', 'b-body.png', 'b.png']);
    writeFileSync(join(folder, 'o/gone'), '');
    const before = readFileSync(join(folder, 'o/a-body.png'));
    writeFileSync(join(folder, 'o/b.png'), 'old');
    expect((await all()).outcomes().map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    const one = await runKomaHere(folder, [
      'segment',
      'in',
      '--strokes',
      's.json',
      '--out',
      'o',
      '--json',
      '--force',
    ]);
    expect(one.outcomes().map(({ status }) => status)).toEqual(['done', 'done']);
    expect(readFileSync(join(folder, 'o/a-body.png'))).toEqual(before);
  });

  test.each<[string, unknown, string]>([
    ['no JSON', '{', '--strokes: "s.json" is not JSON'],
    ['a stroke without points', { strokes: [{ label: 'fg', radius: 3, points: [] }] }, 'strokes.0.points'],
    ['a wrong radius', { strokes: [{ ...HEAD, radius: '4' }] }, 'strokes.0.radius'],
    ['a name that is a path', { strokes: [{ ...HEAD, label: '../x' }] }, 'strokes.0.label'],
    ['an unknown key', { strokes: [{ ...HEAD, colour: 'red' }] }, '"colour"'],
    [
      'names that are one file',
      {
        strokes: [
          { ...HEAD, label: 'Hair' },
          { ...HEAD, label: 'hair' },
        ],
      },
      'would be one file',
    ],
  ])('refuses %s before any work', async (_what, strokes, words) => {
    const folder = await workplace(strokes);
    const refused = await run(folder, '--out', 'mask.png');
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain(words);
    expect(existsSync(join(folder, 'mask.png'))).toBe(false);
  });

  test.each<[string, string[], string]>([
    ['no strokes', ['segment', 'page.png', '--out', 'm.png'], '--strokes STROKES.json'],
    [
      'strokes that are not there',
      ['segment', 'page.png', '--strokes', 'x.json', '--out', 'm.png'],
      'x.json',
    ],
    [
      'a cut-out that is no picture',
      ['segment', 'page.png', '--strokes', 's.json', '--out', 'm.png', '--cutout', 'c.gif'],
      '--cutout',
    ],
    [
      'one cut-out of two pages',
      ['segment', 'in', '--strokes', 's.json', '--out', 'o', '--cutout', 'c.png'],
      '2 inputs',
    ],
    [
      'a cut-out over the mask',
      ['segment', 'page.png', '--strokes', 's.json', '--out', 'm.png', '--cutout', './M.png'],
      'would be one file',
    ],
    [
      'a cut-out over the page',
      ['segment', 'page.png', '--strokes', 's.json', '--out', 'm.png', '--cutout', 'page.png'],
      'would replace the input',
    ],
    [
      'an owner that nobody is',
      ['segment', 'page.png', '--strokes', 's.json', '--out', 'm.png', '--owner', 'me'],
      '--owner',
    ],
  ])('refuses %s before any work', async (_what, argv, words) => {
    const folder = await workplace();
    const before = listFiles(folder);
    const refused = await runKomaHere(folder, argv);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain(words);
    expect(listFiles(folder)).toEqual(before);
  });

  test.each<[string, unknown, string]>([
    ['nothing is marked', { strokes: [BODY] }, 'draw a stroke'],
    ['there is no stroke', { strokes: [] }, 'draw a stroke'],
    ['all strokes lie outside', { strokes: [{ ...HEAD, points: [[-90, 5]] }] }, '200 × 270'],
  ])('fails with exit code 1 where %s, and leaves nothing behind', async (_what, strokes, words) => {
    const folder = await workplace(strokes);
    const failed = await run(folder, '--out', 'mask.png', '--json');
    expect(failed.exitCode).toBe(1);
    expect(failed.outcomes()).toMatchObject([
      { output: null, status: 'failed', error: expect.stringContaining(words) },
    ]);
    expect(existsSync(join(folder, 'mask.png'))).toBe(false);
  });

  test('is run again by the strokes in a project, for a layer and for a mask, with the same pixels', async () => {
    const folder = await workplace();
    expect(await run(folder, '--out', 'mask.png', '--cutout', 'cut.png')).toMatchObject({ exitCode: 0 });
    const recipe: Recipe = {
      plugin: 'studio.koma.segment',
      pluginVersion: '0.1.0',
      operation: 'segment',
      params: { owner: 'subject' },
      inputs: { image: { layerId: 'page' }, strokes: { strokes: [HEAD, BODY] } },
      placement: 'new-layer',
    };
    const { image } = await readPicture(join(folder, 'page.png'));
    const mask = { image: undefined, x: 0, y: 0, enabled: true, outside: 0, recipe } as const;
    const nodes = [
      plainLayer('page', { image, mask }),
      plainLayer('cut', { image: createImage(3, 3), x: 9, recipe }),
    ];
    writeFileSync(join(folder, 'a.koma'), writeKoma({ name: 'a', width: 200, height: 270, dpi: 350, nodes }));
    const rerun = await runKomaHere(folder, ['rerun', 'a.koma', '--out', 'b.koma', '--json']);
    expect(rerun).toMatchObject({ exitCode: 0, stderr: '' });
    const [page, cut] = (await readKoma(readFileSync(join(folder, 'b.koma')))).nodes as PortableLayer[];
    expect(Buffer.from(page!.mask!.image!.data)).toEqual((await readChannel(folder, 'mask.png')).data);
    expect(page!.mask!.recipe).toEqual(recipe);
    const { image: written } = await readPicture(join(folder, 'cut.png'));
    expect([cut!.x, cut!.y, cut!.image]).toEqual([0, 0, written]);
    expect(cut!.recipe).toEqual(recipe);
  });
});

function plainLayer(id: string, change: Partial<PortableLayer>): PortableLayer {
  const looks = { visible: true, opacity: 1, blendMode: 'normal', clip: false, colourTag: 'none' } as const;
  const rest = { locked: false, alphaLocked: false, role: 'none', colourMode: 'colour' } as const;
  return { kind: 'layer', id, name: id, ...looks, ...rest, image: undefined, x: 0, y: 0, ...change };
}
