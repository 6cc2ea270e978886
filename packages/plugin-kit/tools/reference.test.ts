import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { expect, it } from 'vitest';
import { manifestJsonSchema } from '@koma/core/plugin';
import { TYPES } from './kit-types.ts';
import { reference, unexplained } from './reference.ts';

const docs = (name: string): string =>
  fileURLToPath(new URL(`../../../docs/plugins/${name}`, import.meta.url));
const types = readFileSync(TYPES, 'utf8');

it('the reference in docs/plugins is made from the types as they are', async () => {
  const options = await prettier.resolveConfig(docs('reference.md'));
  const wanted = await prettier.format(reference(types), { ...options, parser: 'markdown' });
  expect(
    readFileSync(docs('reference.md'), 'utf8'),
    'run "node packages/plugin-kit/tools/write-reference.ts"',
  ).toBe(wanted);
});

it('explains everything that the kit itself exports', () => {
  const exported = [
    ...readFileSync(fileURLToPath(new URL('../src/index.ts', import.meta.url)), 'utf8').matchAll(
      /\{([^}]*)\}/g,
    ),
  ]
    .flatMap(([, names]) => names!.split(','))
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => name !== '');
  expect(exported.length).toBeGreaterThan(50);
  expect(exported.filter((name) => unexplained(types).includes(name))).toEqual([]);
});

/** The names of all fields in a JSON Schema. */
function fieldsOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(schema)) for (const part of schema) fieldsOf(part, found);
  else if (typeof schema === 'object' && schema !== null)
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) found.add(name);
      fieldsOf(value, found);
    }
  return found;
}

it('the page about the manifest names every field that there is', () => {
  const page = readFileSync(docs('manifest.md'), 'utf8');
  const fields = [...fieldsOf(manifestJsonSchema())];
  expect(fields.length).toBeGreaterThan(60);
  expect(fields.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`"${name}"`))).toEqual([]);
});
