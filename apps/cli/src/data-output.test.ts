import { expect, test } from 'vitest';
import { parseManifest, type OperationOutputs, type OperationSpec } from '@koma/core/plugin';
import { dataExtension, dataOutputs, encodeData, mainData } from './data-output.ts';

const label = { en: 'Label' };
const operation = (...types: string[]): OperationSpec => {
  const enters = types.some((type) => ['image', 'layers', 'mask', 'masks'].includes(type));
  const spec = {
    id: 'work',
    title: label,
    summary: label,
    inputs: [{ name: 'picture', type: 'image', label }],
    outputs: types.map((type) => ({ name: `${type}Made`, type })),
    placement: enters ? ['new-layer'] : [],
    params: [],
  };
  return parseManifest({
    manifestVersion: 1,
    id: 'org.example.work',
    version: '1.0.0',
    engines: { koma: '*' },
    name: label,
    description: label,
    author: 'A',
    license: 'MIT',
    entry: 'main.js',
    permissions: ['layer:read', 'layer:write'],
    models: [],
    contributes: { operations: [spec] },
  }).contributes.operations[0]!;
};

test('an operation without pictures is run for its first text, palette or file', () => {
  expect(mainData(operation('palette', 'text'))?.name).toBe('paletteMade');
  expect(mainData(operation('text', 'image'))).toBeUndefined();
  expect(mainData(operation('text', 'layers'))).toBeUndefined();
  expect(dataOutputs(operation('image', 'text', 'file')).map(({ type }) => type)).toEqual(['text', 'file']);
  expect(operation('text', 'palette', 'file').outputs.map(dataExtension)).toEqual(['txt', 'json', undefined]);
});

test('texts end in a line feed, palettes are what --palette reads, files are as they are', () => {
  const bytes = new Uint8Array([0, 255]);
  const results: OperationOutputs = {
    textMade: { text: '漫画' },
    paletteMade: { colors: ['#112233'] },
    fileMade: { name: 'a.bin', mediaType: 'application/octet-stream', bytes },
  };
  const [text, palette, file] = operation('text', 'palette', 'file').outputs;
  expect(new TextDecoder().decode(encodeData(results, text!))).toBe('漫画\n');
  expect(JSON.parse(new TextDecoder().decode(encodeData(results, palette!)))).toEqual({
    colors: ['#112233'],
  });
  expect(encodeData(results, file!)).toBe(bytes);
});
