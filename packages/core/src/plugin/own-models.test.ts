import { expect, it } from 'vitest';
import { parseManifest } from './manifest.ts';
import { ownModelId, ownModelPath, withOwnModels } from './own-models.ts';
import { resolveParams } from './params.ts';
import { tinyManifestJson } from './tiny-plugin.test-helper.ts';

const json = tinyManifestJson('grow', 'other');
const model = {
  id: 'model',
  type: 'choice',
  label: { en: 'Model' },
  options: [{ value: 'fast', label: { en: 'Fast' } }],
  default: 'fast',
};
for (const operation of json.contributes.operations) operation.params.push(model);
Object.assign(json.contributes.operations[0]!, { ownModels: { param: 'model', signature: 'upscaler' } });
const manifest = parseManifest(json);
const kept = {
  operation: 'grow',
  name: 'My model',
  sha256: 'ab'.repeat(32),
  model: { sha256: 'cd'.repeat(32), bytes: 12 },
};

it('a kept model is an option of its operation and a model of the plugin', () => {
  const own = withOwnModels(manifest, [kept]);
  const [grow, other] = own.contributes.operations;
  expect(ownModelId(kept)).toBe('own-abababababab');
  expect(resolveParams(grow!, { model: 'own-abababababab' })).toMatchObject({ model: 'own-abababababab' });
  expect(() => resolveParams(other!, { model: 'own-abababababab' })).toThrow('Model can be fast');
  expect(() => resolveParams(manifest.contributes.operations[0]!, { model: 'own-abababababab' })).toThrow(
    'Model',
  );
  expect(own.models).toMatchObject([
    { id: 'own-abababababab', file: ownModelPath(kept), bytes: 12, sha256: 'cd'.repeat(32) },
  ]);
  // Still a manifest that Koma takes, and the one before is as it was.
  expect(parseManifest(own)).toEqual(own);
  expect(manifest.models).toEqual([]);
});

it('a model that was kept for an operation that is gone, or takes none any more, is left out', () => {
  expect(
    withOwnModels(manifest, [
      { ...kept, operation: 'gone' },
      { ...kept, operation: 'other' },
    ]),
  ).toBe(manifest);
});
