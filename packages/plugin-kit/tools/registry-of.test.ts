import { readPackage, sha256Of } from '@koma/core/package';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { packPlugin } from '../src/pack/index.ts';
import { registryOf } from './registry-of.ts';

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../examples/plugins/${name}`, import.meta.url));

it('registryOf lists packages as they are', async () => {
  const packed = await Promise.all(['screentone', 'contact-sheet'].map((name) => packPlugin(example(name))));
  const { registry, files } = registryOf({ en: 'Two' }, packed);
  expect(registry.plugins.map(({ id }) => id)).toEqual([
    'dev.koma-examples.screentone',
    'dev.koma-examples.contact-sheet',
  ]);
  for (const entry of registry.plugins) {
    const bytes = files.get(entry.url)!;
    expect([await sha256Of(bytes), bytes.length]).toEqual([entry.sha256, entry.bytes]);
    expect((await readPackage(bytes)).manifest.permissions).toEqual(entry.permissions);
  }
  expect(() => registryOf({ en: 'Twice' }, [packed[0]!, packed[0]!])).toThrow('twice');
});
