import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeKoma, type PortableDocument } from '@koma/core/layered';
import { createImage } from '@koma/core/raster';
import { readPicture } from '../read-picture.ts';
import { runKomaHere } from '../run-koma.test-helper.ts';
import { place, temporaryFolder } from '../temporary-folder.test-helper.ts';
import { ownHome, writePlugin } from './plugin-package.test-helper.ts';

const ID = 'org.example.tool';

async function installed(changes: object = {}, code?: string) {
  const home = ownHome();
  const folder = temporaryFolder();
  place(folder, { 'page.png': 'good/alpha.png' });
  await runKomaHere(folder, [
    'plugin',
    'install',
    await writePlugin(folder, changes, code),
    '--allow',
    'all',
  ]);
  return { home, folder, run: (...args: string[]) => runKomaHere(folder, args) };
}

/** A project with a layer within a group, above another. */
function project(): PortableDocument {
  const common = {
    visible: true,
    opacity: 1,
    blendMode: 'normal',
    clip: false,
    locked: false,
    alphaLocked: false,
    colourTag: 'none',
    mask: undefined,
  } as const;
  const layer = (id: string, name: string, side: number) => {
    const image = createImage(side, side);
    image.data.fill(255);
    return {
      ...common,
      id,
      name,
      kind: 'layer',
      role: 'none',
      colourMode: 'colour',
      x: 0,
      y: 0,
      image,
    } as const;
  };
  const group = {
    ...common,
    id: 'g',
    name: 'Lines',
    kind: 'group',
    expanded: true,
    children: [layer('b', 'Ink', 2)],
  } as const;
  return { name: 'page', width: 4, height: 4, dpi: 72, nodes: [layer('a', 'Paper', 4), group] } as never;
}

describe('A command of an installed plugin', () => {
  test('works on pictures as those of Koma do, under its full name only', async () => {
    const { folder, run } = await installed();
    expect(await run(`${ID}:invert`, 'page.png', '--out', 'out.png', '--quiet')).toMatchObject({
      exitCode: 0,
    });
    const [page, out] = await Promise.all(
      ['page.png', 'out.png'].map((name) => readPicture(join(folder, name))),
    );
    const inverted = page!.image.data.map((value, at) => (at % 4 === 3 ? value : 255 - value));
    // What is transparent has no colour in a file.
    const shown = (data: Uint8ClampedArray) => data.map((value, at) => (data[at | 3] === 0 ? 0 : value));
    expect(shown(out!.image.data)).toEqual(shown(inverted));
    expect((await run('invert', 'page.png', '--out', 'x.png')).stderr).toContain(
      'There is no command "invert"',
    );
  });

  test('writes layers as one picture, or as layers', async () => {
    const { folder, run } = await installed();
    expect(await run(`${ID}:stack`, 'page.png', '--out', 'out.png', '--layers', 'psd')).toMatchObject({
      exitCode: 0,
    });
    const { image } = await readPicture(join(folder, 'out.png'));
    expect([...image.data.subarray(8, 12), image.width]).toEqual([9, 8, 7, 255, 48]);
    expect(readFileSync(join(folder, 'out.psd')).subarray(0, 4).toString()).toBe('8BPS');
  });

  test('writes texts, palettes and files, and keeps things between runs', async () => {
    const { folder, run } = await installed();
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const command = [`${ID}:facts`, 'page.png', '--quiet'];
    await run(...command, '--out', 'facts.txt', '--colours', 'colours.json', '--file', 'facts.csv');
    expect(read('facts.txt')).toBe('48 x 32, run 1, a note\n');
    expect(JSON.parse(read('colours.json'))).toEqual({ colors: ['#112233'] });
    expect(read('facts.csv')).toBe('width\n48');
    await run(...command, '--out', 'all/');
    expect(readFileSync(join(folder, 'all', 'page.txt'), 'utf8')).toContain('run 2');
    expect((await run(...command, '--out', 'x.txt', '--quality', '9')).stderr).toContain('no flag --quality');
  });

  test('exports documents', async () => {
    const { folder, run } = await installed();
    const made = await run(`${ID}:list`, 'page.png', '--out', 'list.txt', '--before', 'Layers: ', '--json');
    expect(made.outcomes()).toMatchObject([{ output: 'list.txt', status: 'done' }]);
    expect(readFileSync(join(folder, 'list.txt'), 'utf8')).toBe('Layers: page 48');
    writeFileSync(join(folder, 'page.koma'), await writeKoma(project()));
    await run(`${ID}:list`, 'page.koma', '--out', 'lists/', '--quiet');
    expect(readFileSync(join(folder, 'lists', 'page.txt'), 'utf8')).toBe('Paper 4, Ink 2');
    expect((await run(`${ID}:list`, 'page.png', '--out', 'list.png')).stderr).toContain('writes .txt files');
    expect((await run(`${ID}:list`, '--help')).stdout).toContain('--before TEXT');
  });

  test('fails in words where its plugin stops, and leaves nothing behind', async () => {
    const { folder, run } = await installed(
      {},
      'var komaPlugin = { default: { operations: { invert: async () => { throw new Error("no ink"); } } } };',
    );
    const failed = await run(`${ID}:invert`, 'page.png', '--out', 'out.png');
    expect([failed.exitCode, failed.stderr]).toEqual([1, expect.stringContaining('no ink')]);
    expect(readdirSync(folder).toSorted()).toEqual(['page.png', 'tool-1.2.0.komaplugin']);
  });

  test('does not run where its files were changed after they were installed', async () => {
    const { home, run, folder } = await installed();
    const place = join(home, 'plugins', ID);
    const name = readdirSync(place).find((each) => each.endsWith('.komaplugin'))!;
    const other = await writePlugin(folder, { version: '9.0.0' });
    writeFileSync(join(place, name), readFileSync(join(folder, other)));
    const failed = await run(`${ID}:invert`, 'page.png', '--out', 'out.png');
    expect([failed.exitCode, failed.stderr]).toEqual([
      1,
      expect.stringContaining('not the ones that were installed'),
    ]);
  });
});
