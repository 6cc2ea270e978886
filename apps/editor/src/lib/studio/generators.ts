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
