import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runKomaHere } from '../run-koma.test-helper.ts';
import { place, temporaryFolder } from '../temporary-folder.test-helper.ts';
import { ownHome, writePlugin } from './plugin-package.test-helper.ts';

const ID = 'org.example.tool';
const ALL = ['--allow', 'all'];

describe('koma plugin', () => {
  test('installs what somebody agreed to, lists it, tells about it, and removes it with what it keeps', async () => {
    const home = ownHome();
    const folder = temporaryFolder();
    const file = await writePlugin(folder);
    const installed = await runKomaHere(folder, [
      'plugin',
      'install',
      file,
      '--allow',
      'layer:read,layer:write,storage',
    ]);
    expect(installed.exitCode).toBe(0);
    for (const words of [
      'Tool 1.2.0',
      'not signed',
      'keep up to 8 MB',
      `koma ${ID}:invert`,
      `koma ${ID}:list`,
    ])
      expect(installed.stderr).toContain(words);
    const listed = await runKomaHere(folder, ['plugin', 'list', '--json']);
    expect(JSON.parse(listed.stdout)).toMatchObject({
      id: ID,
      version: '1.2.0',
      granted: ['layer:read', 'layer:write', 'storage'],
      commands: [`${ID}:invert`, `${ID}:facts`, `${ID}:stack`, `${ID}:list`],
    });
    const told = await runKomaHere(folder, ['plugin', 'info', ID]);
    expect(told.stdout).toContain('Installed; it keeps 0 bytes.');
    const about = await runKomaHere(folder, ['plugin', 'info', file]);
    expect(about.stdout).not.toContain('Installed');
    expect((await runKomaHere(folder, ['--help'])).stdout).toContain(`${ID}:invert`);
    expect((await runKomaHere(folder, ['plugin', 'remove', ID])).exitCode).toBe(0);
    expect(readdirSync(join(home, 'plugins'))).toEqual([]);
    expect((await runKomaHere(folder, ['plugin', 'remove', ID])).stderr).toContain('There is no plugin');
  });

  test('installs nothing that nobody agreed to', async () => {
    const home = ownHome();
    const folder = temporaryFolder();
    const file = await writePlugin(folder);
    const silent = await runKomaHere(folder, ['plugin', 'install', file]);
    expect([silent.exitCode, silent.stderr]).toEqual([
      2,
      expect.stringContaining('say --allow layer:read,layer:write,storage'),
    ]);
    const some = await runKomaHere(folder, ['plugin', 'install', file, '--allow', 'layer:read']);
    expect([some.exitCode, some.stderr]).toEqual([
      1,
      expect.stringContaining('asks for layer:write, storage'),
    ]);
    const odd = await runKomaHere(folder, ['plugin', 'install', file, '--allow', 'everything']);
    expect([odd.exitCode, odd.stderr]).toEqual([2, expect.stringContaining('not "everything"')]);
    expect(existsSync(join(home, 'plugins'))).toBe(false);
  });

  test('an update asks again where it asks for more, keeps what the plugin keeps, and does not go back unasked', async () => {
    ownHome();
    const folder = temporaryFolder();
    place(folder, { 'page.png': 'good/one-pixel.png' });
    await runKomaHere(folder, ['plugin', 'install', await writePlugin(folder), ...ALL]);
    await runKomaHere(folder, [`${ID}:facts`, 'page.png', '--out', 'one.txt']);
    const permissions = ['layer:read', 'layer:write', 'storage', 'inference'];
    const next = await writePlugin(folder, { version: '1.3.0', permissions });
    const more = await runKomaHere(folder, [
      'plugin',
      'install',
      next,
      '--allow',
      'layer:read,layer:write,storage',
    ]);
    expect([more.exitCode, more.stderr]).toEqual([1, expect.stringContaining('It asks for more')]);
    expect((await runKomaHere(folder, ['plugin', 'install', next, ...ALL])).exitCode).toBe(0);
    await runKomaHere(folder, [`${ID}:facts`, 'page.png', '--out', 'two.txt']);
    expect(readFileSync(join(folder, 'two.txt'), 'utf8')).toContain('run 2');
    const older = await runKomaHere(folder, ['plugin', 'install', 'tool-1.2.0.komaplugin', ...ALL]);
    expect([older.exitCode, older.stderr]).toEqual([1, expect.stringContaining('is older than')]);
    const back = await runKomaHere(folder, ['plugin', 'install', 'tool-1.2.0.komaplugin', ...ALL, '--older']);
    expect(back.exitCode).toBe(0);
  });

  test('refuses what is no package, was changed, or takes a name of ours', async () => {
    ownHome();
    const folder = temporaryFolder();
    const file = await writePlugin(folder);
    const bytes = readFileSync(join(folder, file));
    bytes[200]! ^= 1;
    writeFileSync(join(folder, 'changed.komaplugin'), bytes);
    writeFileSync(join(folder, 'text.komaplugin'), 'not a plugin');
    await writePlugin(join(folder, 'ours'), { id: 'studio.koma.tool' });
    for (const name of ['changed.komaplugin', 'text.komaplugin', `ours/${file}`, 'missing.komaplugin']) {
      const run = await runKomaHere(folder, ['plugin', 'install', name, ...ALL]);
      expect([name, run.exitCode]).toEqual([name, 1]);
      expect(run.stderr).toMatch(/^koma: .+\.$/m);
    }
    expect((await runKomaHere(folder, ['plugin', 'list'])).stdout).toBe('');
  });

  test('says how it is used', async () => {
    ownHome();
    const folder = temporaryFolder();
    for (const args of [['plugin'], ['plugin', 'toString'], ['plugin', 'install'], ['plugin', 'list', 'x']])
      expect((await runKomaHere(folder, args)).exitCode).toBe(2);
    const help = await runKomaHere(folder, ['plugin', '--help']);
    expect([help.exitCode, help.stdout]).toEqual([
      0,
      expect.stringContaining('weaker wall than a browser tab'),
    ]);
  });
});
