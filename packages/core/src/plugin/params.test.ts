import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KomaError } from '../errors.ts';
import { parseManifest, type OperationSpec, type ParamSpec } from './manifest.ts';
import { checkParam, isParamShown, parseParam, resolveParams, type ParamValue } from './params.ts';
import { tinyManifestJson } from './tiny-plugin.test-helper.ts';

const label = (en: string) => ({ en });
const json = tinyManifestJson('resize');
json.contributes.operations[0]!.params = [
  {
    id: 'scale',
    type: 'choice',
    label: label('Scale'),
    default: 2,
    options: [1, 2, 4].map((value) => ({ value, label: label(`${value}`) })),
  },
  { id: 'width', type: 'number', label: label('Width'), integer: true, min: 1, max: 100 },
  { id: 'height', type: 'number', label: label('Height'), integer: true, min: 1, max: 100 },
  { id: 'percent', type: 'number', label: label('Percent'), min: 0.5, max: 1600 },
  {
    id: 'mode',
    type: 'choice',
    label: label('Mode'),
    default: 'fast',
    options: ['fast', 'good'].map((value) => ({ value, label: label(value) })),
  },
  {
    id: 'exact',
    type: 'boolean',
    label: label('Exact'),
    default: false,
    showIf: { param: 'mode', is: ['good'] },
  },
];
json.contributes.operations[0]!.exclusive = [
  {
    id: 'size',
    label: label('Size by'),
    members: [
      { label: label('Scale'), params: ['scale'] },
      { label: label('Pixels'), params: ['width', 'height'] },
      { label: label('Percent'), params: ['percent'] },
    ],
  },
];
const resize: OperationSpec = parseManifest(json).contributes.operations[0]!;
const spec = (id: string): ParamSpec => resize.params.find((param) => param.id === id)!;

function refused(param: string, sentence: RegExp): object {
  return expect.objectContaining({
    name: 'KomaError',
    code: 'PARAMETER_INVALID',
    details: { param },
    message: expect.stringMatching(sentence),
  });
}
function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('resolveParams', () => {
  it('fills in the defaults, and leaves out what has none', () => {
    expect(resolveParams(resize, {})).toEqual({ scale: 2, mode: 'fast', exact: false });
    expect(resolveParams(resize, { scale: 4, mode: undefined })).toEqual({
      scale: 4,
      mode: 'fast',
      exact: false,
    });
  });

  it('keeps one member of an exclusive group: the first unless another is given', () => {
    expect(resolveParams(resize, { width: 50 })).toEqual({ width: 50, mode: 'fast', exact: false });
    expect(resolveParams(resize, { width: 50, height: 20 })).toEqual({
      width: 50,
      height: 20,
      mode: 'fast',
      exact: false,
    });
    expect(resolveParams(resize, { percent: 150 })).toEqual({ percent: 150, mode: 'fast', exact: false });
  });

  it('refuses two members of an exclusive group, naming both', () => {
    expect(thrownBy(() => resolveParams(resize, { scale: 2, height: 9 }))).toEqual(
      refused('size', /^Give only one of scale and height: they set the same thing\.$/),
    );
    expect(thrownBy(() => resolveParams(resize, { percent: 10, width: 9, height: 9 }))).toEqual(
      refused('size', /width and percent/),
    );
  });

  it('refuses a name that the operation does not have', () => {
    expect(thrownBy(() => resolveParams(resize, { sclae: 2 }))).toEqual(
      refused('sclae', /^There is no setting "sclae" in Do resize\.$/),
    );
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(thrownBy(() => resolveParams(resize, Object.fromEntries([[name, 1]])))).toEqual(
        refused(name, /There is no setting/),
      );
    }
  });

  it('gives valid values for whatever it does not refuse, and the same again from its own result', () => {
    const value = fc.oneof(
      fc.constantFrom<ParamValue>(1, 2, 3, 4, 'fast', 'good', 'x', true, false),
      fc.double(),
      fc.integer(),
    );
    const given = fc.dictionary(fc.constantFrom(...resize.params.map((param) => param.id)), value, {
      maxKeys: 3,
    });
    let accepted = 0;
    fc.assert(
      fc.property(given, (values) => {
        let resolved;
        try {
          resolved = resolveParams(resize, values);
        } catch (error) {
          expect(error).toBeInstanceOf(KomaError);
          return;
        }
        accepted++;
        for (const [id, kept] of Object.entries(values)) expect(resolved[id]).toBe(kept);
        const sizes = [['scale'], ['width', 'height'], ['percent']].filter((ids) =>
          ids.some((id) => id in resolved),
        );
        expect(sizes).toHaveLength(1);
        expect(resolveParams(resize, resolved)).toEqual(resolved);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});

describe('checkParam', () => {
  it('accepts numbers up to and including the bounds', () => {
    for (const value of [0.5, 1600, 99.9]) expect(checkParam(spec('percent'), value)).toBe(value);
    for (const value of [1, 100]) expect(checkParam(spec('width'), value)).toBe(value);
  });

  it('refuses numbers outside, fractions where whole numbers are wanted, NaN and Infinity', () => {
    expect(thrownBy(() => checkParam(spec('width'), 0))).toEqual(
      refused('width', /^Width has to be between 1 and 100, not 0\.$/),
    );
    expect(thrownBy(() => checkParam(spec('width'), 101))).toEqual(
      refused('width', /between 1 and 100, not 101/),
    );
    expect(thrownBy(() => checkParam(spec('width'), 2.5))).toEqual(
      refused('width', /^Width has to be a whole number\.$/),
    );
    for (const value of [NaN, Infinity, -Infinity, '5', true]) {
      expect(thrownBy(() => checkParam(spec('percent'), value))).toEqual(
        refused('percent', /^Percent has to be a number\.$/),
      );
    }
  });

  it('refuses a choice that is not offered, also one of the wrong type', () => {
    expect(thrownBy(() => checkParam(spec('scale'), 3))).toEqual(
      refused('scale', /^Scale can be 1, 2, 4, not 3\.$/),
    );
    expect(thrownBy(() => checkParam(spec('scale'), '2'))).toEqual(refused('scale', /not 2/));
    expect(thrownBy(() => checkParam(spec('scale'), NaN))).toEqual(refused('scale', /not NaN/));
  });

  it('refuses anything but true and false as a switch', () => {
    for (const value of ['true', 1, 0, '']) {
      expect(thrownBy(() => checkParam(spec('exact'), value))).toEqual(
        refused('exact', /^Exact is either on or off\.$/),
      );
    }
  });
});

describe('parseParam', () => {
  it('reads text as the type that the parameter has', () => {
    expect(parseParam(spec('scale'), '4')).toBe(4);
    expect(parseParam(spec('mode'), 'good')).toBe('good');
    expect(parseParam(spec('width'), ' 12 ')).toBe(12);
    expect(parseParam(spec('percent'), '150.5')).toBe(150.5);
    expect(parseParam(spec('exact'), 'true')).toBe(true);
    expect(parseParam(spec('exact'), 'false')).toBe(false);
  });

  it('refuses text that is no value of the parameter', () => {
    for (const text of ['', ' ', 'ten', '1,5', 'NaN', 'Infinity', '12px', '--1']) {
      expect(thrownBy(() => parseParam(spec('percent'), text))).toEqual(
        refused('percent', /has to be a number/),
      );
    }
    for (const text of ['3', '', '2.0'])
      expect(thrownBy(() => parseParam(spec('scale'), text))).toEqual(refused('scale', /can be/));
    for (const text of ['yes', 'TRUE', '1', '']) {
      expect(thrownBy(() => parseParam(spec('exact'), text))).toEqual(
        refused('exact', /^Exact is either true or false\.$/),
      );
    }
  });

  it('reads back every number that it can be given as text', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 1600, noNaN: true }), (value) => {
        expect(parseParam(spec('percent'), String(value))).toBe(value);
      }),
    );
  });
});

describe('isParamShown', () => {
  it('follows the condition, and is true without one', () => {
    expect(isParamShown(spec('mode'), {})).toBe(true);
    expect(isParamShown(spec('exact'), { mode: 'good' })).toBe(true);
    expect(isParamShown(spec('exact'), { mode: 'fast' })).toBe(false);
    expect(isParamShown(spec('exact'), {})).toBe(false);
  });
});

describe('parameters of colours, seeds and texts', () => {
  const more = tinyManifestJson('draw');
  more.contributes.operations[0]!.params = [
    { id: 'ink', type: 'color', label: label('Ink'), default: '#102030' },
    { id: 'seed', type: 'seed', label: label('Seed'), default: 1 },
    { id: 'words', type: 'text', label: label('Words'), default: '', maxLength: 5 },
    { id: 'note', type: 'text', label: label('Note'), default: '' },
  ];
  const draw = parseManifest(more).contributes.operations[0]!;
  const of = (id: string): ParamSpec => draw.params.find((param) => param.id === id)!;

  it('have their defaults', () => {
    expect(resolveParams(draw, {})).toEqual({ ink: '#102030', seed: 1, words: '', note: '' });
  });

  it('keep one spelling of a colour', () => {
    expect(checkParam(of('ink'), '#FFaa00')).toBe('#ffaa00');
    for (const value of ['red', '#fff', '#ffaa0000', '', 7, true])
      expect(() => checkParam(of('ink'), value)).toThrow(refused('ink', /colour such as #ff8800/));
  });

  it('take whole numbers that fit 31 bits as seeds', () => {
    for (const value of [0, 7, 2 ** 31 - 1]) expect(checkParam(of('seed'), value)).toBe(value);
    for (const value of [-1, 0.5, 2 ** 31, NaN, '7'])
      expect(() => checkParam(of('seed'), value)).toThrow(
        refused('seed', /whole number between 0 and 2147483647/),
      );
    expect(parseParam(of('seed'), '42')).toBe(42);
    for (const text of ['', ' ', 'x'])
      expect(() => parseParam(of('seed'), text)).toThrow(refused('seed', /whole number/));
  });

  it('take one line of text, no longer than it may be', () => {
    for (const value of ['', 'five5', '線画']) expect(parseParam(of('words'), value)).toBe(value);
    expect(checkParam(of('note'), 'x'.repeat(200))).toHaveLength(200);
    for (const value of ['sixsix', 'a\nb', 'a\u0000', 7])
      expect(() => checkParam(of('words'), value)).toThrow(
        refused('words', /one line of at most 5 characters/),
      );
    expect(() => checkParam(of('note'), 'x'.repeat(201))).toThrow(refused('note', /at most 200/));
  });
});
