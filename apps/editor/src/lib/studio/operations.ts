import type { OperationSpec, PluginManifest } from '@koma/core/plugin';
import { BUILTIN_PLUGINS } from '#lib/plugins/builtin.ts';

/** An operation of an installed plugin. */
export interface OfferedOperation {
  readonly plugin: PluginManifest;
  readonly spec: OperationSpec;
}

export const OPERATIONS: readonly OfferedOperation[] = BUILTIN_PLUGINS.flatMap(({ manifest }) =>
  manifest.contributes.operations.map((spec) => ({ plugin: manifest, spec })),
);
