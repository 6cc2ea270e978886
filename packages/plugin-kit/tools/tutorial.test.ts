import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LayersOutput } from '@koma/core/plugin';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { openHeadless, type HeadlessPlugin } from '../src/harness/index.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../../docs/plugins/tutorial.md', import.meta.url)),
  'utf8',
);

/** What stands in the page's blocks of a language. */
function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, text]) => text!);
}

describe('the plugin of the tutorial', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'koma-tutorial-')), 'halo-glow');
  let plugin: HeadlessPlugin;
  beforeAll(async () => {
    const log = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await COMMANDS.find(({ name }) => name === 'create')!.run([folder, '--id', 'org.example.halo-glow']);
    log.mockRestore();
    const path = join(folder, 'koma-plugin.json');
    const parts = blocks('json').map((text) => JSON.parse(`{${text.trim().replace(/,$/, '')}}`) as object);
    if (parts.length !== 2) throw new Error('the page has other blocks of JSON than this test knows');
    writeFileSync(
      path,
      JSON.stringify(Object.assign(JSON.parse(readFileSync(path, 'utf8')) as object, ...parts)),
    );
    const [glow, index] = blocks('ts');
    writeFileSync(join(folder, 'src/glow.ts'), glow!);
    writeFileSync(join(folder, 'src/index.ts'), index!);
    plugin = await openHeadless(folder);
  });
  afterAll(() => {
    plugin.close();
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('does what the page says', async () => {
    const data = new Uint8ClampedArray(15 * 15 * 4).fill(255);
    const outputs = await plugin.run(
      'glow',
      { image: { image: { width: 15, height: 15, data } } },
      { tint: '#ff8000' },
    );
    const [layer] = (outputs['layers'] as LayersOutput).layers;
    expect([layer!.blendMode, ...layer!.image.data.subarray(0, 4)]).toEqual(['screen', 255, 128, 0, 255]);
  });
});

it('the tutorial uses commands and options that there are', () => {
  const shell = blocks('sh').join('\n');
  const used = [...shell.matchAll(/^koma-plugin (\S+)(.*)$/gm)].map(
    ([, name, rest]) => [name!, rest!] as const,
  );
  expect(used.length).toBeGreaterThan(6);
  for (const [name, rest] of used) {
    if (name === 'help') continue;
    const command = COMMANDS.find((each) => each.name === name);
    expect(command, name).toBeDefined();
    for (const [flag] of rest.matchAll(/--[a-z]+/g)) expect(command!.synopsis).toContain(flag);
  }
});
