import { parseManifest, PERMISSIONS } from '@koma/core/plugin';
import { signerOf } from '@koma/core/package';
import { ICON_PREFIX } from './icon-of.ts';
import type { PluginRecord, PluginSource, PluginVersion } from './plugin-record.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * A record out of whatever the database holds: another version of Koma may have written it. The manifest is checked
 * again; what is wrong about the previous version costs only that.
 * @returns undefined where it cannot be used
 */
export function readRecord(stored: unknown): PluginRecord | undefined {
  const from = (stored ?? {}) as Partial<PluginRecord>;
  const current = readVersion(from.current);
  if (!current || from.id !== current.manifest.id) return undefined;
  const previous = readVersion(from.previous);
  const { permissions } = current.manifest;
  const granted = Array.isArray(from.granted) ? from.granted : [];
  return {
    id: from.id,
    current,
    ...(previous?.manifest.id === from.id ? { previous } : {}),
    enabled: from.enabled === true,
    granted: PERMISSIONS.filter((each) => permissions.includes(each) && granted.includes(each)),
    crashes: Number.isSafeInteger(from.crashes) ? Number(from.crashes) : 0,
  };
}

function readVersion(stored: unknown): PluginVersion | undefined {
  const { manifest, sha256, bytes, signer, source, icon, installedAt } = (stored ??
    {}) as Partial<PluginVersion>;
  if (typeof sha256 !== 'string' || !SHA256.test(sha256) || typeof bytes !== 'number') return undefined;
  const key = signer?.publicKey;
  try {
    return {
      manifest: parseManifest(manifest),
      sha256,
      bytes,
      ...(typeof key === 'string' && SHA256.test(key) ? { signer: signerOf(key) } : {}),
      source: readSource(source),
      ...(typeof icon === 'string' && icon.startsWith(ICON_PREFIX) ? { icon } : {}),
      installedAt: typeof installedAt === 'number' ? installedAt : 0,
    };
  } catch {
    return undefined;
  }
}

function readSource(stored: unknown): PluginSource {
  const { kind, name, url } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  if ((kind === 'url' || kind === 'list') && typeof url === 'string') return { kind, url };
  return { kind: 'file', name: typeof name === 'string' ? name : '' };
}
