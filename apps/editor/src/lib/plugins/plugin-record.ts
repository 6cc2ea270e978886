import type { Permission, PluginManifest } from '@koma/core/plugin';
import type { Signer } from '@koma/core/package';

/** Where a plugin was got from; only shown. */
export type PluginSource =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'url'; readonly url: string }
  /** @property url of the list */
  | { readonly kind: 'list'; readonly url: string };

/** A version of a plugin whose package is kept. */
export interface PluginVersion {
  readonly manifest: PluginManifest;
  /** Of the package; the key under which its bytes are kept. */
  readonly sha256: string;
  /** Size of the package. */
  readonly bytes: number;
  readonly signer?: Signer | undefined;
  readonly source: PluginSource;
  /** A picture as a `data:` address. */
  readonly icon?: string | undefined;
  /** Milliseconds since 1970. */
  readonly installedAt: number;
}

/** A third-party plugin as the library keeps it. */
export interface PluginRecord {
  readonly id: string;
  readonly current: PluginVersion;
  /** What was there before the last update, to go back to. */
  readonly previous?: PluginVersion | undefined;
  readonly enabled: boolean;
  /** What the person allows; a part of what the manifest asks for. */
  readonly granted: readonly Permission[];
  /** How often in a row it was stopped because of an error. */
  readonly crashes: number;
}

/** So many stops in a row, and a plugin is switched off. */
export const MAX_CRASHES = 3;

/** @returns the record with one stop more; switched off with the last one that it may have */
export function withCrash(record: PluginRecord): PluginRecord {
  const crashes = record.crashes + 1;
  return { ...record, crashes, enabled: record.enabled && crashes < MAX_CRASHES };
}

/** A job has succeeded: what went wrong before is not counted any longer. */
export function withSuccess(record: PluginRecord): PluginRecord {
  return record.crashes === 0 ? record : { ...record, crashes: 0 };
}

export function withEnabled(record: PluginRecord, enabled: boolean): PluginRecord {
  return { ...record, enabled, crashes: enabled ? 0 : record.crashes };
}

/** @param permission one that the manifest asks for; others are not granted */
export function withPermission(record: PluginRecord, permission: Permission, granted: boolean): PluginRecord {
  const { permissions } = record.current.manifest;
  const kept = permissions.filter((each) => (each === permission ? granted : record.granted.includes(each)));
  return { ...record, granted: kept };
}

/**
 * The record after an installation to which the person agreed, with everything that the new version asks for. A
 * permission that was taken back before stays so unless the person was asked for it again.
 * @param asked what the person was shown as new in this version
 */
export function withVersion(
  before: PluginRecord | undefined,
  version: PluginVersion,
  asked: readonly Permission[],
): PluginRecord {
  const { id, permissions } = version.manifest;
  if (!before) return { id, current: version, enabled: true, granted: permissions, crashes: 0 };
  const isSame = before.current.sha256 === version.sha256;
  return {
    id,
    current: version,
    previous: isSame ? before.previous : before.current,
    enabled: true,
    granted: permissions.filter((each) => asked.includes(each) || before.granted.includes(each)),
    crashes: 0,
  };
}

/** The record with the version before the last update in force; the later one can be gone back to in turn. */
export function rolledBack(record: PluginRecord): PluginRecord {
  const { current, previous } = record;
  if (!previous) return record;
  const { permissions } = previous.manifest;
  // Nothing is granted that was not granted to the version that is left.
  const granted = permissions.filter(
    (each) => record.granted.includes(each) || !current.manifest.permissions.includes(each),
  );
  return { ...record, current: previous, previous: current, granted, crashes: 0, enabled: true };
}
