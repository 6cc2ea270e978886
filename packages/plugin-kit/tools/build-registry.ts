/**
 * Packs plugins and writes a list of them, ready for any web server:
 * `node packages/plugin-kit/tools/build-registry.ts --out FOLDER [--name NAME] [--key KEYFILE] PLUGIN…`, where each
 * PLUGIN is a plugin's folder or a folder of such folders.
 */
import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MANIFEST_FILE } from '@koma/core/package';
import { readKey } from '../src/cli/key-file.ts';
import { packPlugin } from '../src/pack/index.ts';
import { registryOf } from './registry-of.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, name: { type: 'string', default: 'Plugins' }, key: { type: 'string' } },
});
if (values.out === undefined || positionals.length === 0) {
  console.error('usage: build-registry.ts --out FOLDER [--name NAME] [--key KEYFILE] PLUGIN…');
  process.exit(2);
}
const signWith = values.key === undefined ? undefined : await readKey(values.key);
const folders = (await Promise.all(positionals.map(pluginsIn))).flat();
const packed = [];
for (const folder of folders) packed.push(await packPlugin(folder, { signWith }));
const { registry, files } = registryOf({ en: values.name }, packed);
// What an earlier list named is not left lying about.
await rm(values.out, { recursive: true, force: true });
await mkdir(values.out, { recursive: true });
for (const [name, bytes] of files) await writeFile(join(values.out, name), bytes);
await writeFile(join(values.out, 'index.json'), `${JSON.stringify(registry, null, 2)}\n`);
console.log(`${files.size} plugins in ${values.out}`);

async function pluginsIn(folder: string): Promise<string[]> {
  const isPlugin = (path: string): Promise<boolean> =>
    access(join(path, MANIFEST_FILE)).then(
      () => true,
      () => false,
    );
  if (await isPlugin(folder)) return [folder];
  const names = (await readdir(folder)).sort().map((name) => join(folder, name));
  const found = await Promise.all(names.map(isPlugin));
  return names.filter((_, i) => found[i]);
}
