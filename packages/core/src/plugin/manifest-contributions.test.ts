import { describe, expect, it } from 'vitest';
import { parseManifest } from './manifest.ts';
import { tinyManifestJson } from './tiny-plugin.test-helper.ts';

const en = (text: string) => ({ en: text });
const operation = tinyManifestJson('work').contributes.operations[0]!;
const collecting = {
  ...operation,
  id: 'collect',
  inputs: [
    ...operation.inputs,
    { name: 'strokes', type: 'strokes', label: en('Strokes') },
    { name: 'points', type: 'hints', label: en('Points') },
  ],
};
const tool = { id: 'pen', title: en('Pen'), operation: 'collect', collects: 'strokes', hint: en('Draw.') };
const command = { id: 'much', title: en('Much'), operation: 'work', params: { amount: 9 } };
const exporter = {
  id: 'sheet',
  title: en('Sheet'),
  summary: en('Writes a sheet.'),
  extension: 'png',
  mediaType: 'image/png',
  params: [{ id: 'columns', type: 'number', label: en('Columns'), min: 1, max: 9, default: 3 }],
  reads: 'layers',
};

/** What is said about contributions, or an empty text where they are taken. */
function refusal(contributes: object): string {
  const operations = [operation, collecting];
  try {
    parseManifest({ ...tinyManifestJson(), contributes: { operations, ...contributes } });
    return '';
  } catch (error) {
    expect(error).toMatchObject({ code: 'PLUGIN_MANIFEST_INVALID' });
    return (error as Error).message;
  }
}

describe('tools in a manifest', () => {
  it('collect strokes or points for the one input that takes them', () => {
    const points = { ...tool, id: 'dot', collects: 'points', radius: 4, runs: 'each' };
    expect(refusal({ tools: [tool, points] })).toBe('');
    expect(refusal({ tools: [tool, tool] })).toContain('two tools have the same id');
    expect(refusal({ tools: [{ ...tool, operation: 'gone' }] })).toContain(
      'the operation gone, which is not there',
    );
    expect(refusal({ tools: [{ ...tool, operation: 'work' }] })).toContain(
      'work does not have one input of strokes',
    );
    expect(refusal({ tools: [{ ...points, operation: 'work' }] })).toContain(
      'work does not have one input of hints',
    );
    expect(refusal({ tools: [{ ...tool, html: '<b>' }] })).toContain('"html"');
  });
});

describe('commands in a manifest', () => {
  it('give values that their operation takes', () => {
    expect(refusal({ commands: [command] })).toBe('');
    expect(refusal({ commands: [command, command] })).toContain('two commands have the same id');
    expect(refusal({ commands: [{ ...command, operation: 'gone' }] })).toContain('which is not there');
    expect(refusal({ commands: [{ ...command, params: { amount: 99 } }] })).toContain(
      'command much: Amount has to be between',
    );
    expect(refusal({ commands: [{ ...command, params: { ghost: 1 } }] })).toContain('no setting "ghost"');
  });
});

describe('exporters in a manifest', () => {
  it('name a kind of file that no system runs', () => {
    expect(refusal({ exporters: [exporter] })).toBe('');
    for (const extension of ['exe', 'html', 'svg', 'js', 'desktop', 'PNG', '.png', '../png', ''])
      expect(refusal({ exporters: [{ ...exporter, extension }] }), extension).toContain(
        'exporters.0.extension',
      );
    for (const mediaType of ['png', 'image/png; charset=x', 'text/\nhtml'])
      expect(refusal({ exporters: [{ ...exporter, mediaType }] }), mediaType).toContain(
        'exporters.0.mediaType',
      );
  });

  it('have names of their own, next to operations, and parameters that fit', () => {
    expect(refusal({ exporters: [exporter, exporter] })).toContain('two exporters have the same id');
    expect(refusal({ exporters: [{ ...exporter, id: 'work' }] })).toContain(
      'an operation and an exporter are both called work',
    );
    const params = [{ ...exporter.params[0]!, default: 10 }];
    expect(refusal({ exporters: [{ ...exporter, params }] })).toContain(
      'the default of sheet.columns is outside its range',
    );
  });
});

describe('operations in a manifest', () => {
  const saying = { ...operation, outputs: [{ name: 'text', type: 'text' }], placement: [] };

  it('say how a result enters the document where one does, and only there', () => {
    expect(refusal({ operations: [saying] })).toBe('');
    expect(refusal({ operations: [{ ...operation, placement: [] }] })).toContain(
      'does not say how its result enters',
    );
    expect(refusal({ operations: [{ ...saying, placement: ['new-layer'] }] })).toContain(
      'its placement has to be empty',
    );
  });

  it('offer models of people in a choice that is there', () => {
    const option = { value: 'a', label: en('A') };
    const model = { id: 'model', type: 'choice', label: en('Model'), options: [option], default: 'a' };
    const own = {
      ...operation,
      params: [...operation.params, model],
      ownModels: { param: 'model', signature: 'upscaler' },
    };
    expect(refusal({ operations: [own] })).toBe('');
    for (const ownModels of [
      { param: 'amount', signature: 'upscaler' },
      { param: 'ghost', signature: 'denoiser' },
    ])
      expect(refusal({ operations: [{ ...own, ownModels }] })).toContain('to offer models in');
    expect(
      refusal({ operations: [{ ...own, ownModels: { param: 'model', signature: 'magic' } }] }),
    ).toContain('signature');
  });

  it('have colours, seeds and texts whose defaults fit', () => {
    const with_ = (param: object) =>
      refusal({ operations: [{ ...operation, params: [{ id: 'p', label: en('P'), ...param }] }] });
    expect(with_({ type: 'color', default: '#aabbcc' })).toBe('');
    expect(with_({ type: 'color', default: '#AABBCC' })).toContain('a colour such as');
    expect(with_({ type: 'seed', default: 7 })).toBe('');
    expect(with_({ type: 'seed', default: -7 })).toContain('params.0.default');
    expect(with_({ type: 'text', default: 'abc', maxLength: 3 })).toBe('');
    expect(with_({ type: 'text', default: 'abcd', maxLength: 3 })).toContain(
      'the default of work.p is longer than it may be',
    );
    expect(with_({ type: 'text', default: '', maxLength: 201 })).toContain('params.0.maxLength');
  });
});

it('texts neither turn around what follows nor hide in it', () => {
  const named = (en_: string) => () => parseManifest({ ...tinyManifestJson(), name: en(en_) });
  for (const name of ['Tone', '網点', 'Ton\u0308e', 'two\nlines', 'العربية'])
    expect(named(name), name).not.toThrow();
  for (const name of ['a\u202egnp', 'a\u0000', 'a\u2066b', 'a\u200f'])
    expect(named(name)).toThrow('without control characters');
});

it('the homepage and the icon of a manifest are harmless', () => {
  const with_ = (change: object) => () => parseManifest({ ...tinyManifestJson(), ...change });
  expect(with_({ homepage: 'https://example.org/blur', icon: 'icon.png' })).not.toThrow();
  for (const homepage of [
    'http://example.org',
    'javascript:alert(1)',
    'https://user:pass@example.org',
    'example.org',
  ])
    expect(with_({ homepage }), homepage).toThrow('homepage');
  for (const icon of ['icon.svg', '../icon.png', 'https://example.org/icon.png'])
    expect(with_({ icon }), icon).toThrow('icon');
});
