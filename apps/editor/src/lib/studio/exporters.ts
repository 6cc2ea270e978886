import type { ExporterSpec, PluginManifest } from '@koma/core/plugin';
import { library, offeredOf } from '#lib/plugins/plugin-library.svelte.ts';

/** An exporter of an installed plugin. */
export interface OfferedExporter {
  readonly plugin: PluginManifest;
  readonly spec: ExporterSpec;
}

const offered = new WeakMap<PluginManifest, readonly OfferedExporter[]>();

/** The exporters of all plugins that are installed and switched on. Reactive. */
export function exporters(): readonly OfferedExporter[] {
  return library.active.flatMap(({ current }) =>
    offeredOf(offered, current.manifest, (plugin) =>
      (plugin.contributes.exporters ?? []).map((spec) => ({ plugin, spec })),
    ),
  );
}

/** Names an exporter in the list of formats. */
export function exporterKey({ plugin, spec }: OfferedExporter): string {
  return `plugin:${plugin.id}:${spec.id}`;
}
