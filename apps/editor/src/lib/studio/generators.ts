import type { GeneratorRecipe } from '@koma/core/document';
import type { GeneratorSpec, PluginManifest } from '@koma/core/plugin';
import { BUILTIN_PLUGINS } from '#lib/plugins/builtin.ts';
import { library, offeredOf } from '#lib/plugins/plugin-library.svelte.ts';

/** A generator of an installed plugin. */
export interface OfferedGenerator {
  readonly plugin: PluginManifest;
  readonly spec: GeneratorSpec;
}

const offered = new WeakMap<PluginManifest, readonly OfferedGenerator[]>();

/** Of the plugins that come with Koma, then of those that are installed and switched on. Reactive. */
export function generators(): readonly OfferedGenerator[] {
  const manifests = [...BUILTIN_PLUGINS, ...library.active.map(({ current }) => current)];
  return manifests.flatMap(({ manifest }) =>
    offeredOf(offered, manifest, (plugin) =>
      (plugin.contributes.generators ?? []).map((spec) => ({ plugin, spec })),
    ),
  );
}

/** The generator that a recipe names, as far as it is installed. @returns its index in {@link generators}, or -1 */
export function generatorOf({ plugin, generator }: Pick<GeneratorRecipe, 'plugin' | 'generator'>): number {
  return generators().findIndex((each) => each.plugin.id === plugin && each.spec.id === generator);
}
