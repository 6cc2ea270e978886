import type { OperationSpec, PluginManifest } from '@koma/core/plugin';
import { BUILTIN_PLUGINS } from '#lib/plugins/builtin.ts';
import { library, offeredOf } from '#lib/plugins/plugin-library.svelte.ts';

/** An operation of an installed plugin. */
export interface OfferedOperation {
  readonly plugin: PluginManifest;
  readonly spec: OperationSpec;
}

const offered = new WeakMap<PluginManifest, readonly OfferedOperation[]>();

function of(manifest: PluginManifest): readonly OfferedOperation[] {
  return offeredOf(offered, manifest, (plugin) =>
    plugin.contributes.operations.map((spec) => ({ plugin, spec })),
  );
}

/** Of the plugins that come with Koma. */
export const BUILTIN_OPERATIONS: readonly OfferedOperation[] = BUILTIN_PLUGINS.flatMap(({ manifest }) =>
  of(manifest),
);

/** Of the plugins that come with Koma, then of those that are installed and switched on. Reactive. */
export function operations(): readonly OfferedOperation[] {
  return [...BUILTIN_OPERATIONS, ...library.active.flatMap(({ current }) => of(current.manifest))];
}
