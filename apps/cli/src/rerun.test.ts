import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recipe } from '@koma/core/document';
import {
  readKoma,
  writeKoma,
  type PortableDocument,
  type PortableLayer,
  type PortableNode,
} from '@koma/core/layered';
import { createImage, type RasterImage } from '@koma/core/raster';
import { expect, test } from 'vitest';
import { readPicture } from './read-picture.ts';
import { runKoma, runKomaHere } from './run-koma.test-helper.ts';
import { fixture, listFiles, place, temporaryFolder } from './temporary-folder.test-helper.ts';

const upscale: Recipe = {
  plugin: 'studio.koma.upscale',
  pluginVersion: '0.1.0',
  operation: 'upscale',
  params: { scale: 2, model: 'upconv7', noise: 'auto' },
  seed: 7,
  inputs: { image: { kept: 'source' } },
  placement: 'resize-document',
};

function layer(
  id: string,
  image: RasterImage | undefined,
  change: Partial<PortableLayer> = {},
): PortableLayer {
  return {
    kind: 'layer',
    id,
    name: id,
    visible: true,
    opacity: 1,
    blendMode: 'normal',
    clip: false,
    locked: false,
    alphaLocked: false,
    colourTag: 'none',
    role: 'none',
    colourMode: 'colour',
    image,
    x: 0,
    y: 0,
    ...change,
  };
}

/** A page of twice the size of a JPEG: the enlarged JPEG, stale, under a layer that is drawn. */
async function enlargedPage(
  recipe: Recipe,
  change: Partial<PortableDocument> = {},
): Promise<PortableDocument> {
  const source = await readPicture(fixture('good/q75.jpg'));
  const [width, height] = [source.image.width * 2, source.image.height * 2];
  const ink = createImage(2, 2);
  ink.data.fill(255);
  return {
    name: 'page',
    width,
    height,
    dpi: 350,
    nodes: [
      layer('enlarged', createImage(width, height), { recipe }),
      layer('ink', ink, { x: 5, y: 6, opacity: 0.5 }),
    ],
    kept: new Map([['source', source]]),
    ...change,
  };
}

const open = async (path: string) => readKoma(readFileSync(path));
const pixels = (node: PortableNode | undefined) => (node as PortableLayer).image;

const sizeOf = ({ width, height }: RasterImage) => ({ width, height });

let reference: Promise<RasterImage> | undefined;

/** What `koma upscale` makes of the same JPEG. */
function upscaled(): Promise<RasterImage> {
  reference ??= runUpscale();
  return reference;
}

async function runUpscale(): Promise<RasterImage> {
  const folder = temporaryFolder();
  place(folder, { 'a.jpg': 'good/q75.jpg' });
  const argv = ['upscale', 'a.jpg', '--out', 'b.png', '--noise', 'auto', '--model', 'upconv7', '--quiet'];
  expect(await runKomaHere(folder, argv)).toMatchObject({ exitCode: 0, stderr: '' });
  return (await readPicture(join(folder, 'b.png'))).image;
}

test('makes the layer again as `koma upscale` does, and leaves everything else alone', async () => {
  const folder = temporaryFolder();
  const [document, image] = [await enlargedPage(upscale), await upscaled()];
  writeFileSync(join(folder, 'page.koma'), writeKoma(document));
  const run = await runKoma(folder, ['rerun', 'page.koma', '--out', 'new/again.koma', '--json']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.outcomes()).toEqual([
    {
      input: 'page.koma',
      output: 'new/again.koma',
      status: 'done',
      error: null,
      ms: expect.any(Number),
    },
  ]);
  const again = await open(join(folder, 'new/again.koma'));
  expect(pixels(again.nodes[0])).toEqual(image);
  const [, ink] = document.nodes;
  expect(again).toEqual({ ...document, nodes: [{ ...document.nodes[0], image }, ink] });
  expect(await open(join(folder, 'page.koma'))).toEqual(document);
});

test('replaces the project when told to, and gives the same bytes every time', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'page.koma');
  writeFileSync(path, writeKoma(await enlargedPage(upscale)));
  expect(await runKomaHere(folder, ['rerun', 'page.koma', '--in-place', '--quiet'])).toMatchObject({
    exitCode: 0,
    stdout: '',
    stderr: '',
  });
  expect(pixels((await open(path)).nodes[0])).toEqual(await upscaled());
  const first = readFileSync(path);
  await runKomaHere(folder, ['rerun', 'page.koma', '--in-place', '--quiet']);
  expect(readFileSync(path)).toEqual(first);
  expect(listFiles(folder)).toEqual(['page.koma']);
});

test('writes Photoshop, OpenRaster and flattened PNG files by the name of the output', async () => {
  const folder = temporaryFolder();
  const { image } = await readPicture(fixture('good/alpha.png'));
  const nodes = [layer('opened', image), layer('hidden', image, { visible: false, blendMode: 'exclusion' })];
  writeFileSync(join(folder, 'page.koma'), writeKoma({ name: 'page', ...sizeOf(image), dpi: 350, nodes }));
  const rerunTo = (name: string) => runKomaHere(folder, ['rerun', 'page.koma', '--out', name]);
  expect(await rerunTo('page.psd')).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('page.psd'),
  });
  const { stderr } = await rerunTo('page.ora');
  expect(stderr).toContain('OpenRaster has no linear burn');
  expect(await rerunTo('page.PNG')).toMatchObject({ exitCode: 0 });
  const text = (name: string, from: number, to: number) =>
    readFileSync(join(folder, name)).subarray(from, to).toString('latin1');
  expect(text('page.psd', 0, 4)).toBe('8BPS');
  expect(text('page.ora', 30, 54)).toBe('mimetypeimage/openraster');
  expect((await readPicture(join(folder, 'page.PNG'))).image).toEqual(image);
});

test.each<[string, Partial<Recipe>, string]>([
  [
    'a plugin that is not installed',
    { plugin: 'studio.koma.gone' },
    'the plugin "studio.koma.gone", which is not installed',
  ],
  ['an operation that there is not', { operation: 'shrink' }, 'no operation "shrink"'],
  ['a setting that there is not', { params: { depth: 3 } }, 'no setting "depth"'],
  ['a picture that is gone', { inputs: { image: { kept: 'gone' } } }, 'the layer "enlarged" was made from'],
  ['no picture', { inputs: {} }, 'needs a picture to work on'],
])('a recipe of %s fails the project, and nothing is written', async (_, change, message) => {
  const folder = temporaryFolder();
  const path = join(folder, 'page.koma');
  const bytes = writeKoma(await enlargedPage({ ...upscale, ...change }));
  writeFileSync(path, bytes);
  const run = await runKomaHere(folder, ['rerun', 'page.koma', '--in-place', '--json']);
  const error = expect.stringContaining(message);
  const ms = expect.any(Number);
  expect(run.outcomes()).toEqual([{ input: 'page.koma', output: null, status: 'failed', error, ms }]);
  expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('1 of 1 failed') });
  expect(readFileSync(path)).toEqual(Buffer.from(bytes));
  expect(listFiles(folder)).toEqual(['page.koma']);
});

test('what is no project fails, in a sentence', async () => {
  const folder = temporaryFolder();
  place(folder, { 'a.koma': 'good/grey.png', 'b.koma': 'bad/empty.png' });
  const errorOf = async (name: string) => {
    const run = await runKomaHere(folder, ['rerun', name, '--out', 'x.koma', '--json']);
    return run.outcomes()[0]?.error;
  };
  expect(await errorOf('a.koma')).toMatch(/^"a\.koma" is not a Koma project\./);
  expect(await errorOf('b.koma')).toMatch(/^"b\.koma" is empty/);
  expect(listFiles(folder)).toEqual(['a.koma', 'b.koma']);
});

test('says that there was nothing to run, and that another version made a layer', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.koma'), writeKoma(await enlargedPage(upscale, { nodes: [] })));
  const older = await enlargedPage({ ...upscale, pluginVersion: '0.0.1' });
  writeFileSync(join(folder, 'b.koma'), writeKoma(older));
  const none = await runKomaHere(folder, ['rerun', 'a.koma', '--out', 'a2.koma']);
  const other = await runKomaHere(folder, ['rerun', 'b.koma', '--out', 'b2.koma']);
  expect(none).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('No layer of this project') });
  expect(other).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('studio.koma.upscale 0.0.1;') });
});

test('says that generated pictures stay as they are, and keeps their recipes', async () => {
  const folder = temporaryFolder();
  const generated = {
    plugin: 'studio.koma.generate',
    pluginVersion: '0.1.0',
    generator: 'character',
    options: { seed: 7 },
    as: 'whole',
    place: { x: 0, y: 0, width: 2, height: 2 },
  } as const;
  const page = await enlargedPage(upscale, { nodes: [layer('hero', createImage(2, 2), { generated })] });
  writeFileSync(join(folder, 'a.koma'), writeKoma(page));
  const run = await runKomaHere(folder, ['rerun', 'a.koma', '--out', 'b.koma']);
  expect(run).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('stay as they are (1)') });
  const [hero] = (await readKoma(readFileSync(join(folder, 'b.koma')))).nodes;
  expect(hero!.generated).toEqual(generated);
});

test('help tells how, on standard output', async () => {
  const run = await runKomaHere(temporaryFolder(), ['rerun', '--help']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringContaining('--in-place') });
  for (const line of run.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
