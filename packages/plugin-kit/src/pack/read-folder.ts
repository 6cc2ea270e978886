import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { MANIFEST_FILE, sha256Of } from '@koma/core/package';
import { parseManifest, type PluginManifest } from '@koma/core/plugin';
import { isKomaError } from '@koma/core/errors';
import { AuthorError } from './author-error.ts';

/** A plugin's folder as its author keeps it. */
export interface PluginFolder {
  readonly manifest: PluginManifest;
  /** The module that exports the plugin, an absolute path. */
  readonly entry: string;
  /** What goes into the package besides the script, by path: models, icon, `assets/`, licence and README. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What is read otherwise than it stands in the folder. */
export interface FolderOptions {
  /** Another id, such as a built-in plugin's under a name of one's own. */
  readonly id?: string | undefined;
}

/** Files that are packed where they are there. */
const TEXTS = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'NOTICE', 'NOTICE.txt', 'README.md'];
/** The folder whose files a plugin reads by `context.files`. */
const ASSETS = 'assets';

/**
 * Reads a plugin's folder. Size and SHA-256 of its models may be left out of the manifest.
 * @throws AuthorError, KomaError `PLUGIN_MANIFEST_INVALID`
 */
export async function readFolder(folder: string, { id }: FolderOptions = {}): Promise<PluginFolder> {
  const json = await readManifestJson(folder);
  if (id !== undefined) json['id'] = id;
  const files = new Map<string, Uint8Array>();
  await fillModels(folder, json, files);
  let manifest: PluginManifest;
  try {
    manifest = parseManifest(json);
  } catch (error) {
    if (!isKomaError(error, 'PLUGIN_MANIFEST_INVALID')) throw error;
    throw new AuthorError(`${MANIFEST_FILE}: ${String(error.details['reason'])}`, { cause: error });
  }
  if (manifest.icon !== undefined) files.set(manifest.icon, await readOwn(folder, manifest.icon, 'the icon'));
  for (const name of TEXTS) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes) files.set(name, bytes);
  }
  for (const name of await listFiles(join(folder, ASSETS)))
    files.set(`${ASSETS}/${name}`, await readFile(join(folder, ASSETS, name)));
  const entry = join(folder, manifest.entry);
  if (!(await isFile(entry)))
    throw new AuthorError(`${MANIFEST_FILE}: entry: there is no file "${manifest.entry}" in this folder`);
  return { manifest, entry, files };
}

async function readManifestJson(folder: string): Promise<Record<string, unknown>> {
  const path = join(folder, MANIFEST_FILE);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AuthorError(
      `There is no ${MANIFEST_FILE} in "${folder}". Make a new plugin with "koma-plugin create".`,
    );
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
  } catch (error) {
    throw new AuthorError(`${MANIFEST_FILE}: ${(error as Error).message}`, { cause: error });
  }
}

/** Reads the models that a manifest names, and writes what can be measured about them into it. */
async function fillModels(
  folder: string,
  json: Record<string, unknown>,
  files: Map<string, Uint8Array>,
): Promise<void> {
  // What is no list of models is said by the schema.
  if (!Array.isArray(json['models'])) return;
  for (const model of json['models'] as Record<string, unknown>[]) {
    const path = model?.['file'];
    if (typeof path !== 'string' || path.includes('..')) continue;
    const bytes = await readOwn(folder, path, 'a model');
    const measured = { bytes: bytes.length, sha256: await sha256Of(bytes) };
    for (const [key, value] of Object.entries(measured)) {
      if (model[key] === undefined) model[key] = value;
      else if (model[key] !== value)
        throw new AuthorError(
          `${MANIFEST_FILE}: ${key} of "${path}" is ${String(model[key])}, but the file has ${value}. Leave it out to have it filled in.`,
        );
    }
    files.set(path, bytes);
  }
}

async function readOwn(folder: string, path: string, what: string): Promise<Uint8Array> {
  return readFile(join(folder, path)).catch(() => {
    throw new AuthorError(`${MANIFEST_FILE} names ${what} "${path}", which is not in this folder.`);
  });
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Paths below a folder, with forward slashes; none where it is not there. Hidden files are left out. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
