import type { GeneratorRecipe } from '@koma/core/document';
import type { OfferedGenerator } from '#lib/studio/generators.ts';

/** What made something, as its recipe names it. */
export function makerOf({
  plugin,
  spec,
}: OfferedGenerator): Pick<GeneratorRecipe, 'plugin' | 'pluginVersion' | 'generator'> {
  return { plugin: plugin.id, pluginVersion: plugin.version, generator: spec.id };
}
