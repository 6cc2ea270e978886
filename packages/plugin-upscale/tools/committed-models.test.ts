import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ModelIndexEntry } from './convert-waifu2x.ts';
import { MODEL_SET } from './model-set.ts';
import { decodeModel, encodeModel } from '@koma/core/onnx';
import { makeProbe } from './probe.ts';
import { upscaleFolder } from './testing/paths.ts';

const manifest = JSON.parse(readFileSync(join(upscaleFolder, 'koma-plugin.json'), 'utf8')) as {
  models: ModelIndexEntry[];
};
const index = manifest.models;

test('the manifest lists the model set, and nothing else lies in the folder', () => {
  expect(index.map((entry) => entry.id)).toEqual(MODEL_SET.map((spec) => spec.id));
  const files = readdirSync(join(upscaleFolder, 'models')).filter((name) => name.endsWith('.onnx'));
  expect(files.map((name) => `models/${name}`).sort()).toEqual(index.map((entry) => entry.file).sort());
});

describe.each(MODEL_SET)('$id', (spec) => {
  const entry = index.find(({ id }) => id === spec.id)!;
  const bytes = new Uint8Array(readFileSync(join(upscaleFolder, entry.file)));

  test('is the file that the manifest describes', () => {
    expect(bytes.length).toBe(entry.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(entry.sha256);
  });

  test('carries its licence and is what the reader and the writer agree on', () => {
    const model = decodeModel(bytes);
    expect(model).toMatchObject({ irVersion: 8, opsets: [{ domain: '', version: 13 }] });
    expect(model.metadata).toMatchObject({ license: 'MIT', attribution: entry.attribution });
    expect(encodeModel(model)).toEqual(bytes);
  });

  test('gives the stored answer to the probe', async () => {
    const { size, values } = await makeProbe(bytes, spec.context);
    expect(size).toBe(entry.probe.size);
    expect(values).toHaveLength(16);
    values.forEach((value, i) => expect(value).toBeCloseTo(entry.probe.values[i]!, 4));
  });
});
