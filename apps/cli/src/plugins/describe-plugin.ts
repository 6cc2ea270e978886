import type { InstallPlan, InstallWarning, PluginPackage } from '@koma/core/package';
import type { Permission, PluginManifest } from '@koma/core/plugin';

/** What a permission means, as a person would say it. */
const PERMISSIONS: Readonly<Record<Permission, string>> = {
  'layer:read': 'read the pictures that you give it',
  'layer:write': 'make pictures and layers',
  'selection:read': 'read what is selected',
  storage: 'keep up to 8 MB on this computer',
  network: 'send and receive data over the internet',
  inference: 'run its models on this computer',
};

const WARNINGS: Readonly<Record<InstallWarning, string>> = {
  'can-send-pictures': 'It can read pictures and use the internet: it could send your pictures away.',
  'asks-for-more': 'It asks for more than the version that is installed.',
  older: 'It is older than the version that is installed (--older lets it in).',
  'same-version-changed': 'It has the version number of the installed plugin, but other content.',
  'signer-changed': 'Somebody else has signed it than the installed version (--other-signer lets it in).',
  'signature-lost': 'The installed version is signed and this one is not (--other-signer lets it in).',
  'name-taken': 'Another plugin has the same name.',
};

/** What a plugin is and what it may do, for somebody who decides about it. */
export function describePlugin(
  manifest: PluginManifest,
  {
    sha256,
    signer,
  }: Pick<PluginPackage, 'sha256'> & { readonly signer?: PluginPackage['signer'] | undefined },
): string[] {
  const { id, name, version, author, license, description, permissions, network } = manifest;
  return [
    `${name.en} ${version} (${id})`,
    `  ${description.en}`,
    `  by ${author}, ${license}; ${signer ? `signed by ${signer.fingerprint}` : 'not signed'}; SHA-256 ${sha256.slice(0, 16)}…`,
    permissions.length === 0 ? '  It asks for no permission.' : '  It asks to',
    ...permissions.map((permission) => `    ${permission.padEnd(15)} ${PERMISSIONS[permission]}`),
    ...(network ? [`    only with ${network.domains.join(', ')}: ${network.reason.en}`] : []),
  ];
}

/** What should make somebody think twice. */
export function describeWarnings({ warnings }: InstallPlan): string[] {
  return warnings.map((warning) => `  ! ${WARNINGS[warning]}`);
}

/** The commands that a plugin adds. */
export function describeCommands({ id, contributes }: PluginManifest): string[] {
  const { operations, exporters = [] } = contributes;
  return [...operations, ...exporters].map((spec) => `  koma ${id}:${spec.id}   ${spec.summary.en}`);
}
