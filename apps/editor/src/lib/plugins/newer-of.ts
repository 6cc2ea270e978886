import { compareVersions } from '@koma/core/package';
import type { ListedPlugin } from './plugin-lists.svelte.ts';
import type { PluginRecord } from './plugin-record.ts';

/** The newest version of an installed plugin that a list offers, if it is newer than what is there. */
export function newerOf(
  { id, current }: PluginRecord,
  listed: readonly ListedPlugin[],
): ListedPlugin | undefined {
  const newer = listed.filter(
    ({ entry }) => entry.id === id && compareVersions(entry.version, current.manifest.version) > 0,
  );
  return newer.toSorted((a, b) => compareVersions(b.entry.version, a.entry.version))[0];
}
