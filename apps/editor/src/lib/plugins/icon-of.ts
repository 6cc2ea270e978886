import type { PluginPackage } from '@koma/core/package';

/** The first bytes of every PNG, and where its header says how large it is. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const SIDES = [16, 512] as const;
/** Bytes; it is kept with the plugin's record and shown in lists. */
const MAX_BYTES = 128 * 1024;
export const ICON_PREFIX = 'data:image/png;base64,';

/** A package's icon as an address that an `img` takes; undefined where there is none, or none of the promised size. */
export function iconOf({ manifest, files }: Pick<PluginPackage, 'manifest' | 'files'>): string | undefined {
  const bytes = manifest.icon === undefined ? undefined : files.get(manifest.icon);
  if (!bytes || bytes.length < 33 || bytes.length > MAX_BYTES) return undefined;
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width !== height || width < SIDES[0] || width > SIDES[1]) return undefined;
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return ICON_PREFIX + btoa(text);
}
