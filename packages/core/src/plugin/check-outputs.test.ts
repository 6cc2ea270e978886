import { describe, expect, it } from 'vitest';
import { checkOutputs, imageOutput, maskOutput } from './check-outputs.ts';
import { asFile } from './file-output.ts';
import { parseManifest } from './manifest.ts';
import type { OperationOutputs } from './protocol.ts';
import { findOperation } from './find-contribution.ts';
import {
  countingImage,
  tinyManifest,
  tinyManifestJson,
  twoInputsManifest,
} from './tiny-plugin.test-helper.ts';

const spec = findOperation(tinyManifest('work'), 'work');
const layered = findOperation(twoInputsManifest(), 'tint');
const good = countingImage();
const layer = { name: { en: 'One' }, image: good, x: -3, y: 0, blendMode: 'multiply', role: 'line-art' };
const layers = { width: 2, height: 2, layers: [layer] };

describe('checkOutputs', () => {
  it('returns the promised pictures and nothing else', () => {
    const extra = { image: good, diary: { secret: 1 } } as unknown as OperationOutputs;
    expect(checkOutputs(spec, extra)).toEqual({ image: good });
  });

  it('refuses whatever is not a picture of its own size', () => {
    const wrong: unknown[] = [
      undefined,
      null,
      7,
      {},
      { image: undefined },
      { image: null },
      { image: 'picture' },
      { picture: good },
      { image: { ...good, width: 3 } },
      { image: { ...good, width: 0, height: 0, data: new Uint8ClampedArray(0) } },
      { image: { ...good, width: -2, height: -2 } },
      { image: { ...good, width: 0.5, height: 8 } },
      { image: { ...good, width: '2' } },
      { image: { ...good, width: NaN } },
      { image: { ...good, data: [...good.data] } },
      { image: { ...good, data: new Uint8Array(16) } },
      { image: { width: 2, height: 2 } },
      { image: layers },
    ];
    for (const outputs of wrong) {
      expect(() => checkOutputs(spec, outputs as OperationOutputs)).toThrow(
        'Do work returned no valid "image".',
      );
    }
  });

  it('takes layers, and leaves out what nobody asked for', () => {
    const outputs = { image: good, layers } as OperationOutputs;
    expect(checkOutputs(layered, outputs)).toEqual({ image: good, layers });
    expect(checkOutputs(layered, outputs, ['layers'])).toEqual({ layers });
    expect(checkOutputs(layered, { image: good }, ['image'])).toEqual({ image: good });
    expect(() => checkOutputs(layered, { image: good })).toThrow('Tint returned no valid "layers".');
  });

  it('refuses layers that could not enter a document', () => {
    const wrong: unknown[] = [
      null,
      [layer],
      good,
      { ...layers, width: 0 },
      { ...layers, layers: [] },
      { ...layers, layers: { length: 1, 0: layer } },
      { ...layers, layers: Array.from({ length: 1001 }, () => layer) },
      ...[
        null,
        { ...layer, name: 'One' },
        { ...layer, name: { ja: '一' } },
        { ...layer, image: undefined },
        { ...layer, x: 0.5 },
        { ...layer, y: Infinity },
        { ...layer, blendMode: 'dissolve' },
        { ...layer, role: 'boss' },
      ].map((bad) => ({ ...layers, layers: [layer, bad] })),
    ];
    for (const value of wrong)
      expect(() => checkOutputs(layered, { layers: value } as OperationOutputs, ['layers'])).toThrow(
        'Tint returned no valid "layers".',
      );
  });
});

describe('checkOutputs, of masks', () => {
  const data = Uint8Array.of(0, 9, 255, 0);
  const mask = { width: 2, height: 2, data };
  const masks = { width: 2, height: 2, masks: [{ name: 'hair', data: data.slice() }] };
  const json = tinyManifestJson('cut');
  const operation = {
    ...json.contributes.operations[0]!,
    outputs: [
      { name: 'mask', type: 'mask' },
      { name: 'masks', type: 'masks' },
    ],
  };
  const cut = findOperation(parseManifest({ ...json, contributes: { operations: [operation] } }), 'cut');

  it('takes masks, of no name too', () => {
    const outputs = { mask, masks };
    expect(checkOutputs(cut, outputs)).toEqual(outputs);
    expect(checkOutputs(cut, { masks: { ...masks, masks: [] } }, ['masks'])).toEqual({
      masks: { ...masks, masks: [] },
    });
    expect(maskOutput(outputs, 'mask')).toBe(mask);
    for (const name of ['masks', 'ghost'])
      expect(() => maskOutput(outputs, name)).toThrow(`returned no mask "${name}"`);
    expect(() => maskOutput({ mask: good }, 'mask')).toThrow('returned no mask');
    expect(() => imageOutput(outputs, 'mask')).toThrow('returned no picture');
  });

  it('refuses masks of another size, of other numbers and of one name', () => {
    const wrong: unknown[] = [
      null,
      good,
      { ...mask, width: 3 },
      { ...mask, width: 0, height: 0, data: new Uint8Array() },
      { ...mask, data: [...data] },
      { ...mask, data: new Uint8ClampedArray(4) },
    ];
    for (const value of wrong)
      expect(() => checkOutputs(cut, { mask: value } as OperationOutputs, ['mask'])).toThrow('"mask"');
    const bad: unknown[] = [
      null,
      mask,
      { ...masks, height: 1 },
      { ...masks, masks: [null] },
      { ...masks, masks: [{ name: 7, data }] },
      { ...masks, masks: [masks.masks[0], masks.masks[0]] },
      { ...masks, masks: { length: 0 } },
    ];
    for (const value of bad)
      expect(() => checkOutputs(cut, { masks: value } as OperationOutputs, ['masks'])).toThrow('"masks"');
  });
});

describe('imageOutput', () => {
  it('gives the picture of a name, and nothing that is none', () => {
    const outputs = { image: good, layers } as OperationOutputs;
    expect(imageOutput(outputs, 'image')).toBe(good);
    for (const name of ['layers', 'ghost'])
      expect(() => imageOutput(outputs, name)).toThrow(`returned no picture "${name}"`);
  });
});

describe('checkOutputs, of what is read and saved', () => {
  const json = tinyManifestJson('say');
  const outputs = ['text', 'palette', 'file'].map((type) => ({ name: type, type }));
  const operation = { ...json.contributes.operations[0]!, outputs, placement: [] };
  const say = findOperation(parseManifest({ ...json, contributes: { operations: [operation] } }), 'say');
  const good = {
    text: { text: 'words\nin lines' },
    palette: { colors: ['#000000', '#FFaa00'] },
    file: { name: 'a palette.gpl', mediaType: 'text/plain', bytes: Uint8Array.of(1, 2) },
  };
  const refused = (change: object) => () => checkOutputs(say, { ...good, ...change } as OperationOutputs);

  it('takes them, and nothing that is added', () => {
    expect(checkOutputs(say, good)).toEqual(good);
    const more = {
      text: { ...good.text, html: '<b>' },
      palette: { ...good.palette, x: 1 },
      file: { ...good.file, run: 1 },
    };
    expect(checkOutputs(say, more)).toEqual(good);
  });

  it('refuses long texts, odd colours and what is something else', () => {
    expect(refused({ text: { text: 'x'.repeat(10_000) } })).not.toThrow();
    for (const text of [null, 'words', { text: 7 }, { text: 'x'.repeat(10_001) }, {}])
      expect(refused({ text })).toThrow('no valid "text"');
    const colors = Array.from({ length: 257 }, () => '#000000');
    for (const palette of [
      null,
      [],
      { colors: [] },
      { colors: ['red'] },
      { colors: [7] },
      { colors },
      { colors: 'x' },
    ])
      expect(refused({ palette })).toThrow('no valid "palette"');
  });

  it('refuses file names that lead elsewhere, hide what they are or run, on any system', () => {
    const named = (name: unknown) => refused({ file: { ...good.file, name } });
    for (const name of ['sheet.png', '線画 1.psd', 'a.b.json', 'LICENSE.txt', `${'x'.repeat(96)}.txt`])
      expect(named(name), name).not.toThrow();
    for (const name of [
      '../up.png',
      'a/b.png',
      'a\\b.png',
      'C:a.png',
      '.png',
      'png',
      'a.png ',
      'a.png.',
      ' a.png',
      'con.png',
      'NUL.txt',
      'a\u0000.png',
      'gnp.exe\u202e.png',
      'evil.exe',
      'evil.PNG.HTML',
      'evil.svg',
      'evil.desktop',
      `${'x'.repeat(97)}.txt`,
      'a?.png',
      7,
      '',
    ])
      expect(named(name), String(name)).toThrow('no valid "file"');
  });

  it('refuses files of no media type, without bytes, or of another kind than the exporter makes', () => {
    for (const change of [
      { mediaType: 'png' },
      { mediaType: 'text/html; x' },
      { bytes: [1] },
      { bytes: undefined },
    ])
      expect(refused({ file: { ...good.file, ...change } })).toThrow('no valid "file"');
    expect(asFile(good.file, 'gpl')).toEqual(good.file);
    expect(asFile(good.file, 'png')).toBeUndefined();
  });
});
