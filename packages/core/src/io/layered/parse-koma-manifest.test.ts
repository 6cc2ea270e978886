import { expect, it } from 'vitest';
import { KOMA_FORMAT_VERSION } from './koma-manifest.ts';
import { parseKomaManifest } from './parse-koma-manifest.ts';

const picture = { file: 'layers/1.png', width: 2, height: 3, bytes: 80, sha256: 'a'.repeat(64) };
const properties = {
  id: 'a',
  name: '線画',
  visible: true,
  opacity: 1,
  blendMode: 'normal',
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
};
const layer = { ...properties, kind: 'layer', role: 'none', colourMode: 'colour', x: 0, y: 0 };
const group = {
  ...properties,
  id: 'g',
  kind: 'group',
  blendMode: 'pass-through',
  expanded: true,
  children: [],
};
const manifest = { formatVersion: 1, name: 'page', width: 9, height: 9, dpi: 350, nodes: [layer], kept: [] };

const parse = (json: unknown) => parseKomaManifest(JSON.stringify(json), 'page.koma');
const nested = (depth: number): unknown =>
  depth === 0 ? layer : { ...group, id: `g${depth}`, children: [nested(depth - 1)] };

it('takes the smallest and the fullest manifest as they are', () => {
  const recipe = {
    plugin: 'studio.koma.upscale',
    pluginVersion: '0.1.0',
    operation: 'upscale',
    params: { scale: 2, noise: 'off', exact: false },
    seed: 7,
    inputs: { image: { kept: 'source' } },
    placement: 'new-layer',
  };
  const mask = { picture: { ...picture, file: 'masks/2.png' }, x: -4, y: 5, enabled: true, outside: 255 };
  const original = {
    picture: { ...picture, file: 'originals/3.png' },
    frame: { x: -1, y: 2, width: 3, height: 4 },
  };
  const origin = { format: 'jpeg', lossless: false, jpegQuality: 75 };
  const full = { ...layer, mask, picture, recipe, original, origin, reference: true };
  const kept = [{ key: 'source', picture: { ...picture, file: 'kept/4.png' }, origin }];
  for (const json of [manifest, { ...manifest, nodes: [{ ...group, children: [full] }], kept }])
    expect(parse(json)).toEqual(json);
});

it('says that a project of a later format needs a newer Koma, whatever else is in it', () => {
  expect(() => parse({ formatVersion: KOMA_FORMAT_VERSION + 1, tracks: [] })).toThrow(
    expect.objectContaining({
      code: 'PROJECT_TOO_NEW',
      message: expect.stringMatching(/^"page\.koma" was saved by a newer version of Koma/),
      details: { name: 'page.koma', version: KOMA_FORMAT_VERSION + 1, supported: KOMA_FORMAT_VERSION },
    }),
  );
});

it('takes 64 groups in each other and refuses one more, and a hundred thousand', () => {
  expect(() => parse({ ...manifest, nodes: [nested(64)] })).not.toThrow();
  expect(() => parse({ ...manifest, nodes: [nested(65)] })).toThrow(
    expect.objectContaining({ code: 'FILE_DAMAGED' }),
  );
  const open = '{"kind":"group","children":[';
  const text = `{"formatVersion":1,"nodes":[${open.repeat(1e5)}${']}'.repeat(1e5)}]}`;
  expect(() => parseKomaManifest(text)).toThrow(expect.objectContaining({ code: 'FILE_DAMAGED' }));
});

const named = (file: string) => ({ ...manifest, nodes: [{ ...layer, picture: { ...picture, file } }] });

it.each([
  ['no JSON', 'not JSON', '{'],
  ['no object', 'no version', 'null'],
  ['no version', 'no version', '{}'],
  ['a version that is none', 'no version', '{"formatVersion":0}'],
])('refuses %s', (_, reason, text) => {
  expect(() => parseKomaManifest(text)).toThrow(
    expect.objectContaining({ code: 'FILE_DAMAGED', message: expect.stringContaining(reason) }),
  );
});

it.each([
  ['an unknown key', { ...manifest, plugins: [] }],
  ['an unknown key of a layer', { ...manifest, nodes: [{ ...layer, evil: 1 }] }],
  ['an unknown kind of layer', { ...manifest, nodes: [{ ...layer, kind: 'text' }] }],
  ['an unknown blend mode', { ...manifest, nodes: [{ ...layer, blendMode: 'glow' }] }],
  ['a layer that passes through', { ...manifest, nodes: [{ ...layer, blendMode: 'pass-through' }] }],
  ['too much opacity', { ...manifest, nodes: [{ ...layer, opacity: 1.01 }] }],
  ['half a pixel', { ...manifest, nodes: [{ ...layer, x: 0.5 }] }],
  ['a coordinate beyond all bounds', { ...manifest, nodes: [{ ...layer, y: 2 ** 40 }] }],
  ['no canvas', { ...manifest, width: 0 }],
  ['no resolution', { ...manifest, dpi: 0 }],
  ['two layers of one id', { ...manifest, nodes: [layer, { ...group, children: [layer] }] }],
  ['a group with the id of a layer', { ...manifest, nodes: [layer, { ...group, id: 'a' }] }],
  [
    'a picture that is used twice',
    {
      ...manifest,
      nodes: [
        { ...layer, picture },
        { ...layer, id: 'b', picture },
      ],
    },
  ],
  [
    'two kept pictures of one key',
    {
      ...manifest,
      kept: [
        { key: 'k', picture },
        { key: 'k', picture: { ...picture, file: 'kept/2.png' } },
      ],
    },
  ],
  ['a way out of the archive', named('../layers/1.png')],
  ['a way out in the middle', named('layers/../../1.png')],
  ['an absolute path', named('/etc/passwd')],
  ["another system's path", named('layers\\1.png')],
  ['the manifest as a picture', named('manifest.json')],
])('refuses %s', (_, json) => {
  expect(() => parse(json)).toThrow(
    expect.objectContaining({ code: 'FILE_DAMAGED', message: expect.stringContaining('manifest.json') }),
  );
});
