import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import { localize, parseManifest } from './manifest.ts';
import { tinyManifestJson } from './tiny-plugin.test-helper.ts';

type Json = ReturnType<typeof tinyManifestJson>;

/** The sentence with which a manifest is refused after a change; fails where it is accepted. */
function refusal(change: (json: Json) => unknown): string {
  const json = tinyManifestJson('blur');
  try {
    parseManifest(change(json) ?? json);
  } catch (error) {
    expect(error).toBeInstanceOf(KomaError);
    expect(error).toMatchObject({ code: 'PLUGIN_MANIFEST_INVALID' });
    return (error as KomaError).message;
  }
  throw new Error('the manifest was accepted');
}

const model = {
  id: 'net',
  file: 'models/net.onnx',
  bytes: 3,
  sha256: 'ab'.repeat(32),
  license: 'MIT',
  attribution: 'someone',
};
const choice = {
  id: 'mode',
  type: 'choice',
  label: { en: 'Mode' },
  default: 'a',
  options: [{ value: 'a', label: { en: 'A' } }],
};

describe('parseManifest', () => {
  it('accepts the manifest of the upscale plugin and of the smallest plugin', () => {
    const text = readFileSync(new URL('../../../plugin-upscale/koma-plugin.json', import.meta.url), 'utf8');
    expect(parseManifest(JSON.parse(text))).toMatchObject({ id: 'studio.koma.upscale', manifestVersion: 1 });
    expect(parseManifest(tinyManifestJson()).contributes.operations).toEqual([]);
    expect(
      parseManifest({ ...tinyManifestJson('blur'), models: [model], $schema: './schema.json' }).models[0],
    ).toEqual(model);
  });

  it('refuses what is not a manifest at all', () => {
    for (const json of [null, undefined, 7, 'text', [], {}]) {
      expect(() => parseManifest(json)).toThrow(/^This plugin's description file is not valid \(.+\)\.$/);
    }
  });

  it('refuses unknown keys, at the top and deep inside, naming them', () => {
    expect(refusal((json) => ({ ...json, postinstall: 'rm' }))).toMatch(/manifest: .*"postinstall"/);
    expect(refusal((json) => void Object.assign(json.contributes.operations[0]!, { shell: true }))).toMatch(
      /contributes\.operations\.0: .*"shell"/,
    );
    expect(refusal((json) => void Object.assign(json.name, { tlh: 'Qap' }))).toMatch(/^.*name: .*"tlh"/);
  });

  it('refuses another manifest version, and text without English', () => {
    expect(refusal((json) => ({ ...json, manifestVersion: 2 }))).toContain('manifestVersion');
    expect(refusal((json) => ({ ...json, name: { ja: '高解像度化' } }))).toContain('name.en');
  });

  it.each(['AB'.repeat(32), 'ab'.repeat(31), `${'ab'.repeat(31)}zz`, ''])(
    'refuses the checksum "%s"',
    (sha256) => {
      expect(refusal((json) => void json.models.push({ ...model, sha256 }))).toMatch(
        /models\.0\.sha256: a SHA-256 in lower-case hexadecimal/,
      );
    },
  );

  it.each([
    '../secret',
    'models/../../secret',
    '/etc/passwd',
    'C:\\net.onnx',
    'https://evil.test/x',
    'a//b',
    'a/',
    '',
  ])('refuses the path "%s", which could leave the plugin', (path) => {
    expect(refusal((json) => void json.models.push({ ...model, file: path }))).toMatch(
      /models\.0\.file: a path inside the plugin/,
    );
    expect(refusal((json) => ({ ...json, entry: path }))).toContain('entry: a path inside the plugin');
  });

  it('refuses a default that is not among the options', () => {
    const change = (json: Json) =>
      void json.contributes.operations[0]!.params.push({ ...choice, default: 'b' });
    expect(refusal(change)).toContain('the default of blur.mode is not one of its options');
    // The options of a choice are compared with their type: the text "1" is not the number 1.
    const typed = { ...choice, default: '1', options: [{ value: 1, label: { en: '1' } }] };
    expect(refusal((json) => void json.contributes.operations[0]!.params.push(typed))).toContain(
      'not one of its options',
    );
  });

  it('refuses a number whose default is out of range, or whose range is empty', () => {
    const number = { id: 'size', type: 'number', label: { en: 'Size' }, min: 1, max: 5 };
    const add = (param: object) =>
      refusal((json) => void json.contributes.operations[0]!.params.push({ ...number, ...param }));
    expect(add({ default: 6 })).toContain('the default of blur.size is outside its range');
    expect(add({ min: 6 })).toContain('blur.size has a minimum above its maximum');
  });

  it('refuses two parameters, two operations or two models with one name', () => {
    const twin = { id: 'amount', type: 'boolean', label: { en: 'Amount' }, default: true };
    expect(refusal((json) => void json.contributes.operations[0]!.params.push(twin))).toContain(
      'operation blur names a parameter twice',
    );
    expect(refusal(() => tinyManifestJson('blur', 'blur'))).toContain('two operations have the same id');
    expect(refusal((json) => void json.models.push(model, model))).toContain('two models have the same id');
  });

  it('refuses inputs and outputs that cannot be told apart, or that begin with no picture', () => {
    const picture = { name: 'image', type: 'image', label: { en: 'Picture' } };
    const with_ = (change: object) =>
      refusal((json) => void Object.assign(json.contributes.operations[0]!, change));
    expect(with_({ inputs: [picture, { ...picture, type: 'hints' }] })).toContain(
      'operation blur names an input twice',
    );
    expect(with_({ inputs: [picture, { ...picture, name: 'amount' }] })).toContain(
      'operation blur has an input and a parameter of one name',
    );
    const output = { name: 'image', type: 'layers' };
    expect(with_({ outputs: [output, output] })).toContain('operation blur names an output twice');
    for (const first of [
      { ...picture, type: 'hints' },
      { ...picture, optional: true },
    ])
      expect(with_({ inputs: [first] })).toContain('the first input of operation blur is not a picture');
  });

  it('takes an interactive operation with one input of strokes, and none other', () => {
    const strokes = (name: string) => ({ name, type: 'strokes', label: { en: 'Strokes' } });
    const change =
      (...more: unknown[]) =>
      (json: Json) => {
        const operation = json.contributes.operations[0]!;
        Object.assign(operation, { interactive: true, inputs: [...operation.inputs, ...more] });
      };
    const json = tinyManifestJson('blur');
    change(strokes('strokes'))(json);
    expect(parseManifest(json).contributes.operations[0]).toMatchObject({ interactive: true });
    for (const inputs of [[], [strokes('one'), strokes('two')]])
      expect(refusal(change(...inputs))).toContain(
        'the interactive operation blur does not have exactly one input of strokes',
      );
  });

  it('accepts stored answers to a tile and to tensors, and refuses those that would take long', () => {
    const add = (probe: object) => (json: Json) => void json.models.push({ ...model, probe });
    const values = [1, 2, 3, 4];
    const tensors = {
      inputs: { x: { dims: [1, 4, 64, 64] }, s: { dims: [1], value: 1 } },
      outputs: { y: values },
    };
    for (const probe of [{ size: 16, values }, tensors]) {
      const json = tinyManifestJson('blur');
      add(probe)(json);
      expect(parseManifest(json).models[0]!.probe).toEqual(probe);
    }
    for (const probe of [
      { size: 16 },
      { ...tensors, size: 16 },
      { ...tensors, inputs: { x: { dims: [4, 512, 512, 512] } } },
      { ...tensors, inputs: { x: { dims: [] } } },
      { ...tensors, outputs: { y: [1] } },
    ])
      expect(refusal(add(probe))).toContain('models.0.probe');
  });

  it('refuses names that every JavaScript object has', () => {
    for (const id of ['constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
      expect(refusal((json) => void (json.contributes.operations[0]!.id = id))).toContain('JavaScript');
    }
  });

  it('refuses conditions and groups that name a parameter that is not there', () => {
    const hidden = { ...choice, showIf: { param: 'ghost', is: ['x'] } };
    expect(refusal((json) => void json.contributes.operations[0]!.params.push(hidden))).toContain(
      'operation blur has no parameter ghost',
    );
    const group = {
      id: 'size',
      label: { en: 'Size' },
      members: [
        { label: { en: 'A' }, params: ['amount'] },
        { label: { en: 'B' }, params: ['spectre'] },
      ],
    };
    expect(refusal((json) => void json.contributes.operations[0]!.exclusive.push(group))).toContain(
      'operation blur has no parameter spectre',
    );
  });

  it('names at most the first three places that are wrong', () => {
    const message = refusal((json) => ({ ...json, version: 'new', author: '', license: '', entry: '..' }));
    expect(message.match(/;/g)).toHaveLength(2);
  });
});

describe('localize', () => {
  it('falls back to English', () => {
    expect(localize({ en: 'Upscale', ja: '高解像度化' }, 'ja')).toBe('高解像度化');
    expect(localize({ en: 'Upscale', ja: '高解像度化' }, 'zh-Hans')).toBe('Upscale');
  });
});
