import compare from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import { KomaError } from '../errors.ts';
import { LOCALES, type LocalizedText, type Permission, type PluginManifest } from '../plugin/index.ts';
import { idSkeleton, nameSkeleton } from './confusable.ts';
import type { PluginPackage } from './read-package.ts';
import type { BlockedPlugin, RegistryEntry } from './registry.ts';
import type { Signer } from './signature.ts';

/** Ids that begin like this belong to the plugins that come with Koma. */
export const RESERVED_PREFIX = 'studio.koma.';

/** A plugin that is there already, as far as a new version of it is compared with it. */
export interface InstalledPlugin {
  readonly manifest: PluginManifest;
  /** Of its package file. */
  readonly sha256: string;
  readonly signer?: Signer | undefined;
}

/** What a package is held against. */
export interface InstallContext {
  /** The version of Koma. */
  readonly komaVersion: string;
  readonly blocklist: readonly BlockedPlugin[];
  /** Built-in and installed plugins, the one with the package's own id may be among them. */
  readonly others: readonly { readonly id: string; readonly name: LocalizedText }[];
  /** What the list promised from which it was taken. */
  readonly expected?: Pick<RegistryEntry, 'id' | 'version' | 'sha256' | 'publisherKey'> | undefined;
}

/** What is different from before. */
export interface Difference<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly T[];
}

/** What a person should think about before saying yes. */
export type InstallWarning =
  /** It can read pictures and talk to servers, so it can send pictures away. */
  | 'can-send-pictures'
  /** It asks for more than the version that is there. */
  | 'asks-for-more'
  /** It is older than the version that is there, and may have faults that were mended since. */
  | 'older'
  /** It has the same version number as what is there, but is not the same. */
  | 'same-version-changed'
  /** Somebody else signed it, or nobody. */
  | 'signer-changed'
  | 'signature-lost'
  /** Another plugin has the same name. */
  | 'name-taken';

/** What installing a package would mean. Nothing is installed by it. */
export interface InstallPlan {
  readonly manifest: PluginManifest;
  readonly kind: 'new' | 'update' | 'downgrade' | 'reinstall';
  readonly permissions: Difference<Permission>;
  readonly domains: Difference<string>;
  /** `first`: signed, and this key was not seen before; `same`: by the key of the version that is there. */
  readonly signer: 'none' | 'same' | 'first' | 'changed' | 'lost';
  readonly warnings: readonly InstallWarning[];
}

/**
 * What installing a package would change, for the person to agree to.
 * @param candidate as `readPackage` gives it
 * @param installed the plugin of the same id that is there already
 * @throws KomaError `PACKAGE_NOT_AS_LISTED`, `PLUGIN_BLOCKED`, `PLUGIN_INCOMPATIBLE`, `PLUGIN_ID_RESERVED`,
 *   `PLUGIN_ID_LOOKALIKE`
 */
export function planInstall(
  candidate: PluginPackage,
  installed: InstalledPlugin | undefined,
  context: InstallContext,
): InstallPlan {
  const { manifest } = candidate;
  assertAsListed(candidate, context.expected);
  assertOwnId(manifest, context.others);
  assertUsable(manifest, context);
  const before = installed?.manifest;
  const kind = kindOf(manifest, before);
  const permissions = difference(manifest.permissions, before?.permissions ?? []);
  const domains = difference(manifest.network?.domains ?? [], before?.network?.domains ?? []);
  const signer = signerChange(candidate.signer, installed);
  const asksForMore = before !== undefined && permissions.added.length + domains.added.length > 0;
  const isOtherFile = kind === 'reinstall' && installed?.sha256 !== candidate.sha256;
  const warnings: [InstallWarning, boolean][] = [
    ['signer-changed', signer === 'changed'],
    ['signature-lost', signer === 'lost'],
    ['older', kind === 'downgrade'],
    ['same-version-changed', isOtherFile],
    ['asks-for-more', asksForMore],
    ['name-taken', isNameTaken(manifest, context.others)],
    ['can-send-pictures', canSendPictures(manifest)],
  ];
  return {
    manifest,
    kind,
    permissions,
    domains,
    signer,
    warnings: warnings.flatMap(([warning, holds]) => (holds ? [warning] : [])),
  };
}

/**
 * Refuses what must not run on this version of Koma, also where it was installed before.
 * @throws KomaError `PLUGIN_BLOCKED`, `PLUGIN_INCOMPATIBLE`
 */
export function assertUsable(
  manifest: PluginManifest,
  { komaVersion, blocklist }: Pick<InstallContext, 'komaVersion' | 'blocklist'>,
): void {
  const { id, version, name } = manifest;
  const plugin = name.en;
  const entry = blocklist.find(
    (each) => each.id === id && satisfies(version, each.versions, { includePrerelease: true }),
  );
  if (entry) {
    const reason = entry.reason.en;
    throw new KomaError('PLUGIN_BLOCKED', `"${plugin}" ${version} is blocked: ${reason}`, { plugin, reason });
  }
  const needs = manifest.engines.koma;
  if (satisfies(komaVersion, needs, { includePrerelease: true })) return;
  const message = `"${plugin}" is made for Koma ${needs}, and this is ${komaVersion}. Look for another version of the plugin, or update Koma.`;
  throw new KomaError('PLUGIN_INCOMPATIBLE', message, { plugin, needs, version: komaVersion });
}

function assertAsListed(candidate: PluginPackage, expected: InstallContext['expected']): void {
  if (!expected) return;
  const { manifest, sha256, signer } = candidate;
  const reason =
    manifest.id !== expected.id
      ? `it is "${manifest.id}", not "${expected.id}"`
      : manifest.version !== expected.version
        ? `it is version ${manifest.version}, not ${expected.version}`
        : expected.publisherKey !== undefined && signer?.publicKey !== expected.publisherKey
          ? 'it is not signed by the author in the list'
          : sha256 !== expected.sha256
            ? 'its content is another'
            : undefined;
  if (reason === undefined) return;
  const message = `This is not the plugin that the list promises: ${reason}. It was not installed.`;
  throw new KomaError('PACKAGE_NOT_AS_LISTED', message, { reason });
}

function assertOwnId({ id }: PluginManifest, others: InstallContext['others']): void {
  const skeleton = idSkeleton(id);
  const labels = id.split('.');
  const owners = labels.map((_, i) => idSkeleton(labels.slice(0, i).join('.')));
  if (owners.includes(idSkeleton(RESERVED_PREFIX))) {
    const message = `This plugin was refused: it calls itself "${id}", and names like "${RESERVED_PREFIX}" belong to Koma's own plugins. Do not install it.`;
    throw new KomaError('PLUGIN_ID_RESERVED', message, { id, prefix: RESERVED_PREFIX });
  }
  const twin = others.find((other) => other.id !== id && idSkeleton(other.id) === skeleton);
  if (!twin) return;
  const message = `This plugin was refused: its name "${id}" looks like "${twin.id}", which is there already. It may be an imitation.`;
  throw new KomaError('PLUGIN_ID_LOOKALIKE', message, { id, other: twin.id });
}

function kindOf({ version }: PluginManifest, before: PluginManifest | undefined): InstallPlan['kind'] {
  if (!before) return 'new';
  const order = compare(version, before.version);
  return order > 0 ? 'update' : order < 0 ? 'downgrade' : 'reinstall';
}

function difference<T>(now: readonly T[], before: readonly T[]): Difference<T> {
  return {
    added: now.filter((each) => !before.includes(each)),
    removed: before.filter((each) => !now.includes(each)),
    kept: now.filter((each) => before.includes(each)),
  };
}

function signerChange(
  signer: Signer | undefined,
  installed: InstalledPlugin | undefined,
): InstallPlan['signer'] {
  const before = installed?.signer?.publicKey;
  if (before === undefined) return signer ? 'first' : 'none';
  if (!signer) return 'lost';
  return signer.publicKey === before ? 'same' : 'changed';
}

function isNameTaken({ id, name }: PluginManifest, others: InstallContext['others']): boolean {
  const skeletons = (text: LocalizedText): string[] =>
    LOCALES.flatMap((locale) => text[locale] ?? []).map(nameSkeleton);
  const own = new Set(skeletons(name));
  return others.some((other) => other.id !== id && skeletons(other.name).some((text) => own.has(text)));
}

function canSendPictures({ permissions }: PluginManifest): boolean {
  return permissions.includes('network') && permissions.includes('layer:read');
}
