import type { GeneratorRecipe } from '@koma/core/document';
import type { GeneratorSpec, PluginManifest } from '@koma/core/plugin';
import { BUILTIN_PLUGINS } from '#lib/plugins/builtin.ts';

/** A generator of an installed plugin. */
export interface OfferedGenerator {
  readonly plugin: PluginManifest;
  readonly spec: GeneratorSpec;
}

export const GENERATORS: readonly OfferedGenerator[] = BUILTIN_PLUGINS.flatMap(({ manifest }) =>
  (manifest.contributes.generators ?? []).map((spec) => ({ plugin: manifest, spec })),
);

/** The generator that a recipe names, as far as it is installed. @returns its index in {@link GENERATORS}, or -1 */
export function generatorOf({ plugin, generator }: Pick<GeneratorRecipe, 'plugin' | 'generator'>): number {
  return GENERATORS.findIndex((offered) => offered.plugin.id === plugin && offered.spec.id === generator);
}
