import validRange from 'semver/ranges/valid.js';
import { isKomaError } from '../errors.ts';
import { readPngHeader } from '../io/index.ts';
import { readZip, type ZipArchive, type ZipEntry } from '../io/zip/index.ts';
import { nextTask, parseManifest, type PluginManifest } from '../plugin/index.ts';
import { checkNames } from './check-names.ts';
import {
  MANIFEST_FILE,
  MAX_ENTRY_BYTES,
  MAX_MANIFEST_BYTES,
  MAX_PACKAGE_BYTES,
  MAX_PACKAGE_ENTRIES,
  MAX_RATIO,
  MAX_UNPACKED_BYTES,
  RATIO_FREE_BYTES,
  SIGNATURE_FILE,
} from './limits.ts';
import {
  notAPlugin,
  packageChanged,
  packageInvalid,
  packageTooLarge,
  packageUnsafe,
} from './package-errors.ts';
import { sha256Of } from './sha256-of.ts';
import { verifySignature, type Signer } from './signature.ts';

/** A plugin that was read from its package and is what its manifest says. Nothing of it has run. */
export interface PluginPackage {
  readonly manifest: PluginManifest;
  /** By path, all but manifest and signature. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Of the package file, in hexadecimal. */
  readonly sha256: string;
  /** Size of the package file. */
  readonly bytes: number;
  /** Absent where it is not signed. */
  readonly signer?: Signer;
}

/**
 * Reads a `.komaplugin` file. Sizes and names are checked before anything is unpacked, and what is unpacked is held to
 * the sizes that were checked; then the manifest by its schema, every file's SHA-256, and the signature if there is
 * one. Takes some tenths of a second for the largest.
 * @param bytes the whole file, which is not kept
 * @throws KomaError `PACKAGE_NOT_A_PLUGIN`, `PACKAGE_TOO_LARGE`, `PACKAGE_UNSAFE`, `PACKAGE_INVALID`,
 *   `PACKAGE_CHANGED`, `PACKAGE_SIGNATURE_WRONG`, `PLUGIN_MANIFEST_INVALID`
 */
export async function readPackage(bytes: Uint8Array): Promise<PluginPackage> {
  if (bytes.length > MAX_PACKAGE_BYTES)
    throw packageTooLarge(
      `the file has ${inMegabytes(bytes.length)}, at most ${inMegabytes(MAX_PACKAGE_BYTES)} are possible`,
    );
  const archive = openArchive(bytes);
  checkArchive(archive);
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of archive.entries.values()) {
    contents.set(entry.name, unpack(archive, entry));
    // The page that waits for it stays alive.
    await nextTask();
  }
  const manifestBytes = contents.get(MANIFEST_FILE)!;
  const manifest = readManifest(manifestBytes);
  const signature = contents.get(SIGNATURE_FILE);
  const signer = signature && verifySignature(signature, manifestBytes);
  contents.delete(MANIFEST_FILE);
  contents.delete(SIGNATURE_FILE);
  await checkFiles(manifest, contents);
  const sha256 = await sha256Of(bytes);
  return { manifest, files: contents, sha256, bytes: bytes.length, ...(signer && { signer }) };
}

function openArchive(bytes: Uint8Array): ZipArchive {
  const archive = asPackageError(() => readZip(bytes));
  if (!archive) throw notAPlugin('it is no ZIP archive');
  return archive;
}

function checkArchive({ entries }: ZipArchive): void {
  if (entries.size > MAX_PACKAGE_ENTRIES)
    throw packageTooLarge(`it has ${entries.size} files, at most ${MAX_PACKAGE_ENTRIES} are possible`);
  checkNames(entries.keys());
  const manifest = entries.get(MANIFEST_FILE);
  if (!manifest) throw notAPlugin(`there is no ${MANIFEST_FILE} in it`);
  let total = 0;
  for (const entry of entries.values()) {
    if (!isPlainFile(entry)) throw packageUnsafe(entry.name, 'it is a link to another file');
    if (entry.size > RATIO_FREE_BYTES && entry.size > entry.packedSize * MAX_RATIO)
      throw packageUnsafe(entry.name, `it unpacks to more than ${MAX_RATIO} times its size`);
    total += entry.size;
  }
  if (total > MAX_UNPACKED_BYTES)
    throw packageTooLarge(
      `it unpacks to ${inMegabytes(total)}, at most ${inMegabytes(MAX_UNPACKED_BYTES)} are possible`,
    );
  for (const name of [MANIFEST_FILE, SIGNATURE_FILE])
    if ((entries.get(name)?.size ?? 0) > MAX_MANIFEST_BYTES)
      throw packageTooLarge(`${name} is larger than ${inMegabytes(MAX_MANIFEST_BYTES)}`);
}

/** Unix archives keep the kind of a file with its rights, in the upper half (APPNOTE.TXT 4.4.15, Info-ZIP). */
function isPlainFile({ attributes }: ZipEntry): boolean {
  const kind = (attributes >>> 16) & 0o170000;
  const isDosFolder = (attributes & 0x10) !== 0;
  return (kind === 0 || kind === 0o100000) && !isDosFolder;
}

/** The content of an entry, in memory of its own. */
function unpack(archive: ZipArchive, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const content = asPackageError(() => archive.unpack(entry));
  return new Uint8Array(content);
}

function readManifest(bytes: Uint8Array): PluginManifest {
  let json: unknown;
  try {
    // Takes a byte order mark away.
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    throw packageInvalid(`${MANIFEST_FILE} cannot be read (${reason})`);
  }
  const manifest = parseManifest(json);
  if (validRange(manifest.engines.koma) === null)
    throw packageInvalid(`engines.koma "${manifest.engines.koma}" is no range of versions, such as ^0.1.0`);
  return manifest;
}

async function checkFiles(
  manifest: PluginManifest,
  contents: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<void> {
  if (!manifest.files) throw packageInvalid(`${MANIFEST_FILE} does not list its files`);
  const listed = new Map(Object.entries(manifest.files));
  for (const name of listed.keys()) if (!contents.has(name)) throw packageChanged(name, 'it is missing');
  for (const [name, bytes] of contents) {
    const sha256 = listed.get(name);
    if (sha256 === undefined) throw packageChanged(name, 'the manifest does not know it');
    if ((await sha256Of(bytes)) !== sha256) throw packageChanged(name, 'its content is another');
  }
  const entry = contents.get(manifest.entry);
  if (!entry || !manifest.entry.endsWith('.js'))
    throw packageInvalid(`its entry "${manifest.entry}" is no script in it`);
  if (entry.length > MAX_ENTRY_BYTES)
    throw packageTooLarge(`its script is larger than ${inMegabytes(MAX_ENTRY_BYTES)}`);
  for (const { id, file, bytes, sha256 } of manifest.models)
    if (contents.get(file)?.length !== bytes || listed.get(file) !== sha256)
      throw packageInvalid(`the file of its model "${id}" is not the one that it describes`);
  checkIcon(manifest, contents);
}

/** An icon is drawn by the page, so its size has to be known before. */
function checkIcon({ icon }: PluginManifest, contents: ReadonlyMap<string, Uint8Array>): void {
  if (icon === undefined) return;
  const bytes = contents.get(icon);
  const header = bytes && asPackageError(() => readPngHeader(bytes));
  const fits = header && header.width === header.height && header.width >= 16 && header.width <= 512;
  if (!fits) throw packageInvalid(`its icon "${icon}" is no square PNG of 16 to 512 pixels a side`);
}

/** What is said of damaged files in general, said of a package. */
function asPackageError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isKomaError(error, 'FILE_DAMAGED')) throw packageInvalid(`it is damaged: ${error.details['reason']}`);
    throw error;
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil((bytes / 2 ** 20) * 10) / 10} MB`;
}
