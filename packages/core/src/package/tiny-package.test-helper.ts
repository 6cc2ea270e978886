import { zipSync, type Zippable } from 'fflate';
import { parseManifest, type PluginManifest } from '../plugin/index.ts';
import type { PackageContent } from './write-package.ts';
import { sha256Of } from './sha256-of.ts';

/** UTF-8 bytes. Tests only. */
export const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);

const title = (en: string) => ({ en });

/** A complete manifest of somebody else's plugin, changed. Tests only. */
export function manifestJson(changes: object = {}) {
  return {
    manifestVersion: 1,
    id: 'org.example.blur',
    version: '1.2.0',
    engines: { koma: '^0.1.0' },
    name: title('Soft blur'),
    description: title('A plugin for tests.'),
    author: 'Somebody',
    license: 'MIT',
    entry: 'main.js',
    permissions: ['layer:read', 'layer:write'],
    models: [] as object[],
    contributes: {
      operations: [
        {
          id: 'blur',
          title: title('Blur'),
          summary: title('Blurs.'),
          inputs: [{ name: 'image', type: 'image', label: title('Picture') }],
          outputs: [{ name: 'image', type: 'image' }],
          placement: ['new-layer'],
          params: [],
        },
      ],
    },
    ...changes,
  };
}

/** {@link manifestJson}, parsed. Tests only. */
export const tinyManifest = (changes: object = {}): PluginManifest => parseManifest(manifestJson(changes));

/** What a package can be written of. Tests only. */
export function tinyContent(changes: object = {}): PackageContent {
  const files = new Map([
    ['main.js', text('var komaPlugin = {};')],
    ['assets/notes.txt', text('notes')],
  ]);
  return { manifest: tinyManifest(changes), files };
}

/** Offsets and bits that `zipSync` does not let set. */
type Raw = NonNullable<Zippable[string]>;

/**
 * A package as an attacker writes it: whatever files, with hashes that fit unless told otherwise. Tests only.
 * @param change of the manifest, after the hashes were put in
 */
export async function rawPackage(
  files: Readonly<Record<string, Raw>> = { 'main.js': text('var komaPlugin = {};') },
  change: (manifest: Record<string, unknown>) => unknown = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const hashes: Record<string, string> = {};
  for (const [name, raw] of Object.entries(files)) {
    const bytes = (Array.isArray(raw) ? raw[0] : raw) as Uint8Array;
    if (/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(name) && !name.includes('..'))
      hashes[name] = await sha256Of(bytes);
  }
  const manifest: Record<string, unknown> = { ...manifestJson(), files: hashes };
  change(manifest);
  return zipSync({ 'koma-plugin.json': text(JSON.stringify(manifest)), ...files });
}
