import { createImage, type RasterImage } from '../raster/index.ts';
import { parseManifest, type PluginManifest } from './manifest.ts';

const image = { name: 'image', type: 'image', label: { en: 'Picture' } };

/** A complete `koma-plugin.json` with one operation for each id. Tests only. */
export function tinyManifestJson(...operations: string[]) {
  return {
    manifestVersion: 1,
    id: 'studio.koma.tiny',
    version: '1.0.0',
    engines: { koma: '^0.1.0' },
    name: { en: 'Tiny' },
    description: { en: 'A plugin for tests.' },
    author: 'Koma Studio',
    license: 'MIT',
    entry: 'src/index.ts',
    permissions: ['layer:read', 'layer:write'],
    models: [] as Record<string, unknown>[],
    contributes: {
      operations: operations.map((id) => ({
        id,
        title: { en: `Do ${id}` },
        summary: { en: `Does ${id}.` },
        inputs: [image],
        outputs: [{ name: 'image', type: 'image' }],
        placement: ['new-layer'],
        params: [
          { id: 'amount', type: 'number', label: { en: 'Amount' }, min: 0, max: 10, default: 3 },
        ] as Record<string, unknown>[],
        exclusive: [] as Record<string, unknown>[],
      })),
    },
  };
}

/** A manifest with the operation `tint` of two pictures and hints, which gives a picture or layers. Tests only. */
export function twoInputsManifest(): PluginManifest {
  const json = tinyManifestJson('tint');
  const operation = {
    ...json.contributes.operations[0]!,
    title: { en: 'Tint' },
    inputs: [
      { name: 'sketch', type: 'image', label: { en: 'Sketch' } },
      { name: 'style', type: 'image', label: { en: 'Style' } },
      { name: 'hints', type: 'hints', label: { en: 'Hints' }, optional: true },
      { name: 'palette', type: 'palette', label: { en: 'Palette' }, optional: true },
    ],
    outputs: [
      { name: 'image', type: 'image' },
      { name: 'layers', type: 'layers' },
    ],
  };
  return parseManifest({ ...json, contributes: { operations: [operation] } });
}

/** {@link tinyManifestJson}, parsed. Tests only. */
export function tinyManifest(...operations: string[]): PluginManifest {
  return parseManifest(tinyManifestJson(...operations));
}

/** A picture with bytes 1, 2, 3, ... Tests only. */
export function countingImage(width = 2, height = 2): RasterImage {
  const result = createImage(width, height);
  for (let i = 0; i < result.data.length; i++) result.data[i] = i + 1;
  return result;
}

/** The description of a generator as a manifest has it. Tests only. */
export function tinyGeneratorJson() {
  return {
    id: 'doodle',
    title: { en: 'Doodles' },
    summary: { en: 'Draws doodles.' },
    engine: { id: 'tiny', title: { en: 'Tiny' } },
    groups: [
      { id: 'shape', label: { en: 'Shape' } },
      { id: 'colours', label: { en: 'Colours' } },
    ],
    attributes: [
      {
        id: 'kind',
        group: 'shape',
        type: 'choice',
        label: { en: 'Kind' },
        options: [
          { value: 'dot', label: { en: 'Dot' } },
          { value: 'line', label: { en: 'Line' } },
        ],
      },
      { id: 'width', group: 'shape', type: 'number', label: { en: 'Width' }, min: 0, max: 4, step: 0.5 },
      { id: 'filled', group: 'shape', type: 'boolean', label: { en: 'Filled' } },
      {
        id: 'ink',
        group: 'colours',
        type: 'colour',
        label: { en: 'Ink' },
        options: [{ value: 'black', label: { en: 'Black' }, swatch: '#000000' }],
        custom: true,
      },
      { id: 'wobble', group: 'shape', type: 'hidden', label: { en: 'Wobble' } },
    ] as Record<string, unknown>[],
    wizard: [{ id: 'one', title: { en: 'One' }, groups: ['shape'], vary: ['shape'] }],
    poses: { attribute: 'kind', label: { en: 'Kind' } },
    identity: ['colours'],
    pose: ['shape'],
    size: { min: 16, max: 512, default: 256 },
    widgets: ['grid', 'attributes'],
  };
}

/** A manifest whose only contribution is the generator `doodle`. Tests only. */
export function generatorManifest(generator: unknown = tinyGeneratorJson()): PluginManifest {
  return parseManifest({ ...tinyManifestJson(), contributes: { operations: [], generators: [generator] } });
}

/** Complete options of the generator `doodle`. Tests only. */
export const doodle = { seed: 7, kind: 'dot', width: 1.5, filled: true, ink: '#112233' } as const;
