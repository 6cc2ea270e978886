import { resolve } from 'node:path';
import { readPackage, writePackage, type PluginPackage, type SigningKey } from '@koma/core/package';
import { bundleEntry, type BundleOptions } from './bundle-entry.ts';
import { readFolder, type FolderOptions } from './read-folder.ts';

/** How a plugin is packed. */
export interface PackOptions extends FolderOptions, BundleOptions {
  /** The key to sign with; absent: not signed. */
  readonly signWith?: Pick<SigningKey, 'secretKey'> | undefined;
}

/** A packed plugin. */
export interface PackedPlugin {
  /** The `.komaplugin` file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same, read as Koma reads it. */
  readonly package: PluginPackage;
}

/** The name of the script in every package that is made here. */
export const SCRIPT_FILE = 'main.js';

/**
 * Makes a `.komaplugin` file of a plugin's folder. The same folder and key give the same bytes.
 * @throws AuthorError, KomaError with what is wrong in words
 */
export async function packPlugin(folder: string, options: PackOptions = {}): Promise<PackedPlugin> {
  const { manifest, entry, files } = await readFolder(resolve(folder), options);
  const code = await bundleEntry(entry, options);
  const all = new Map<string, Uint8Array>([...files, [SCRIPT_FILE, new TextEncoder().encode(code)]]);
  // Where the schema lies is a matter of the author's folder.
  const { $schema: _, ...packed } = { ...manifest, entry: SCRIPT_FILE };
  const bytes = await writePackage({ manifest: packed, files: all }, options.signWith);
  return { bytes, package: await readPackage(bytes) };
}
