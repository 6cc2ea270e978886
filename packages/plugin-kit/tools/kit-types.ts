import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { declaredTypes } from './declared-types.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** Where things are written. */
export const TYPES = at('template/koma.d.ts');
export const MANIFEST_SCHEMA = at('../../docs/plugins/manifest-1.schema.json');
export const REGISTRY_SCHEMA = at('../../docs/plugins/registry-1.schema.json');

const INTRODUCTION = `// Types of Koma Studio's plugin kit, for editors and type checkers; "koma-plugin create" writes this file.\n`;

/** The kit's types as one file of declarations that needs nothing else. */
export async function kitTypes(): Promise<string> {
  const kit = at('src/index.ts');
  const harness = at('src/harness/index.ts');
  const modules = declaredTypes([kit, harness]);
  const inKit = modules.get(kit)!;
  const known = new Set(inKit.map(({ name }) => name));
  const own = modules.get(harness)!.filter(({ name }) => !known.has(name));
  const borrowed = modules
    .get(harness)!
    .map(({ name }) => name)
    .filter((name) => known.has(name));
  const text = [
    INTRODUCTION,
    `declare module '@koma/plugin-kit' {`,
    ...inKit.map((each) => `${each.text}\n`),
    '}',
    `declare module '@koma/plugin-kit/harness' {`,
    `import type { ${borrowed.join(', ')} } from '@koma/plugin-kit';`,
    ...own.map((each) => `${each.text}\n`),
    '}',
  ].join('\n');
  const options = await prettier.resolveConfig(TYPES);
  return prettier.format(text, { ...options, parser: 'typescript' });
}
