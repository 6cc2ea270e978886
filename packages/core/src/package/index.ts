export { assertConsent, type InstallConsent } from './assert-consent.ts';
export { compareVersions } from './compare-versions.ts';
export * from './limits.ts';
export {
  assertUsable,
  planInstall,
  RESERVED_PREFIX,
  type Difference,
  type InstallContext,
  type InstalledPlugin,
  type InstallPlan,
  type InstallWarning,
} from './plan-install.ts';
export { readPackage, type PluginPackage } from './read-package.ts';
export {
  packageUrl,
  parseRegistry,
  registryJsonSchema,
  type BlockedPlugin,
  type Registry,
  type RegistryEntry,
} from './registry.ts';
export { sha256Of } from './sha256-of.ts';
export { createSigningKey, signerOf, type Signer, type SigningKey } from './signature.ts';
export { writePackage, type PackageContent } from './write-package.ts';
