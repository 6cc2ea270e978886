import type { PluginPackage } from '@koma/core/package';

/** What a package is, for its author to look at. */
export function describePackage({ manifest, files, bytes, sha256, signer }: PluginPackage): string {
  const { operations, generators = [], tools = [], commands = [], exporters = [] } = manifest.contributes;
  const parts = { operations, generators, tools, commands, exporters };
  const made = Object.entries(parts)
    .filter(([, list]) => list.length > 0)
    .map(([kind, list]) => `${kind} ${list.map(({ id }) => id).join(', ')}`);
  return [
    `${manifest.name.en} ${manifest.version} (${manifest.id})`,
    `  ${made.join('; ') || 'contributes nothing yet'}`,
    `  asks for: ${manifest.permissions.join(', ') || 'nothing'}`,
    ...(manifest.network ? [`  talks to: ${manifest.network.domains.join(', ')}`] : []),
    `  ${files.size} files, ${(bytes / 1024).toFixed(1)} kB, SHA-256 ${sha256}`,
    `  ${signer ? `signed by ${signer.fingerprint}` : 'not signed'}`,
  ].join('\n');
}
