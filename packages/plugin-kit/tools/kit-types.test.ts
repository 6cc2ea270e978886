import { readFileSync } from 'node:fs';
import { registryJsonSchema } from '@koma/core/package';
import { manifestJsonSchema } from '@koma/core/plugin';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { kitTypes, MANIFEST_SCHEMA, REGISTRY_SCHEMA, TYPES } from './kit-types.ts';

const DUE = 'run "node packages/plugin-kit/tools/write-types.ts"';

it("the template's types are those of the kit, and complete", async () => {
  expect(readFileSync(TYPES, 'utf8'), DUE).toBe(await kitTypes());
  const program = ts.createProgram([TYPES], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts'],
    types: [],
    skipDefaultLibCheck: true,
  });
  const wrong = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName === TYPES);
  expect(wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
}, 30_000);

it.each([
  [MANIFEST_SCHEMA, manifestJsonSchema()],
  [REGISTRY_SCHEMA, registryJsonSchema()],
])('the schema %s is that of the code', (path, schema) => {
  expect(JSON.parse(readFileSync(path, 'utf8')), DUE).toEqual(schema);
});
