import { describe, expect, it, onTestFinished } from 'vitest';
import {
  authorFolder,
  authorManifest,
  pixel,
  sayingOperation,
  working,
} from '../author-folder.test-helper.ts';
import { exportedNames, missingExports } from './exported-names.ts';
import { openHeadless, runHeadless, type HeadlessOptions } from './open-headless.ts';
import { packPlugin } from '../pack/index.ts';

const network = { domains: ['api.example.org'], reason: { en: 'To look up colours.' } };
const everything = ['layer:read', 'layer:write', 'storage', 'network'];

/** A plugin whose operation `say` answers what the body returns, as text. */
async function saying(body: string, options: HeadlessOptions = {}, more: object = {}) {
  const folder = authorFolder({
    'koma-plugin.json': authorManifest({
      permissions: everything,
      network,
      contributes: { operations: [sayingOperation] },
      ...more,
    }),
    'src/index.ts': `import { definePlugin } from '@koma/plugin-kit';
      const say = async (inputs, params, context) => ({ text: { text: String(await (async () => { ${body} })()) } });
      export default definePlugin({ operations: { say } });`,
    'assets/notes.txt': 'notes',
  });
  const plugin = await openHeadless(folder, options);
  onTestFinished(() => plugin.close());
  const say = async () =>
    ((await plugin.run('say', pixel(1, 2, 3, 4))) as { text: { text: string } }).text.text;
  return { plugin, say };
}

describe('a plugin in the harness', () => {
  it('runs an operation', async () => {
    const folder = authorFolder({
      'src/index.ts': working(
        'const { image } = inputs.image; return { image: { ...image, data: image.data.map((value) => value * 2) } };',
      ),
    });
    expect(await runHeadless(folder, 'work', pixel(1, 2, 3, 4))).toEqual({
      image: pixel(2, 4, 6, 8).image.image,
    });
  });

  it('notes, keeps, reads its files and asks a stand-in for the internet', async () => {
    const { plugin, say } = await saying(
      `context.log('hello');
       await context.storage.set('key', Uint8Array.of(1, 2));
       const files = new TextDecoder().decode(await context.files.bytes('assets/notes.txt'));
       const { status, body } = await context.fetch('https://api.example.org/colours');
       return [files, status, body.length, await context.storage.keys()];`,
      { fetch: async (url) => ({ status: 200, headers: {}, body: new TextEncoder().encode(url) }) },
    );
    expect(await say()).toBe('notes,200,31,key');
    expect(plugin.logged).toEqual(['hello']);
    expect([...plugin.stored]).toEqual([['key', Uint8Array.of(1, 2)]]);
    expect(plugin.requests).toMatchObject([{ url: 'https://api.example.org/colours' }]);
    expect(plugin.violations).toEqual([]);
  });

  it('is refused what was not granted, in words', async () => {
    const { plugin, say } = await saying(
      `const told = (call) => call.then(() => 'done', ({ code, details }) => code + ' ' + details.permission);
       return [
         await told(context.storage.set('key', Uint8Array.of(1))),
         await told(context.fetch('https://api.example.org/')),
         await told(context.files.bytes('assets/notes.txt')),
       ];`,
      { granted: ['layer:read'] },
    );
    expect(await say()).toBe('PERMISSION_DENIED storage,PERMISSION_DENIED network,done');
    expect([plugin.stored.size, plugin.requests.length]).toEqual([0, 0]);
  });

  it('never reaches another server than those of its manifest', async () => {
    const { plugin, say } = await saying(
      `const urls = ['https://evil.example/', 'http://api.example.org/', 'https://api.example.org:8443/',
         'https://api.example.org.evil.example/', 'data:,x', 'https://api.example.org/'];
       const told = (url) => context.fetch(url).then(({ status }) => status, ({ code }) => code);
       return Promise.all(urls.map(told));`,
      { fetch: async () => ({ status: 200, headers: {}, body: new Uint8Array() }) },
    );
    expect((await say()).split(',')).toEqual([
      ...Array.from({ length: 5 }, () => 'PLUGIN_FETCH_FAILED'),
      '200',
    ]);
    expect(plugin.requests.map(({ url }) => url)).toEqual(['https://api.example.org/']);
  });

  it('keeps at most 8 MB', async () => {
    const { plugin, say } = await saying(`
      await context.storage.set('half', new Uint8Array(4 * 2 ** 20));
      return context.storage.set('more', new Uint8Array(4 * 2 ** 20));`);
    await expect(say()).rejects.toMatchObject({ code: 'PLUGIN_STORAGE_FULL' });
    expect([...plugin.stored.keys()]).toEqual(['half']);
  });

  it('exports a document as a file that its manifest promises', async () => {
    const exporter = {
      id: 'words',
      title: { en: 'Words' },
      summary: { en: 'Writes the names of the layers.' },
      extension: 'txt',
      mediaType: 'text/plain',
      params: [],
      reads: 'layers',
    };
    const folder = authorFolder({
      'koma-plugin.json': authorManifest({
        permissions: ['layer:read'],
        contributes: { operations: [], exporters: [exporter] },
      }),
      'src/index.ts': `export default { operations: {}, exporters: { words: async ({ layers }) => ({
        name: 'words.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(layers.map(({ name }) => name).join()) }) } };`,
    });
    const plugin = await openHeadless(folder);
    onTestFinished(() => plugin.close());
    const { image } = pixel(1, 2, 3, 4).image;
    const layer = { image, x: 0, y: 0, opacity: 1, blendMode: 'normal', visible: true } as const;
    const document = {
      width: 1,
      height: 1,
      layers: [
        { ...layer, name: 'ink' },
        { ...layer, name: 'tone' },
      ],
    };
    expect(await plugin.export('words', document)).toEqual({
      name: 'words.txt',
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode('ink,tone'),
    });
  });
});

describe('missingExports', () => {
  it('names what the manifest promises and the script does not have', async () => {
    const folder = authorFolder({
      'koma-plugin.json': authorManifest({
        contributes: { operations: [sayingOperation, ...authorManifest().contributes.operations] },
      }),
      'src/index.ts': working('return inputs;'),
    });
    const { manifest, files } = (await packPlugin(folder)).package;
    const names = await exportedNames(new TextDecoder().decode(files.get('main.js')), manifest);
    expect(names).toEqual({ operations: ['work'], interactive: [], generators: [], exporters: [] });
    expect(missingExports(manifest, names)).toEqual([expect.stringContaining('"say" among its operations')]);
  });

  it.each([
    ['a script that throws', 'throw new Error("at load");', 'at load'],
    ['a script without a plugin', 'var other = 1;', 'no plugin'],
  ])('is preceded by a failure in words for %s', async (_, script, reason) => {
    const { package: packed } = await packPlugin(authorFolder({ 'src/index.ts': working('') }));
    await expect(exportedNames(script, packed.manifest)).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: expect.stringContaining(reason),
    });
  });
});
