import { KomaError } from '../errors.ts';
import type { GeneratorSpec } from './generator-manifest.ts';
import type { ExporterSpec, OperationSpec, PluginManifest } from './manifest.ts';

/** The description of an operation. @throws KomaError `PLUGIN_FAILED` */
export function findOperation(manifest: PluginManifest, id: string): OperationSpec {
  const spec = manifest.contributes.operations.find((operation) => operation.id === id);
  if (!spec)
    throw new KomaError('PLUGIN_FAILED', `${manifest.name.en} has no operation "${id}".`, { reason: id });
  return spec;
}

/** The description of an operation that has an interactive form. @throws KomaError `PLUGIN_FAILED` */
export function findInteractive(manifest: PluginManifest, id: string): OperationSpec {
  const spec = findOperation(manifest, id);
  if (spec.interactive === true) return spec;
  throw new KomaError('PLUGIN_FAILED', `${spec.title.en} is not interactive.`, { reason: id });
}

/** The description of an exporter. @throws KomaError `PLUGIN_FAILED` */
export function findExporter(manifest: PluginManifest, id: string): ExporterSpec {
  const spec = manifest.contributes.exporters?.find((exporter) => exporter.id === id);
  if (!spec)
    throw new KomaError('PLUGIN_FAILED', `${manifest.name.en} has no exporter "${id}".`, { reason: id });
  return spec;
}

/** The description of a generator. @throws KomaError `PLUGIN_FAILED` */
export function findGenerator(manifest: PluginManifest, id: string): GeneratorSpec {
  const spec = manifest.contributes.generators?.find((generator) => generator.id === id);
  if (!spec)
    throw new KomaError('PLUGIN_FAILED', `${manifest.name.en} has no generator "${id}".`, { reason: id });
  return spec;
}
