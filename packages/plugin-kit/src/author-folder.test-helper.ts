import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. Tests only. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koma-plugin-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const en = (text: string) => ({ en: text });
const picture = { name: 'image', type: 'image', label: en('Picture') };

/** A manifest with the operation `work`, changed. Tests only. */
export function authorManifest(changes: object = {}) {
  return {
    manifestVersion: 1,
    id: 'org.example.author',
    version: '0.1.0',
    engines: { koma: '^0.1.0' },
    name: en('Author'),
    description: en('A plugin for tests.'),
    author: 'Somebody',
    license: 'MIT',
    entry: 'src/index.ts',
    permissions: ['layer:read', 'layer:write'] as string[],
    models: [] as object[],
    contributes: {
      operations: [
        {
          id: 'work',
          title: en('Work'),
          summary: en('Works.'),
          inputs: [picture],
          outputs: [{ name: 'image', type: 'image' }],
          placement: ['new-layer'],
          params: [],
        },
      ] as object[],
    },
    ...changes,
  };
}

/** An operation that says something instead of drawing. Tests only. */
export const sayingOperation = {
  id: 'say',
  title: en('Say'),
  summary: en('Says something.'),
  inputs: [picture],
  outputs: [{ name: 'text', type: 'text' }],
  placement: [],
  params: [],
};

/**
 * A plugin's folder somewhere on the disk, far from the kit. Tests only.
 * @param files by path; an object is written as JSON
 */
export function authorFolder(files: Readonly<Record<string, string | object>>): string {
  const folder = emptyFolder();
  for (const [path, content] of Object.entries({ 'koma-plugin.json': authorManifest(), ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const bytes =
      content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content);
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

/** The module of a plugin whose operation `work` has this body. Tests only. */
export const working = (body: string): string =>
  `import { definePlugin } from '@koma/plugin-kit';
export default definePlugin({ operations: { work: async (inputs, params, context) => { ${body} } } });`;

/** A picture of one pixel. Tests only. */
export const pixel = (...data: number[]) => ({
  image: { image: { width: 1, height: 1, data: new Uint8ClampedArray(data) } },
});
