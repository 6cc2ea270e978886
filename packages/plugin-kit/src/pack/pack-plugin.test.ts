import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSigningKey } from '@koma/core/package';
import { describe, expect, it } from 'vitest';
import { authorFolder, authorManifest, emptyFolder, working } from '../author-folder.test-helper.ts';
import { packPlugin } from './pack-plugin.ts';

const template = fileURLToPath(new URL('../../template/', import.meta.url));
const model = { id: 'net', file: 'net.onnx', license: 'MIT', attribution: 'me' };
const plain = { 'src/index.ts': working('return inputs;') };

/** What an author is told. */
const refusal = (folder: string): Promise<string> =>
  packPlugin(folder).then(
    () => expect.unreachable('it was packed'),
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('packPlugin', () => {
  it('packs a folder wherever it lies, with the same bytes', async () => {
    const elsewhere = join(emptyFolder(), 'deep', 'er');
    cpSync(template, elsewhere, { recursive: true });
    const [here, there] = [await packPlugin(template), await packPlugin(elsewhere)];
    expect([...here.package.files.keys()]).toEqual(['README.md', 'main.js']);
    expect(here.package.manifest).toMatchObject({ entry: 'main.js', id: 'org.example.template' });
    expect(here.package.manifest.$schema).toBeUndefined();
    expect(there.bytes).toEqual(here.bytes);
    expect((await packPlugin(template, { signWith: createSigningKey() })).package.signer).toBeDefined();
  });

  it('leaves out of the script what the plugin does not use', async () => {
    const { package: packed } = await packPlugin(template);
    const script = new TextDecoder().decode(packed.files.get('main.js'));
    expect(script.length).toBeLessThan(4000);
    expect(script).toContain('komaPlugin');
    // Neither the path of the folder nor the name of whoever packed it.
    expect(script).not.toMatch(/packages|template|node_modules/);
  });

  it('takes models, assets, licence and README along, and measures models', async () => {
    const folder = authorFolder({
      ...plain,
      'koma-plugin.json': authorManifest({ models: [model] }),
      'net.onnx': Uint8Array.of(1, 2, 3),
      'assets/deep/paper.bin': 'paper',
      'assets/.hidden': 'no',
      'notes.txt': 'no',
      LICENSE: 'MIT',
      'README.md': '# Author',
    });
    const { files, manifest } = (await packPlugin(folder)).package;
    expect([...files.keys()].sort()).toEqual([
      'LICENSE',
      'README.md',
      'assets/deep/paper.bin',
      'main.js',
      'net.onnx',
    ]);
    expect(manifest.models[0]).toMatchObject({
      bytes: 3,
      sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
    });
  });

  it('gives another id where it is asked to', async () => {
    const { package: packed } = await packPlugin(authorFolder(plain), { id: 'org.other.name' });
    expect(packed.manifest.id).toBe('org.other.name');
  });
});

describe('packPlugin tells the author', () => {
  it.each<[string, Record<string, string | object>, RegExp]>([
    [
      'the place of a mistake in the code',
      { 'src/index.ts': 'export default {\n  operations: {{}\n};' },
      /AuthorError: index\.ts:2:\d+: /,
    ],
    [
      'of an import that is not there',
      { 'src/index.ts': `import './gone.ts';` },
      /index\.ts:1:\d+: Could not resolve "\.\/gone\.ts"/,
    ],
    ['of an import of Node', { 'src/index.ts': `import 'node:fs';` }, /Could not resolve "node:fs"/],
    [
      'of an import of the harness',
      { 'src/index.ts': `import '@koma/plugin-kit/harness';` },
      /runs in Node only/,
    ],
    [
      'of an entry that is not there',
      { 'koma-plugin.json': authorManifest({ entry: 'gone.ts' }), ...plain },
      /there is no file "gone\.ts"/,
    ],
    [
      'of a manifest that is no JSON',
      { 'koma-plugin.json': '{', ...plain },
      /AuthorError: koma-plugin\.json: /,
    ],
    [
      'of a key that there is not',
      { 'koma-plugin.json': authorManifest({ shell: 1 }), ...plain },
      /koma-plugin\.json: manifest: .*"shell"/,
    ],
    [
      'of a permission that is not asked for',
      { 'koma-plugin.json': authorManifest({ permissions: [] }), ...plain },
      /operation work needs the permission layer:read/,
    ],
    [
      'of a model that is not there',
      { 'koma-plugin.json': authorManifest({ models: [model] }), ...plain },
      /names a model "net\.onnx"/,
    ],
    [
      'of a model that is another',
      {
        'koma-plugin.json': authorManifest({ models: [{ ...model, bytes: 4 }] }),
        'net.onnx': 'net',
        ...plain,
      },
      /bytes of "net\.onnx" is 4, but the file has 3/,
    ],
    [
      'of an asset of a kind that packages do not have',
      { 'assets/page.html': '', ...plain },
      /KomaError: .*"assets\/page\.html".*no use for files of this kind/,
    ],
  ])('%s', async (_, files, message) => {
    expect(await refusal(authorFolder(files))).toMatch(message);
  });

  it('where there is no manifest at all', async () => {
    expect(await refusal(emptyFolder())).toContain('koma-plugin create');
  });
});
