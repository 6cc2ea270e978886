import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseManifest, PERMISSIONS, type Permission, type PluginManifest } from '@koma/core/plugin';
import { KomaError } from '@koma/core/errors';
import type { PluginPackage, Signer } from '@koma/core/package';
import { replaceFile } from '../replace-file.ts';
import { komaHome, pluginFolder } from './plugin-home.ts';

/** What is known of an installed plugin without opening its package. */
export interface PluginRecord {
  readonly manifest: PluginManifest;
  /** Of the package file, which is the one that runs. */
  readonly sha256: string;
  /** What the person allowed. */
  readonly granted: readonly Permission[];
  readonly signer?: Signer | undefined;
}

const RECORD = 'installed.json';
const RECORD_VERSION = 1;

/** Where the package of a record is. */
export function packagePath({ manifest, sha256 }: Pick<PluginRecord, 'manifest' | 'sha256'>): string {
  return join(pluginFolder(manifest.id), `${sha256}.komaplugin`);
}

/** What is installed, by id. Folders that hold no plugin are left alone. */
export async function readRecords(): Promise<PluginRecord[]> {
  const ids = await readdir(join(komaHome(), 'plugins')).catch(() => []);
  const records = await Promise.all(ids.toSorted().map(readRecord));
  return records.filter((record) => record !== undefined);
}

/** What is known of a plugin; undefined where it is not there, or what is there cannot be read. */
export async function readRecord(id: string): Promise<PluginRecord | undefined> {
  try {
    const text = await readFile(join(pluginFolder(id), RECORD), 'utf8');
    const json = JSON.parse(text) as Record<string, unknown>;
    const manifest = parseManifest(json['manifest']);
    const { recordVersion, sha256, granted, signer } = json;
    const fits =
      recordVersion === RECORD_VERSION && /^[0-9a-f]{64}$/.test(String(sha256)) && manifest.id === id;
    if (!fits || !Array.isArray(granted)) return undefined;
    const known = PERMISSIONS.filter((permission) => granted.includes(permission));
    return { manifest, sha256: String(sha256), granted: known, signer: signer as Signer | undefined };
  } catch (error) {
    // Not there, not JSON, or of a Koma to come.
    if (error instanceof KomaError || error instanceof SyntaxError || 'code' in (error as Error))
      return undefined;
    throw error;
  }
}

/** Keeps a package that was checked, and forgets the version that was there before; what the plugin keeps stays. */
export async function writeRecord(
  { manifest, sha256, signer }: PluginPackage,
  bytes: Uint8Array,
  granted: readonly Permission[],
): Promise<void> {
  const record = { recordVersion: RECORD_VERSION, sha256, granted, signer, manifest };
  const folder = pluginFolder(manifest.id);
  await replaceFile(packagePath({ manifest, sha256 }), bytes);
  await replaceFile(join(folder, RECORD), new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`));
  for (const name of await readdir(folder))
    if (name.endsWith('.komaplugin') && !name.startsWith(sha256))
      await rm(join(folder, name), { force: true });
}

/** Removes a plugin with all that it keeps. */
export function removeRecord(id: string): Promise<void> {
  return rm(pluginFolder(id), { recursive: true, force: true });
}
