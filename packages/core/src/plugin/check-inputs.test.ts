import { describe, expect, it } from 'vitest';
import { checkInputs, parseHints, parsePalette } from './check-inputs.ts';
import { parseManifest } from './manifest.ts';
import type { OperationInputs } from './protocol.ts';
import { findOperation } from './find-contribution.ts';
import { interactiveManifest } from './tiny-session.test-helper.ts';
import { countingImage, tinyManifestJson, twoInputsManifest } from './tiny-plugin.test-helper.ts';

const spec = findOperation(twoInputsManifest(), 'tint');
const image = { image: countingImage() };
const hint = { x: 1.5, y: -2, radius: 3, color: '#Ff8800' };

describe('parseHints', () => {
  it('takes hints as files hold them', () => {
    for (const hints of [[], [hint], [hint, { ...hint, x: 9 }]])
      expect(parseHints({ hints })).toEqual({ hints });
  });

  it.each<[unknown, string]>([
    [null, 'hints: '],
    [[hint], 'hints: '],
    [{}, 'hints: '],
    [{ hints: [hint], colour: 1 }, '"colour"'],
    [{ hints: [hint, { ...hint, radius: 0 }] }, 'hints.1.radius'],
    [{ hints: [{ ...hint, x: '4' }] }, 'hints.0.x'],
    [{ hints: [{ ...hint, y: 1e9 }] }, 'hints.0.y'],
    [{ hints: [{ ...hint, color: '#f80' }] }, 'hints.0.color: a colour such as #ff8800'],
    [{ hints: [{ ...hint, color: 'red' }] }, 'hints.0.color'],
    [{ hints: Array.from({ length: 10_001 }, () => hint) }, 'hints'],
  ])('refuses %j and says where', (json, place) => {
    expect(() => parseHints(json)).toThrow(
      expect.objectContaining({
        code: 'PARAMETER_INVALID',
        message: expect.stringMatching(/^These hints are not valid \(.+\)\.$/),
      }),
    );
    expect(() => parseHints(json)).toThrow(place);
  });
});

describe('parsePalette', () => {
  it('takes 1 to 256 colours', () => {
    for (const count of [1, 256]) {
      const colors = Array.from({ length: count }, () => '#00ff7f');
      expect(parsePalette({ colors })).toEqual({ colors });
    }
    for (const count of [0, 257])
      expect(() => parsePalette({ colors: Array.from({ length: count }, () => '#00ff7f') })).toThrow(
        /^This palette is not valid \(colors: .+\)\.$/,
      );
    expect(() => parsePalette({ colors: ['#00ff7f', 'green'] })).toThrow('colors.1');
    expect(() => parsePalette(['#00ff7f'])).toThrow('palette: ');
  });
});

it('checkInputs takes strokes where the manifest asks for them', () => {
  const cut = findOperation(interactiveManifest(), 'cut');
  const strokes = { strokes: [{ label: 'fg', radius: 1, points: [[0, 0] as const] }] };
  expect(checkInputs(cut, { image, strokes })).toEqual({ image, strokes });
  expect(() => checkInputs(cut, { image })).toThrow('Do cut needs something more: Strokes.');
  expect(() => checkInputs(cut, { image, strokes: image })).toThrow(
    expect.objectContaining({ code: 'PARAMETER_INVALID', details: { param: 'strokes' } }),
  );
});

describe('checkInputs', () => {
  it('passes on what the manifest names and nothing else', () => {
    const inputs = { sketch: image, style: image, hints: { hints: [hint] }, diary: image };
    expect(checkInputs(spec, inputs)).toEqual({ sketch: image, style: image, hints: { hints: [hint] } });
    expect(checkInputs(spec, { sketch: image, style: image })).toEqual({ sketch: image, style: image });
  });

  it('names what is missing', () => {
    expect(() => checkInputs(spec, { style: image })).toThrow('Tint needs a picture to work on.');
    expect(() => checkInputs(spec, { sketch: image })).toThrow('Tint needs something more: Style.');
  });

  it('refuses inputs of another kind', () => {
    const wrong: [object, string][] = [
      [{ sketch: { hints: [] } }, 'sketch'],
      [{ style: { image: 'picture' } }, 'style'],
      [{ hints: image }, 'hints'],
      [{ palette: { hints: [] } }, 'palette'],
      [{ hints: { strokes: [] } }, 'hints'],
    ];
    for (const [change, param] of wrong)
      expect(() => checkInputs(spec, { sketch: image, style: image, ...change } as OperationInputs)).toThrow(
        expect.objectContaining({ code: 'PARAMETER_INVALID', details: { param } }),
      );
  });
});

describe('checkInputs, of the selection', () => {
  const json = tinyManifestJson('fill');
  const operation = {
    ...json.contributes.operations[0]!,
    inputs: [
      { name: 'image', type: 'image', label: { en: 'Picture' } },
      { name: 'area', type: 'mask', label: { en: 'Selection' }, optional: true },
    ],
  };
  const permissions = ['layer:read', 'layer:write', 'selection:read'];
  const manifest = parseManifest({ ...json, permissions, contributes: { operations: [operation] } });
  const fill = findOperation(manifest, 'fill');
  const area = { width: 2, height: 2, data: new Uint8Array(4) };

  it('takes a mask of the size of the picture, or none', () => {
    expect(checkInputs(fill, { image, area })).toEqual({ image, area });
    expect(checkInputs(fill, { image })).toEqual({ image });
  });

  it.each([
    { ...area, width: 1 },
    { width: 4, height: 1, data: new Uint8Array(4) },
    { ...area, data: new Uint8ClampedArray(4) },
    image,
  ])('refuses another one', (wrong) => {
    expect(() => checkInputs(fill, { image, area: wrong } as OperationInputs)).toThrow(
      expect.objectContaining({ code: 'PARAMETER_INVALID', details: { param: 'area' } }),
    );
  });
});
