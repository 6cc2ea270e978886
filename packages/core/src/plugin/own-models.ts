import type { LocalizedText, PluginManifest } from './manifest.ts';

/** A model of a person's own that was checked and kept for an operation. */
export interface KeptModel {
  /** Id of the operation whose `ownModels` it was added to. */
  readonly operation: string;
  /** What the person calls it. */
  readonly name: string;
  /** Of the file as it was chosen: what it is known by, to people and in recipes. */
  readonly sha256: string;
  /** What is run: the file with the names of its signature (`readOwnModel`). */
  readonly model: { readonly sha256: string; readonly bytes: number };
}

/** The value that stands for a model of somebody's own in a parameter, and its id among the plugin's models. */
export function ownModelId({ sha256 }: Pick<KeptModel, 'sha256'>): string {
  return `own-${sha256.slice(0, 12)}`;
}

/** Where the host serves a model of somebody's own among the plugin's files; no package has such a path. */
export function ownModelPath({ sha256 }: Pick<KeptModel, 'sha256'>): string {
  return `own-models/${sha256}.onnx`;
}

/**
 * A plugin's manifest with a person's own models among the options of the operations that they were added to, and
 * among the models that the plugin can open. Whatever draws panels and checks values goes by it.
 */
export function withOwnModels(manifest: PluginManifest, kept: readonly KeptModel[]): PluginManifest {
  const fitting = kept.filter(({ operation }) =>
    manifest.contributes.operations.some(({ id, ownModels }) => id === operation && ownModels),
  );
  if (fitting.length === 0) return manifest;
  const models = new Map(fitting.map((each) => [ownModelId(each), each]));
  const operations = manifest.contributes.operations.map((spec) => {
    const own = fitting.filter(({ operation }) => operation === spec.id);
    const { ownModels } = spec;
    if (!ownModels || own.length === 0) return spec;
    const options = own.map((each) => ({ value: ownModelId(each), label: asText(each.name) }));
    const params = spec.params.map((param) =>
      param.id === ownModels.param && param.type === 'choice'
        ? { ...param, options: [...param.options, ...options] }
        : param,
    );
    return { ...spec, params };
  });
  return {
    ...manifest,
    models: [
      ...manifest.models,
      ...[...models].map(([id, each]) => ({
        id,
        file: ownModelPath(each),
        ...each.model,
        license: 'unknown',
        attribution: each.name,
      })),
    ],
    contributes: { ...manifest.contributes, operations },
  };
}

function asText(name: string): LocalizedText {
  return { en: name.slice(0, 300) || 'Own model' };
}
