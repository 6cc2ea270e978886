import { z } from 'zod';
import { attribute, generator, generatorIssues } from './generator-manifest.ts';
import { command, contributionIssues, exporter, tool } from './manifest-contributions.ts';
import {
  hasTwins,
  httpsUrl,
  localizedText,
  pluginId,
  relativePath,
  semanticVersion,
  sha256Hex,
  shownText,
} from './manifest-fields.ts';
import { model } from './manifest-models.ts';
import { operation, operationIssues } from './manifest-operation.ts';
import { param } from './manifest-params.ts';
import { network, permissionIssues, PERMISSIONS } from './manifest-permissions.ts';

/** The schema of `koma-plugin.json`, manifest version 1. Unknown keys are refused. */
export const manifestSchema = z
  .strictObject({
    $schema: z.string().optional(),
    manifestVersion: z.literal(1),
    id: pluginId,
    version: semanticVersion,
    /** The range of Koma versions that it works with (node-semver), e.g. `^0.1.0`. */
    engines: z.strictObject({ koma: z.string().min(1).max(100) }),
    name: localizedText,
    description: localizedText,
    author: shownText(200),
    license: shownText(200),
    homepage: httpsUrl.optional(),
    /** A square PNG of 16 to 512 pixels a side. */
    icon: relativePath.regex(/\.png$/, 'a PNG').optional(),
    /** In a source folder the module that exports the plugin; in a package the script made of it. */
    entry: relativePath,
    permissions: z.array(z.enum(PERMISSIONS)),
    network: network.optional(),
    models: z.array(model),
    /** SHA-256 of every file of a package but `koma-plugin.json` and `signature.json`; `koma-plugin pack` writes it. */
    files: z.record(relativePath, sha256Hex).optional(),
    contributes: z.strictObject({
      operations: z.array(operation),
      generators: z.array(generator).optional(),
      tools: z.array(tool).optional(),
      commands: z.array(command).optional(),
      exporters: z.array(exporter).optional(),
    }),
  })
  .superRefine((value, context) => {
    const { operations, generators = [] } = value.contributes;
    const issues = [
      ...(hasTwins(value.models.map((spec) => spec.id)) ? ['two models have the same id'] : []),
      ...generatorIssues(generators),
      ...operationIssues(operations),
      ...contributionIssues(value.contributes),
      ...permissionIssues(value),
    ];
    for (const issue of issues) context.addIssue(issue);
  });

/** The JSON Schema (draft 2020-12) of `koma-plugin.json`, for editors and other tools; see docs/plugins. */
export function manifestJsonSchema(): Record<string, unknown> {
  // A registry of its own: the global one takes every name once, and modules may be loaded anew while developing.
  const metadata = z.registry<{ id: string }>();
  const named = {
    localizedText,
    param,
    operation,
    generator,
    attribute,
    model,
    tool,
    command,
    exporter,
    network,
  };
  for (const [id, schema] of Object.entries(named)) metadata.add(schema, { id });
  return {
    ...z.toJSONSchema(manifestSchema, { io: 'input', metadata }),
    title: 'Koma Studio plugin manifest, version 1',
  };
}
