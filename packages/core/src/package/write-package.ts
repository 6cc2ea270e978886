import { writeZip } from '../io/zip/index.ts';
import { parseManifest, type PluginManifest } from '../plugin/index.ts';
import { MANIFEST_FILE, SIGNATURE_FILE } from './limits.ts';
import { readPackage } from './read-package.ts';
import { sha256Of } from './sha256-of.ts';
import { signManifest, type SigningKey } from './signature.ts';

/** What a package is made of. */
export interface PackageContent {
  /** Its `files` are written anew. */
  readonly manifest: PluginManifest;
  /** By path, the entry among them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Kinds of files that deflate makes smaller; models and pictures hardly shrink. */
const DEFLATED = /\.(js|json|txt|md|csv|cube|glsl|wgsl)$|(^|\/)[A-Z]+$/;

/**
 * A `.komaplugin` file; the same content and key give the same bytes.
 * @throws KomaError as {@link readPackage} does, where the result would be refused
 */
export async function writePackage(
  { manifest, files }: PackageContent,
  signWith?: Pick<SigningKey, 'secretKey'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const hashes: Record<string, string> = {};
  for (const [name, bytes] of sorted) hashes[name] = await sha256Of(bytes);
  // Parsed, so that its keys are in one order.
  const text = `${JSON.stringify(parseManifest({ ...manifest, files: hashes }), null, 2)}\n`;
  const manifestBytes = new TextEncoder().encode(text);
  const result = writeZip([
    { name: MANIFEST_FILE, bytes: manifestBytes, deflate: true },
    ...sorted.map(([name, bytes]) => ({ name, bytes, deflate: DEFLATED.test(name) })),
    ...(signWith
      ? [{ name: SIGNATURE_FILE, bytes: signManifest(manifestBytes, signWith), deflate: true }]
      : []),
  ]);
  await readPackage(result);
  return result;
}
