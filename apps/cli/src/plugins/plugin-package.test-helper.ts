import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { writePackage } from '@koma/core/package';
import { parseManifest } from '@koma/core/plugin';
import { temporaryFolder } from '../temporary-folder.test-helper.ts';

const title = (en: string) => ({ en });
const image = { name: 'image', type: 'image', label: title('Picture') };

/** A plugin with operations that invert, note, keep and ask, and an exporter. */
const CODE = `
  const invert = async ({ image: { image } }) => {
    const data = image.data.map((value, at) => (at % 4 === 3 ? value : 255 - value));
    return { image: { ...image, data } };
  };
  const facts = async ({ image: { image } }, params, context) => {
    const before = await context.storage.get('runs');
    const runs = (before?.[0] ?? 0) + 1;
    await context.storage.set('runs', new Uint8Array([runs]));
    const notes = new TextDecoder().decode(await context.files.bytes('notes.txt'));
    const text = image.width + ' x ' + image.height + ', run ' + runs + ', ' + notes.trim();
    const file = { name: 'facts.csv', mediaType: 'text/csv', bytes: new TextEncoder().encode('width\\n' + image.width) };
    return { text: { text }, colours: { colors: ['#112233'] }, file };
  };
  const list = async (document, params) => {
    const names = document.layers.map(({ name, image }) => name + ' ' + image.width).join(', ');
    return { name: 'list.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(params.before + names) };
  };
  const stack = async ({ image: { image } }) => {
    const ink = { width: 1, height: 1, data: new Uint8ClampedArray([9, 8, 7, 255]) };
    const layer = { role: 'none', blendMode: 'normal' };
    const { width, height } = image;
    const layers = [{ ...layer, name: { en: 'Page' }, image, x: 0, y: 0 }, { ...layer, name: { en: 'Dot' }, image: ink, x: 2, y: 0 }];
    return { layers: { width, height, layers } };
  };
  var komaPlugin = { default: { operations: { invert, facts, stack }, exporters: { list } } };
`;

/** The manifest of that plugin, changed. */
const manifestJson = (changes: object) => ({
  manifestVersion: 1,
  id: 'org.example.tool',
  version: '1.2.0',
  engines: { koma: '^0.1.0' },
  name: title('Tool'),
  description: title('A plugin for tests.'),
  author: 'Somebody',
  license: 'MIT',
  entry: 'main.js',
  permissions: ['layer:read', 'layer:write', 'storage'],
  models: [],
  contributes: {
    operations: [
      {
        id: 'invert',
        title: title('Invert'),
        summary: title('Turns black into white.'),
        inputs: [image],
        outputs: [{ name: 'image', type: 'image' }],
        placement: ['new-layer'],
        params: [],
      },
      {
        id: 'facts',
        title: title('Facts'),
        summary: title('Tells what a picture is.'),
        inputs: [image],
        outputs: [
          { name: 'text', type: 'text' },
          { name: 'colours', type: 'palette' },
          { name: 'file', type: 'file' },
        ],
        placement: [],
        params: [],
      },
      {
        id: 'stack',
        title: title('Stack'),
        summary: title('Puts a dot on a picture.'),
        inputs: [image],
        outputs: [{ name: 'layers', type: 'layers' }],
        placement: ['new-layer'],
        params: [],
      },
    ],
    exporters: [
      {
        id: 'list',
        title: title('List'),
        summary: title('Lists the layers.'),
        extension: 'txt',
        mediaType: 'text/plain',
        params: [{ id: 'before', type: 'text', label: title('Before'), default: '', maxLength: 20 }],
        reads: 'layers',
      },
    ],
  },
  ...changes,
});

/** Writes the plugin into a folder. Tests only. @returns the name of the file */
export async function writePlugin(folder: string, changes: object = {}, code = CODE): Promise<string> {
  const text = new TextEncoder();
  const files = new Map([
    ['main.js', text.encode(code)],
    ['notes.txt', text.encode('a note')],
  ]);
  const manifest = parseManifest(manifestJson(changes));
  const name = `tool-${manifest.version}.komaplugin`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), await writePackage({ manifest, files }));
  return name;
}

/** Plugins are kept in a new folder until the test is over. Tests only. @returns the folder */
export function ownHome(): string {
  const before = process.env['KOMA_HOME'];
  const home = temporaryFolder();
  process.env['KOMA_HOME'] = home;
  onTestFinished(() => {
    if (before === undefined) delete process.env['KOMA_HOME'];
    else process.env['KOMA_HOME'] = before;
  });
  return home;
}
