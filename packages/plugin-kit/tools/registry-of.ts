import { packageUrl, parseRegistry, type PluginPackage, type Registry } from '@koma/core/package';
import type { LocalizedText } from '@koma/core/plugin';

/** A list of plugins and the files that it names. */
export interface BuiltRegistry {
  readonly registry: Registry;
  /** By name, to lie beside the list. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The list of some packages, each of which lies beside it.
 * @throws KomaError `REGISTRY_INVALID`, and Error where a plugin is there twice
 */
export function registryOf(
  name: LocalizedText,
  packages: readonly { readonly bytes: Uint8Array; readonly package: PluginPackage }[],
): BuiltRegistry {
  const files = new Map<string, Uint8Array>();
  const plugins = packages.map(({ bytes, package: { manifest, sha256, signer } }) => {
    const { id, version, permissions, engines, author, homepage } = manifest;
    const url = `${id}-${version}.komaplugin`;
    if (files.has(url)) throw new Error(`${id} ${version} is there twice`);
    files.set(url, bytes);
    return {
      id,
      version,
      url,
      sha256,
      bytes: bytes.length,
      name: manifest.name,
      description: manifest.description,
      author,
      permissions,
      engines,
      ...(homepage !== undefined && { homepage }),
      ...(signer && { publisherKey: signer.publicKey }),
    };
  });
  const registry = parseRegistry({ registryVersion: 1, name, plugins, blocked: [] });
  for (const entry of registry.plugins) packageUrl(entry, 'https://example.org/index.json');
  return { registry, files };
}
