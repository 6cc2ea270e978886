/**
 * Writes template/koma.d.ts, docs/plugins/manifest-1.schema.json and docs/plugins/registry-1.schema.json anew; a test
 * says when that is due. `node packages/plugin-kit/tools/write-types.ts`, then prettier.
 */
import { writeFileSync } from 'node:fs';
import { registryJsonSchema } from '@koma/core/package';
import { manifestJsonSchema } from '@koma/core/plugin';
import { kitTypes, REGISTRY_SCHEMA, MANIFEST_SCHEMA, TYPES } from './kit-types.ts';

writeFileSync(TYPES, await kitTypes());
for (const [path, schema] of [
  [MANIFEST_SCHEMA, manifestJsonSchema()],
  [REGISTRY_SCHEMA, registryJsonSchema()],
] as const)
  writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
