import { packageUnsafe } from './package-errors.ts';

/** What packages are made of. Nothing that a browser or a system would run by itself: no HTML, no SVG, no programs. */
const EXTENSIONS = new Set(
  'js json txt md onnx ort bin wasm png jpg jpeg webp csv lut cube ttf otf woff2 glsl wgsl'.split(' '),
);
/** Names without an extension that authors put into packages. */
const PLAIN_NAMES = new Set(['LICENSE', 'NOTICE', 'README', 'COPYING', 'AUTHORS']);
const MAX_NAME = 200;

/**
 * Refuses file names that could leave the package's folder, stand for another file, or hide what they are. Names are
 * compared, never used as paths; this protects whoever unpacks a package by other means as well.
 * @throws KomaError `PACKAGE_UNSAFE`
 */
export function checkNames(names: Iterable<string>): void {
  const seen = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const name of names) {
    const reason = nameIssue(name);
    if (reason !== undefined) throw packageUnsafe(name, reason);
    const key = name.toLowerCase();
    const twin = seen.get(key);
    if (twin !== undefined) throw packageUnsafe(name, `on many computers it is the same file as "${twin}"`);
    seen.set(key, name);
    for (let at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1))
      folders.set(key.slice(0, at), name);
  }
  for (const [key, name] of seen)
    if (folders.has(key)) throw packageUnsafe(name, 'it is a file and a folder at the same time');
}

/** What is wrong about a file's name, as a clause. */
export function nameIssue(name: string): string | undefined {
  if (name === '') return 'it has no name';
  if (name.length > MAX_NAME) return 'its name is too long';
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return 'its name has control characters or broken letters';
  if (name.includes('\\')) return 'its name has a backslash';
  if (/^[A-Za-z]:/.test(name)) return 'its name begins with a drive letter';
  if (name.startsWith('/')) return 'its name begins at the root of the disk';
  if (name.split('/').some((part) => part === '..' || part === '.'))
    return 'its name leads out of the plugin';
  if (name.endsWith('/')) return 'it is a folder; a package has files only';
  if (name.normalize('NFC') !== name) return 'its name is not in the normal form of Unicode';
  if (!/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(name) || name.includes('..'))
    return 'its name has other characters than letters, digits, point, hyphen and underscore';
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (base.startsWith('.') || base.endsWith('.')) return 'its name begins or ends with a point';
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(base)) return 'its name belongs to a device';
  const extension = base.includes('.') ? base.slice(base.lastIndexOf('.') + 1).toLowerCase() : '';
  if (extension === '' ? !PLAIN_NAMES.has(base) : !EXTENSIONS.has(extension))
    return 'a plugin has no use for files of this kind';
  return undefined;
}
